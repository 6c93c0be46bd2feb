"""Findings as GitHub workflow commands, which show them on the lines of a pull request."""

from __future__ import annotations

from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.findings import Finding, Report


def as_github(report: Report) -> str:
    """One `::error` or `::warning` command a finding."""
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    code, place = CODES[finding.code], finding.place
    properties = {
        "file": finding.file, "line": place.line, "endLine": place.end_line, "col": place.column,
        "title": f"{code.code} {code.title}",
    }  # fmt: skip
    if place.end_line == place.line:  # GitHub refuses an end column on another line
        properties["endColumn"] = place.end_column
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{code.severity} {told}::{_data(chr(10).join((finding.message, *finding.hints)))}"


def _data(text: str) -> str:
    """Escaped as GitHub's own toolkit does it: percent first."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
