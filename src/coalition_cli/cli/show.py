"""`coalition show`: a text with what was found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "show"


@expand
def command(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOC",
            help="A document's id or its beginning, or a file.",
            show_default=False,
            callback=options.filled,
        ),
    ],
    reading: options.Reading,
) -> None:
    """Print a document with content, cue, source and figures marked."""
    from coalition_cli.cli.output import stdout_console
    from coalition_cli.cli.run import Run
    from coalition_cli.errors import InputError
    from coalition_cli.query import of_documents
    from coalition_cli.render.marked import heading, legend, marked_text

    if not reading.paths and Path(document).is_file():
        reading.paths, document = [document], ""
    run = Run(reading)
    corpus = run.corpus()
    found = of_documents(corpus, (document,)).extractions
    if not found:
        known = ", ".join(one.id for one in corpus.extractions)
        raise InputError(
            f"no document is called {document!r}", remedy=f"there are: {known}" if known else None
        )
    console = stdout_console()
    console.print(legend(console))
    for one in found:
        console.print(heading(one.id, console))
        console.print(marked_text(one, run.texts[one.id], console))
    run.finish()
