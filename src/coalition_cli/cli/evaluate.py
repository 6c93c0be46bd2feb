"""`coalition evaluate`: how good the extraction is against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.cli.run import Run
    from coalition_cli.evaluation.gold import GoldDocument
    from coalition_cli.evaluation.report import Report
    from coalition_cli.records import Attribution

NAME = "evaluate"


@expand
def command(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="PolNeAR-shaped .jsonl, an annotations .yaml, or a folder of brat .ann files.",
            show_default=False,
        ),
    ],
    reading: options.Reading,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what went wrong, in context, by cause.")
    ] = False,
    floor: Annotated[
        Path | None,
        typer.Option("--floor", metavar="FILE", help="Exit with 1 below these figures.", show_default=False),
    ] = None,
    format: options.OutputFormat = None,
) -> None:
    """Print precision, recall and F1 per kind and form, calibration and, with --errors, every mistake.

    The annotations are the gold, so they are not merged into what is measured.
    """
    from coalition_cli.cli.run import Run
    from coalition_cli.evaluation.floors import below, read_floors
    from coalition_cli.evaluation.report import evaluate

    floors = read_floors(floor) if floor else {}
    reading.no_annotations = True
    run = Run(reading)
    report = evaluate(_compared(run, gold))
    _print(report, format, errors)
    failures = list(below(report.rows, floors))
    for failure in failures:
        typer.echo(f"coalition: {failure}", err=True)
    run.finish()
    if failures:
        raise typer.Exit(1)


def _compared(run: Run, gold: Path) -> Sequence[tuple[GoldDocument, Sequence[Attribution]]]:
    """Each gold document with what the extraction finds in its text."""
    from coalition_cli.documents.document import Document
    from coalition_cli.errors import InputError

    if gold.suffix in (".yaml", ".yml"):
        from coalition_cli.evaluation.annotated import read_annotated

        corpus = run.corpus()
        documents = {one.id: one for one in read_annotated(gold, run.texts)}
        found = corpus.extractions
    else:
        documents = {one.id: one for one in _read(gold)}
        found = run.corpus([Document(one.id, one.text, str(gold)) for one in documents.values()]).extractions
    pairs = [(documents[one.id], one.attributions) for one in found if one.id in documents]
    if not pairs:
        raise InputError("no gold for any of the texts", where=str(gold), remedy="name the texts it is about")
    return pairs


def _read(gold: Path) -> Sequence[GoldDocument]:
    from coalition_cli.errors import InputError
    from coalition_cli.evaluation.brat import read_brat
    from coalition_cli.evaluation.polnear import read_polnear

    if gold.is_dir():
        return list(read_brat(gold))
    if not gold.exists():
        raise InputError("no such file", where=str(gold), remedy="give .jsonl, .yaml or a brat folder")
    return list(read_polnear(gold))


def _print(report: Report, format: options.Format | None, errors: bool) -> None:
    from dataclasses import replace

    from coalition_cli.cli.output import default_format, stdout_console, write
    from coalition_cli.render.evaluation import mistake_list, report_tables
    from coalition_cli.render.flat import as_json

    shown = report if errors else replace(report, mistakes=())
    if (format or default_format()) is options.Format.table:
        console = stdout_console()
        console.print(report_tables(report, console))
        if errors:
            console.print(mistake_list(report.mistakes))
    else:
        write(as_json([shown]))
