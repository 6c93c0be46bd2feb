"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.findings import Finding, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(report: Report) -> str:
    """One SARIF log with one run; accepted findings are results with a suppression and its reason."""
    from importlib.metadata import version

    codes = sorted({one.code for one in report.findings} | {one.finding.code for one in report.accepted})
    results = [_result(finding, codes) for finding in report.findings]
    for one in report.accepted:
        suppression = {"kind": "external", "status": "accepted", "justification": one.reason}
        results.append(_result(one.finding, codes) | {"suppressions": [suppression]})
    driver = {
        "name": "coalition",
        "version": version("coalition-cli"),
        "rules": [_rule(code) for code in codes],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(name: str) -> dict[str, Any]:
    code = CODES[name]
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in code.title.replace("'", "").replace(",", "").split()),
        "shortDescription": {"text": f"{code.title[0].upper()}{code.title[1:]}."},
        "fullDescription": {"text": code.explanation},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": code.severity},
    }


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    region |= {"endLine": place.end_line, "endColumn": place.end_column}
    location = {"artifactLocation": {"uri": _uri(finding.file)}, "region": region}
    # Lines move; what the finding is about does not: it is the same one in the next run.
    told = "\0".join((finding.code, finding.subject or "", finding.message))
    same = hashlib.sha256(told.encode(errors="backslashreplace")).hexdigest()
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": CODES[finding.code].severity,
        "message": {"text": "\n".join((finding.message, *finding.hints))},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"finding/v1": same[:16]},
    }


def _uri(file: str) -> str:
    """A file as a relative URI where it is relative, as a file URI where it is not."""
    if Path(file).is_absolute():
        return Path(file).as_uri()
    return quote(os.fsencode(PurePath(file).as_posix()))
