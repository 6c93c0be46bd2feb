"""What each kind of record shows in a table, a CSV file or a Markdown page.

A column is a heading and a function from record to text; a cell's lines are separated by line feeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from coalition_cli.records import Attribution, Country, Figure, SpeakerReference


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and how to read a record's cell."""

    heading: str
    cell: Callable[[Any], str]


def names(speakers: Iterable[SpeakerReference]) -> str:
    """The speakers' names on one line."""
    return "; ".join(speaker.name for speaker in speakers)


def place(record: Attribution | Figure) -> str:
    """Document and line."""
    return f"{record.doc}:{record.line}"


def number(figure: Figure) -> str:
    """The value or range as a person writes it, with its unit."""
    if figure.value is not None:
        value = _plain(figure.value)
    else:
        value = f"{_plain(figure.low)}–{_plain(figure.high)}"
    return f"{value} {figure.unit}" if figure.unit else value


def _plain(value: float | int | None) -> str:
    if value is None:
        return "…"
    return f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"


def _said(one: Attribution) -> str:
    return one.text


_WHO = (
    Column("id", lambda one: one.id),
    Column("doc", lambda one: one.doc),
    Column("line", lambda one: str(one.line)),
    Column("speakers", lambda one: names(one.speakers)),
)
_REVIEW = (
    Column("origin", lambda one: one.origin),
    Column("review", lambda one: one.review),
    Column("confidence", lambda one: f"{one.confidence:.2f}"),
)
QUOTES = (
    *_WHO,
    Column("role", lambda one: "; ".join(filter(None, (speaker.role for speaker in one.speakers)))),
    Column("kind", lambda one: one.kind),
    Column("form", lambda one: one.form),
    Column("text", _said),
    Column("cue", lambda one: one.cue.text if one.cue else ""),
    Column("source", lambda one: one.source.text if one.source else ""),
    Column("start", lambda one: str(one.content[0].start)),
    Column("end", lambda one: str(one.content[-1].end)),
    *_REVIEW,
)
CLAIMS = (
    *_WHO,
    Column("stance", lambda one: one.stance),
    Column("kind", lambda one: one.kind),
    Column("text", _said),
    Column("figures", lambda one: " ".join(one.figures)),
    Column("countries", lambda one: " ".join(one.countries)),
    Column("start", lambda one: str(one.content[0].start)),
    Column("end", lambda one: str(one.content[-1].end)),
    *_REVIEW,
)
SPEAKERS = (
    Column("id", lambda one: one.id),
    Column("name", lambda one: one.name),
    Column("type", lambda one: one.type),
    Column("roles", lambda one: "; ".join(one.roles)),
    Column("country", lambda one: one.country or ""),
    Column("organisation", lambda one: one.organisation or ""),
    Column("aliases", lambda one: "; ".join(one.aliases)),
    Column("misspellings", lambda one: "; ".join(one.misspellings)),
    Column("quotes", lambda one: str(one.quotes)),
    Column("claims", lambda one: str(one.claims)),
    Column("documents", lambda one: " ".join(one.documents)),
)
FIGURES = (
    *_WHO,
    Column("text", lambda one: one.text),
    Column("value", lambda one: "" if one.value is None else str(one.value)),
    Column("low", lambda one: "" if one.low is None else str(one.low)),
    Column("high", lambda one: "" if one.high is None else str(one.high)),
    Column("bound", lambda one: one.bound),
    Column("qualifier", lambda one: one.qualifier or ""),
    Column("unit", lambda one: one.unit or ""),
    Column("counted", lambda one: one.counted or ""),
    Column("attribution", lambda one: one.attribution or ""),
    Column("review", lambda one: one.review),
)


def mentions_by_way(country: Country) -> str:
    """How often a country is named in each way, most used first."""
    ways = [mention.via for mention in country.mentions]
    counts = sorted(((ways.count(way), way) for way in dict.fromkeys(ways)), key=lambda pair: -pair[0])
    return ", ".join(f"{way} {count}" for count, way in counts)


COUNTRIES = (
    Column("code", lambda one: one.code),
    Column("name", lambda one: one.name),
    Column("mentions", lambda one: str(len(one.mentions))),
    Column("via", mentions_by_way),
    Column("documents", lambda one: " ".join(one.documents)),
    Column("positions", lambda one: str(len(one.positions))),
    Column("members", lambda one: " ".join(one.members)),
)
