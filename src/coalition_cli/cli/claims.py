"""`coalition claims`: all attributions as propositions."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "claims"


@expand
def command(
    choosing: options.Choosing, reading: options.Reading, format: options.OutputFormat = None
) -> None:
    """Print claims: who asserts, denies, promises or asks what, with its figures and countries."""
    from coalition_cli.cli.output import print_records
    from coalition_cli.cli.run import Run
    from coalition_cli.cli.selection import chosen
    from coalition_cli.render import columns, tables

    run = Run(reading)
    corpus = run.corpus()
    found = chosen(run, corpus, choosing, quotes_only=False)
    figures = {one.id: one for one in corpus.figures}
    print_records(found, format, columns.CLAIMS, lambda console: tables.claims_table(found, figures, console))
    run.finish()
