"""`coalition countries`: which countries are named, and how."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "countries"


@expand
def command(
    reading: options.Reading, doc: options.DocFilter = None, format: options.OutputFormat = None
) -> None:
    """Print countries: how often and in which way each is named, what it is said to hold, and where."""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.cli.selection import counted, in_documents
    from coalition_cli.render import columns, tables

    run = Run(reading)
    found = in_documents(run, doc).countries
    run.note(counted(len(found), "country", "countries"))
    print_records(found, format, columns.COUNTRIES, lambda console: tables.countries_table(found, console))
    run.finish()
