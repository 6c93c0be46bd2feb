"""`coalition speakers`: who speaks, under which names."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "speakers"


@expand
def command(
    reading: options.Reading, doc: options.DocFilter = None, format: options.OutputFormat = None
) -> None:
    """Print speakers"""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.query import of_documents
    from coalition_cli.render import columns, tables

    run = Run(reading)
    found = of_documents(run.corpus(), doc or ()).speakers
    run.note(f"{len(found)} speakers")
    print_records(found, format, columns.SPEAKERS, lambda console: tables.speakers_table(found, console))
    run.finish()
