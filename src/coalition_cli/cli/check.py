"""`coalition check`: the annotations against the texts and the extraction, for people and for CI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

if TYPE_CHECKING:
    from coalition_cli.annotations.findings import Report
    from coalition_cli.cli.run import Run

NAME = "check"


class CheckFormat(StrEnum):
    """How findings are printed."""

    text = "text"
    github = "github"
    sarif = "sarif"
    junit = "junit"
    json = "json"


@dataclass
class Asked:
    """What to check, and what becomes of the findings."""

    doc: options.DocFilter = None
    format: Annotated[
        CheckFormat | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text (unless said), github, sarif, junit or json.",
            show_default=False,
        ),
    ] = None
    strict: Annotated[
        bool, typer.Option("--strict", help="What no person has looked at is a finding too.")
    ] = False
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="CODE", help="Say what a code means, and what to do.", show_default=False
        ),
    ] = None
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Show how anchors could be mended where only marks or spaces changed."),
    ] = False
    accept: Annotated[
        str | None,
        typer.Option(
            "--accept", metavar="REASON", help="Show the file with all findings accepted.", show_default=False
        ),
    ] = None
    write: Annotated[bool, typer.Option("--write", help="Write what --fix or --accept shows.")] = False


@expand
def command(reading: options.Reading, asked: Asked) -> None:
    """Check the annotations against the texts, the extraction and each other.

    Prints one line a finding; exits with 1 where there is one. With --no-annotations prints the figures of
    `coalition evaluate` with the annotations as gold.
    """
    if asked.explain:
        typer.echo(_explained(asked.explain))
        return
    _refuse_what_does_nothing(asked, figures_only=reading.no_annotations)
    from coalition_cli.cli.run import DEFAULT_ANNOTATIONS, Run

    path = reading.annotations or DEFAULT_ANNOTATIONS
    if reading.no_annotations:
        from coalition_cli.cli import evaluate

        evaluate.command(gold=path, errors=False, floor=None, format=None, **vars(reading))
        return
    reading.no_annotations = True
    check = _Check(Run(reading), path, asked)
    if asked.fix or asked.accept:
        _propose(check)
    else:
        _print(check)


def _refuse_what_does_nothing(asked: Asked, *, figures_only: bool) -> None:
    """A usage error for options that other options make idle, rather than a run that ignores them."""
    given = [f"--{name}" for name, value in vars(asked).items() if value not in (None, False, [])]
    proposes = asked.fix or asked.accept is not None
    if figures_only and given:
        raise typer.BadParameter(f"--no-annotations prints figures and knows no {', '.join(given)}")
    if asked.write and not proposes:
        raise typer.BadParameter("--write writes what --fix or --accept shows; give one of them")
    if asked.format and proposes:
        raise typer.BadParameter("--fix and --accept show a diff and know no --format")
    if asked.accept is not None and not asked.accept.strip():
        raise typer.BadParameter("--accept needs a reason")


def _explained(name: str) -> str:
    from coalition_cli.annotations.codes import CODES
    from coalition_cli.errors import InputError

    code = CODES.get(name.upper())
    if code is None:
        raise InputError(f"there is no code {name!r}", remedy="docs/check.md lists them")
    return f"{code.code}: {code.title} ({code.severity})\n\n{code.explanation}\n\nWhat to do: {code.remedy}"


class _Check:
    """One annotation file and the texts it is checked against."""

    def __init__(self, run: Run, path: Path, asked: Asked) -> None:
        from coalition_cli.annotations.load import read_bytes

        self.run = run
        self.path = path
        self.asked = asked
        self.patterns = asked.doc or []
        self.data = read_bytes(path)
        with run.warnings_told():
            self.documents = list(run.documents())

    @cached_property
    def report(self) -> Report:
        """The outcome."""
        from coalition_cli.annotations.check import check
        from coalition_cli.annotations.findings import Report
        from coalition_cli.annotations.load import parse_annotations
        from coalition_cli.errors import InputError
        from coalition_cli.query import doc_matches, unknown_documents

        annotations, findings = parse_annotations(self.data, str(self.path))
        if annotations is None:
            return Report(tuple(findings))
        names = {*annotations.documents, *(one.id for one in self.documents)}
        for pattern in unknown_documents(names, self.patterns):
            raise InputError(f"no document is called {pattern!r}", remedy="--doc takes an id or its start")
        only = (
            frozenset(name for name in names if doc_matches(name, self.patterns)) if self.patterns else None
        )
        chosen = [one for one in self.documents if only is None or one.id in only]
        # Whole, as the commands merge them: a person may have checked what is not confident enough to print.
        found = {one.id: one for one in self.run.unified(chosen)}
        least = self.run.reading.min_confidence
        return check(annotations, chosen, found, strict=self.asked.strict, only=only, least=least)


def _print(check: _Check) -> None:
    """Print the findings; exits with 1 where there is one."""
    from coalition_cli.annotations.report import FORMATS
    from coalition_cli.annotations.report.text import summary

    typer.echo(FORMATS[check.asked.format or CheckFormat.text](check.report), nl=False)
    check.run.note(summary(check.report))
    check.run.finish()
    if check.report.findings:
        raise typer.Exit(1)


def _propose(check: _Check) -> None:
    """Show what would change in the file, and write it where told to.

    Raises `InvalidAnnotationsError` for a broken file: what it means is not known.
    """
    from coalition_cli.annotations.fix import accepting, diff, mended
    from coalition_cli.annotations.load import load_annotations
    from coalition_cli.annotations.write import AnnotationFileEditor
    from coalition_cli.query import doc_matches

    annotations = load_annotations(check.path)
    editor = AnnotationFileEditor(check.path)
    new = editor.text
    if check.asked.fix:
        texts = {one.id: one.text for one in check.documents if doc_matches(one.id, check.patterns)}
        new = mended(new, annotations, texts)
    if check.asked.accept:
        new = accepting(new, check.report.findings, check.asked.accept)
    typer.echo(diff(editor.text, new, str(check.path)), nl=False)
    if new == editor.text:
        check.run.note("nothing to change")
    elif check.asked.write:
        editor.change(new)
        check.run.note(f"{check.path} is written")
    else:
        check.run.note("nothing is written; --write does it")
    check.run.finish()
