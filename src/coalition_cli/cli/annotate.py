"""`coalition annotate`: proposals for a new corpus, for a person to decide."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "annotate"


@expand
def command(
    reading: options.Reading,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write there; what the file has already stays as it is."
        ),
    ] = None,
) -> None:
    """Propose an entry for every record, all unreviewed, so that a person starts from something."""
    from coalition_cli.annotations.annotate import annotate
    from coalition_cli.annotations.write import AnnotationFileEditor, require_writable
    from coalition_cli.cli.run import Run

    if output:
        require_writable(output)
    reading.annotations = output if output and output.exists() else None
    reading.no_annotations = reading.annotations is None
    run = Run(reading)
    corpus = run.corpus()
    editor = AnnotationFileEditor(output) if output else None
    text, count, lost = annotate(
        editor.text if editor else "", run.annotations, corpus.extractions, corpus.speakers, run.texts
    )
    if editor is None:
        typer.echo(text, nl=False)
    elif text != editor.text:
        editor.change(text)
    run.note(
        f"{count} proposals" + (f"; {lost} records stand where no anchor tells them apart" if lost else "")
    )
    run.finish()
