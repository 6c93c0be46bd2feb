"""Annotated figures and country mentions over extracted ones: one span each, and spans do not nest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from coalition_cli.assemble import innermost
from coalition_cli.records import Attribution, CountryMention, Extraction, Figure, Span, line_of, record_id

if TYPE_CHECKING:
    from coalition_cli.annotations.people import People
    from coalition_cli.annotations.resolved import ResolvedCountry, ResolvedFigure

_Record = TypeVar("_Record", Figure, CountryMention)

VALUES = ("value", "low", "high")
"""Given together: a value takes a range's ends away."""


def matches(
    entries: Sequence[ResolvedFigure | ResolvedCountry], records: Sequence[_Record]
) -> tuple[dict[int, list[_Record]], list[_Record]]:
    """The records that each entry overlaps (the very same span first), and those that none does.

    Of entries that overlap each other, the first by place and id counts; proposals count nothing.
    """
    found: dict[int, list[_Record]] = {}
    free = list(records)
    for index, one in enumerate(entries):
        place = one.spans[0]
        if one.entry.verdict == "unreviewed" or any(_overlap(place, entries[i].spans[0]) for i in found):
            continue
        found[index] = sorted(
            (record for record in free if _overlap(place, (record.span.start, record.span.end))),
            key=lambda record: ((record.span.start, record.span.end) != place, record.span.start),
        )
    taken = {id(record) for records in found.values() for record in records}
    return found, [record for record in free if id(record) not in taken]


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def figure_fields(one: ResolvedFigure, people: People) -> dict[str, Any]:
    """The fields of a figure that the entry gives."""
    entry = one.entry
    told = {name: getattr(entry, name) for name in ("qualifier", "unit", "counted") if entry.gives(name)}
    if any(entry.gives(name) for name in VALUES):
        told |= {name: getattr(entry, name) for name in VALUES}
    if entry.bound:
        told["bound"] = entry.bound
    if entry.gives("speakers"):
        told["speakers"] = people.named(entry.speakers)
    return told


def mention_fields(one: ResolvedCountry) -> dict[str, Any]:
    """The fields of a country mention that the entry gives."""
    told: dict[str, Any] = {"codes": one.entry.codes}
    if one.entry.via:
        told["via"] = one.entry.via
    return told


def merge_figures(
    extraction: Extraction,
    text: str,
    entries: Sequence[ResolvedFigure],
    attributions: Sequence[Attribution],
    people: People,
) -> tuple[Figure, ...]:
    """The figures of one document as the annotations say, each with the merged attribution it stands in."""

    def placed(figure: Figure) -> Figure:
        said = innermost(attributions, figure.span)
        attribution = said.id if said else None
        if figure.review != "unreviewed":
            return replace(figure, speakers=people.canonical(figure.speakers), attribution=attribution)
        return replace(figure, speakers=said.speakers if said else (), attribution=attribution)

    def blank(span: Span) -> Figure:
        return placed(
            Figure(
                id="", doc=extraction.id, line=1, span=span, text="", value=None, low=None, high=None,
                bound="exactly", qualifier=None, unit=None, counted=None, speakers=(), attribution=None,
                origin="", review="unreviewed",
            )
        )  # fmt: skip

    def moved(figure: Figure, span: Span) -> Figure:
        place = ((span.start, span.end),)
        name = record_id("f", extraction.text_sha256, place)
        return placed(replace(figure, id=name, span=span, text=span.text, line=line_of(text, span.start)))

    found, free = matches(entries, [placed(one) for one in extraction.figures])
    for index, records in found.items():
        one = entries[index]
        if one.entry.verdict == "correct":
            span = Span.of(text, *one.spans[0])
            base = records[0] if records else None
            record = moved(base or blank(span), span)
            free.append(_decided(one, base, replace(record, **figure_fields(one, people))))
    return tuple(sorted(free, key=lambda figure: figure.span.start))


def merge_mentions(
    extraction: Extraction, text: str, entries: Sequence[ResolvedCountry]
) -> tuple[CountryMention, ...]:
    """The country mentions of one document as the annotations say."""
    known = dict.fromkeys(mention for country in extraction.countries for mention in country.mentions)
    found, free = matches(entries, list(known))
    for index, records in found.items():
        one = entries[index]
        if one.entry.verdict == "correct":
            span = Span.of(text, *one.spans[0])
            line = line_of(text, span.start)
            base = records[0] if records else None
            blank = CountryMention(extraction.id, line, span, (), "name", "", "unreviewed")
            record = replace(base or blank, span=span, line=line)
            free.append(_decided(one, base, replace(record, **mention_fields(one))))
    return tuple(sorted(free, key=lambda mention: (mention.span.start, mention.codes)))


def _decided(one: ResolvedFigure | ResolvedCountry, base: _Record | None, told: _Record) -> _Record:
    """The record with what became of it: nothing changed, something did, or there was none."""
    if base is None:
        return replace(told, review="added", origin=f"annotation:{one.entry.id}")
    if told == base:
        return replace(told, review="confirmed") if base.review == "unreviewed" else told
    return replace(told, review="corrected", origin=f"annotation:{one.entry.id}")
