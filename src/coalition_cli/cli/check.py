"""`coalition check`: the annotations against the texts and the extraction, for people and for CI."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

if TYPE_CHECKING:
    from coalition_cli.annotations.findings import Report
    from coalition_cli.cli.run import Run
    from coalition_cli.documents.document import Document

NAME = "check"


class CheckFormat(StrEnum):
    """How findings are printed."""

    text = "text"
    github = "github"
    sarif = "sarif"
    junit = "junit"
    json = "json"


@expand
def command(
    reading: options.Reading,
    doc: options.DocFilter = None,
    format: Annotated[
        CheckFormat, typer.Option("--format", metavar="FORMAT", help="text, github, sarif, junit or json.")
    ] = CheckFormat.text,
    strict: Annotated[
        bool, typer.Option("--strict", help="What no person has looked at is a finding too.")
    ] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Say what a code means, and what to do.")
    ] = None,
) -> None:
    """Check the annotations against the texts, the extraction and each other.

    Prints one line a finding; exits with 1 where there is one.
    """
    if explain:
        typer.echo(_explained(explain))
        return
    from coalition_cli.annotations.report import FORMATS
    from coalition_cli.annotations.report.text import summary
    from coalition_cli.cli.run import DEFAULT_ANNOTATIONS, Run

    path = reading.annotations or DEFAULT_ANNOTATIONS
    reading.no_annotations = True
    run = Run(reading)
    report = _checked(run, path, strict, doc or [])
    typer.echo(FORMATS[format.value](report), nl=False)
    run.note(summary(report))
    run.finish()
    if report.findings:
        raise typer.Exit(1)


def _explained(name: str) -> str:
    from coalition_cli.annotations.codes import CODES
    from coalition_cli.errors import InputError

    code = CODES.get(name.upper())
    if code is None:
        raise InputError(f"there is no code {name!r}", remedy="docs/check.md lists them")
    return f"{code.code}: {code.title} ({code.severity})\n\n{code.explanation}\n\nWhat to do: {code.remedy}"


def _checked(run: Run, path: Path, strict: bool, patterns: list[str]) -> Report:
    """The outcome, from the cache where nothing changed since."""
    from coalition_cli.annotations import cache
    from coalition_cli.annotations.load import read_bytes

    data = read_bytes(path)
    documents = list(run.documents())
    settings = (path, strict, patterns, run.reading.model)
    key = "" if run.reading.no_cache else cache.key_of(data, documents, *settings)
    if key and (kept := cache.load(key)):
        return kept
    report = _fresh(run, data, path, strict, patterns, documents)
    if key and not run.failed:
        cache.store(key, report)
    return report


def _fresh(
    run: Run, data: bytes, path: Path, strict: bool, patterns: list[str], documents: list[Document]
) -> Report:
    from coalition_cli.annotations.check import check
    from coalition_cli.annotations.findings import Report
    from coalition_cli.annotations.load import parse_annotations
    from coalition_cli.query import doc_matches

    annotations, findings = parse_annotations(data, str(path))
    if annotations is None:
        return Report(tuple(findings))
    names = {*annotations.documents, *(one.id for one in documents)}
    only = frozenset(name for name in names if doc_matches(name, patterns)) if patterns else None
    chosen = [one for one in documents if only is None or one.id in only]
    found = {one.id: one for one in run.corpus(chosen).extractions}
    return check(annotations, chosen, found, strict=strict, only=only)
