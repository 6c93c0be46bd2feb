"""`coalition review`: a person decides what the extractor found, one record at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

if TYPE_CHECKING:
    from coalition_cli.cli.run import Run
    from coalition_cli.records import Speaker

NAME = "review"


def _me() -> str:
    """Who sits here, as git or the system knows them."""
    import getpass
    import subprocess

    try:
        name = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, check=False
        ).stdout
    except OSError:
        name = ""
    try:
        return name.strip() or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


@expand
def command(
    choosing: options.Choosing,
    reading: options.Reading,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", help="Who decides; git's user name unless said.", show_default=False
        ),
    ] = None,
) -> None:
    """Walk through what no person has looked at: accept, reject, correct; every decision is saved at once."""
    from datetime import date

    from coalition_cli.annotations.review import Reviewer, items_of
    from coalition_cli.annotations.write import AnnotationFileEditor, require_writable
    from coalition_cli.cli.dialogue import Dialogue
    from coalition_cli.cli.run import DEFAULT_ANNOTATIONS, Run
    from coalition_cli.cli.selection import filters_of
    from coalition_cli.query import of_documents, select

    path = reading.annotations or DEFAULT_ANNOTATIONS
    require_writable(path)
    if not path.exists():
        reading.no_annotations, reading.annotations = True, None
    run = Run(reading)
    corpus = run.corpus()
    filters = filters_of(choosing)
    narrowed = any((filters.speakers, filters.kinds, filters.forms, filters.countries, filters.about))
    chosen = of_documents(corpus, filters.docs)
    items = items_of(chosen, run.texts, select(corpus, filters), spans=not narrowed)
    checked = {"by": by or _me(), "on": date.today().isoformat()}
    reviewer = Reviewer(corpus, _speakers(run, corpus.speakers), checked, str(path))
    Dialogue(items, reviewer, AnnotationFileEditor(path)).run()
    run.finish()


def _speakers(run: Run, extracted: tuple[Speaker, ...]) -> list[Speaker]:
    """Everybody who may be named: who says something, and who stands in the file."""
    from coalition_cli.annotations.people import People

    entries = run.annotations.file.speakers if run.annotations else ()
    return list(People(entries, extracted).known.values())
