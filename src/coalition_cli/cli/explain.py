"""`coalition explain`: why a record exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

if TYPE_CHECKING:
    from coalition_cli.cli.naming import Record
    from coalition_cli.render.columns import Column

NAME = "explain"


@expand
def command(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="Ids of records, their beginnings, or ids of annotations; paths may stand among them.",
            show_default=False,
            callback=options.all_filled,
        ),
    ],
    settings: options.Settings,
    format: options.OutputFormat = None,
) -> None:
    """Print why a record exists: rule, evidence, rivals, how the speaker was resolved, what a person said."""
    from coalition_cli.cli.naming import Naming, told_apart
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.render.explanation import explanations

    records, paths = told_apart(names)
    run = Run(options.Reading(**vars(settings), paths=paths))
    naming = Naming(run)
    found: list[Record] = list(dict.fromkeys(one for name in records for one in naming.records(name)))
    if found:
        chosen = format or options.Format.table
        print_records(found, chosen, _columns(found, chosen), lambda _: explanations(found))
    run.finish()


def _columns(found: list[Record], format: options.Format) -> tuple[Column, ...]:
    from coalition_cli.errors import InputError
    from coalition_cli.records import Figure
    from coalition_cli.render.columns import FIGURES, QUOTES

    figures = sum(isinstance(one, Figure) for one in found)
    if 0 < figures < len(found) and format in (options.Format.csv, options.Format.markdown):
        raise InputError(
            f"quotes and figures have other columns in {format}", remedy="ask for json, or apart"
        )
    return FIGURES if figures else QUOTES
