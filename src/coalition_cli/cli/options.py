"""The options that commands share, each declared once, in groups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    markdown = "markdown"


class EngineName(StrEnum):
    """What finds attributions, as typed."""

    rules = "rules"
    neural = "neural"


class KindName(StrEnum):
    """Kinds of attribution, as typed."""

    direct = "direct"
    mixed = "mixed"
    indirect = "indirect"


class FormName(StrEnum):
    """Forms of attribution, as typed."""

    quotation = "quotation"
    reported = "reported"
    turn = "turn"
    post = "post"


def filled(value: str | None) -> str | None:
    """A value that was given; an empty one (of a variable that is not set, say) would mean everything."""
    if value == "":
        raise typer.BadParameter("nothing is given")
    return value


def all_filled(values: list[str] | None) -> list[str]:
    """As `filled`, for what may be given several times; Typer 0.15 wants a list where nothing was given."""
    for value in values or ():
        filled(value)
    return values or []


def _date(value: str | None) -> str | None:
    from datetime import date

    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date like 2025-04-10") from None


MIN_CONFIDENCE = 0.5
"""What is printed is more likely right than wrong; over the seeds F1 is best here, and 92 in 100 right."""

OutputFormat = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="table, json, jsonl, csv or markdown; unless said, table on a terminal and json in a pipe.",
        show_default=False,
    ),
]
DocFilter = Annotated[
    list[str] | None,
    typer.Option(
        "--doc",
        "-d",
        metavar="DOC",
        help="Document id, its beginning, its file's name, or a shell pattern.",
        callback=all_filled,
    ),
]


@dataclass
class Settings:
    """With what to read."""

    annotations: Annotated[
        Path | None,
        typer.Option(
            "--annotations",
            metavar="FILE",
            help="Hand-checked annotations; data/annotations.yaml, where it exists, unless said.",
            show_default=False,
        ),
    ] = None
    no_annotations: Annotated[
        bool, typer.Option("--no-annotations", help="Leave hand-checked knowledge out.")
    ] = False
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="NAME",
            help="spaCy model to parse with.",
            show_default=False,
            callback=filled,
        ),
    ] = None
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            metavar="NUMBER",
            min=0,
            max=1,
            help="Leave out attributions less sure than this, unless a person checked them.",
        ),
    ] = MIN_CONFIDENCE
    engine: Annotated[
        EngineName | None,
        typer.Option(
            "--engine",
            metavar="ENGINE",
            help="rules, or neural: rules and the learned tagger together.",
            show_default=False,
        ),
    ] = None
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor store results.")] = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, counts or warnings.")] = False


@dataclass
class Reading(Settings):
    """What to read, and with what."""

    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files, folders, .jsonl with id and text, or - for standard input; seeds/ without any.",
            show_default=False,
            callback=all_filled,
        ),
    ] = None


@dataclass
class Choosing:
    """Which attributions to print; a filter given twice takes either."""

    speaker: Annotated[
        list[str] | None,
        typer.Option(
            "--speaker",
            "-s",
            metavar="NAME",
            help="Name, surname or id, with or without accents.",
            callback=all_filled,
        ),
    ] = None
    doc: DocFilter = None
    kind: Annotated[
        list[KindName] | None, typer.Option("--kind", "-k", metavar="KIND", help="direct, mixed or indirect.")
    ] = None
    form: Annotated[
        list[FormName] | None,
        typer.Option("--form", metavar="FORM", help="quotation, reported, turn or post."),
    ] = None
    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country",
            "-c",
            metavar="NAME",
            help="Country in the content: name, demonym or code.",
            callback=all_filled,
        ),
    ] = None
    about: Annotated[
        list[str] | None,
        typer.Option("--about", metavar="TEXT", help="Text that stands in the content.", callback=all_filled),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE", help="Documents of this day (2025-04-10) or later.", callback=_date
        ),
    ] = None
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Documents of this day or earlier.", callback=_date),
    ] = None
