"""A check's outcome as text, GitHub workflow commands, SARIF 2.1.0, JUnit XML and JSON: one module each."""

from __future__ import annotations

from collections.abc import Callable

from coalition_cli.annotations.findings import Report
from coalition_cli.annotations.report.github import as_github
from coalition_cli.annotations.report.json import as_json
from coalition_cli.annotations.report.junit import as_junit
from coalition_cli.annotations.report.sarif import as_sarif
from coalition_cli.annotations.report.text import as_text

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
    "json": as_json,
}
"""Name of a format to its writer; each gives the whole output, ending in a line break unless empty."""
