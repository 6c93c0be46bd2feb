"""`coalition speakers`: who speaks, under which names."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "speakers"


@expand
def command(
    reading: options.Reading, doc: options.DocFilter = None, format: options.OutputFormat = None
) -> None:
    """Print speakers: name, role, other names, how much of each kind they say and in which documents."""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.cli.selection import counted, in_documents
    from coalition_cli.render import columns, tables

    run = Run(reading)
    found = in_documents(run, doc).speakers
    run.note(counted(len(found), "speaker"))
    print_records(found, format, columns.SPEAKERS, lambda console: tables.speakers_table(found, console))
    run.finish()
