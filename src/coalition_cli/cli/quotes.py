"""`coalition quotes`: who said what, in whole or in part in their own words."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "quotes"


@expand
def command(
    choosing: options.Choosing, reading: options.Reading, format: options.OutputFormat = None
) -> None:
    """Print quotes: speaker, kind, the words, document and line."""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.cli.selection import chosen
    from coalition_cli.render import columns, tables

    run = Run(reading)
    found = chosen(run, run.corpus(), choosing, quotes_only=True)
    print_records(found, format, columns.QUOTES, lambda console: tables.quotes_table(found, console))
    run.finish()
