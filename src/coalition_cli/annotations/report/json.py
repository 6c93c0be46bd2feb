"""Findings as one JSON array."""

from __future__ import annotations

import json
from typing import Any

from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.findings import Finding, Report


def as_json(report: Report) -> str:
    """One object a finding; `accepted` is the reason of one that the file accepts, and null otherwise."""
    found = [_object(finding, None) for finding in report.findings]
    found += [_object(one.finding, one.reason) for one in report.accepted]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _object(finding: Finding, accepted: str | None) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code, "severity": CODES[finding.code].severity, "message": finding.message,
        "file": finding.file, "line": place.line, "column": place.column, "end_line": place.end_line,
        "end_column": place.end_column, "id": finding.subject, "fields": list(finding.fields),
        "hints": list(finding.hints), "remedy": CODES[finding.code].remedy, "accepted": accepted,
    }  # fmt: skip
