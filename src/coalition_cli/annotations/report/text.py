"""Findings as lines that editors and people can follow: file:line:col: CODE message."""

from __future__ import annotations

from coalition_cli.annotations.findings import Report


def as_text(report: Report) -> str:
    """One line a finding, its hints indented below it."""
    lines = []
    for finding in report.findings:
        lines.append(f"{finding}\n")
        lines += [f"    {hint}\n" for hint in finding.hints]
    return "".join(lines)


def summary(report: Report) -> str:
    """How much was looked at and what came of it, in a line."""
    counts = [
        f"{len(report.findings)} {_plural('finding', len(report.findings))}",
        f"{report.entries} {_plural('entry', report.entries)} in {report.documents} "
        f"{_plural('document', report.documents)}",
    ]
    if report.accepted:
        counts.insert(1, f"{len(report.accepted)} accepted")
    return ", ".join(counts)


def _plural(word: str, count: int) -> str:
    if count == 1:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
