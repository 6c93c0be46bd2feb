"""Findings as JUnit XML: a suite a file, a failed test case a finding, a skipped one for each accepted."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.findings import Finding, Report

# XML 1.0 has no way to write these, not even as references.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report) -> str:
    """One XML document; a file without findings has one passed case, so that no report is empty."""
    cases: dict[str, list[ET.Element]] = defaultdict(list)
    for finding in report.findings:
        case = _case(finding)
        told = "\n".join((str(finding), *finding.hints, CODES[finding.code].remedy))
        failure = ET.SubElement(case, "failure", type=finding.code, message=_clean(finding.message))
        failure.text = _clean(told)
        cases[finding.file].append(case)
    for one in report.accepted:
        case = _case(one.finding)
        ET.SubElement(case, "skipped", message=_clean(f"accepted: {one.reason}"))
        cases[one.finding.file].append(case)
    if not cases:
        cases["annotations"].append(ET.Element("testcase", classname="annotations", name="check", time="0"))
    root = ET.Element(
        "testsuites", {"name": "coalition check"} | _counts([one for own in cases.values() for one in own])
    )
    for file, own in cases.items():
        ET.SubElement(root, "testsuite", {"name": _clean(file)} | _counts(own)).extend(own)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(finding: Finding) -> ET.Element:
    place = finding.place
    name = f"{finding.code} {finding.subject or ''} {place.line}:{place.column}".replace("  ", " ")
    return ET.Element("testcase", classname=_clean(finding.file), name=_clean(name), time="0")


def _counts(cases: list[ET.Element]) -> dict[str, str]:
    failed = sum(case.find("failure") is not None for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    return {
        "tests": str(len(cases)),
        "failures": str(failed),
        "errors": "0",
        "skipped": str(skipped),
        "time": "0",
    }


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
