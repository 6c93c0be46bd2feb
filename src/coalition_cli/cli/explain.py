"""`coalition explain`: why a record exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

if TYPE_CHECKING:
    from coalition_cli.records import Attribution, Figure

NAME = "explain"


@expand
def command(
    record: Annotated[
        str, typer.Argument(metavar="ID", help="A record's id, or its beginning.", show_default=False)
    ],
    reading: options.Reading,
    format: options.OutputFormat = None,
) -> None:
    """Print why a record exists: rule, evidence, rivals, how the speaker was resolved, what a person said."""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.errors import InputError
    from coalition_cli.render.columns import FIGURES, QUOTES
    from coalition_cli.render.explanation import explanations

    run = Run(reading)
    corpus = run.corpus()
    records: tuple[Attribution | Figure, ...] = (*corpus.attributions, *corpus.figures)
    found = [one for one in records if one.id.startswith(record)]
    if not found:
        raise InputError(f"no record is called {record!r}", remedy="ids stand in the output of --format json")
    columns = FIGURES if found[0].id.startswith("f-") else QUOTES
    print_records(found, format or options.Format.table, columns, lambda _: explanations(found))
    run.finish()
