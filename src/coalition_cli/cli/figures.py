"""`coalition figures`: which numbers are stated, by whom, and which do not agree."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "figures"


@expand
def command(
    reading: options.Reading, doc: options.DocFilter = None, format: options.OutputFormat = None
) -> None:
    """Print figures: value or range, bound, unit, what is counted, who says so; conflicting ones together."""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.cli.selection import counted, in_documents
    from coalition_cli.query import figure_groups
    from coalition_cli.render import columns, tables

    run = Run(reading)
    groups = figure_groups(in_documents(run, doc))
    found = [one for group in groups for one in group]
    run.note(counted(len(found), "figure"))
    print_records(found, format, columns.FIGURES, lambda console: tables.figures_table(groups, console))
    run.finish()
