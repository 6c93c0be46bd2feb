"""Annotated attributions over extracted ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from coalition_cli.annotations.claims import claim, extent_of
from coalition_cli.annotations.extent import Letters
from coalition_cli.records import (
    Attribution,
    Evidence,
    Extraction,
    Form,
    Review,
    Span,
    line_of,
    quoted_parts,
    record_id,
)

if TYPE_CHECKING:
    from coalition_cli.annotations.anchors import Offsets
    from coalition_cli.annotations.people import People
    from coalition_cli.annotations.resolved import ResolvedQuote
    from coalition_cli.annotations.schema import Entry


def merge_quotes(
    extraction: Extraction, text: str, quotes: Sequence[ResolvedQuote], people: People
) -> tuple[Attribution, ...]:
    """The attributions of one document, confirmed, corrected, added or removed as the annotations say.

    Their figures and countries are still those of the extractor.
    """
    records = [replace(one, speakers=people.canonical(one.speakers)) for one in extraction.attributions]
    if quotes:
        writer = _Writer(extraction, text, people)
        claims = claim(quotes, records, writer.letters)
        written = [
            writer.write(quote, [records[number] for number in claims.records[index]])
            for index, quote in enumerate(quotes)
            if quote.entry.verdict == "correct" and index not in claims.idle
        ]
        records = written + [one for number, one in enumerate(records) if number not in claims.taken]
    return tuple(sorted(records, key=lambda one: (one.content[0].start, -one.content[-1].end, one.id)))


def changes(quote: ResolvedQuote, base: Attribution, letters: Letters) -> dict[str, str]:
    """What an annotation says otherwise than a record: field to "theirs → ours"; empty where they agree.

    A cue or source agrees where it overlaps; speakers in any order; what the annotation leaves out agrees.
    """
    entry = quote.entry
    found = {}
    if not letters.same(quote.spans, extent_of(base)):
        found["extent"] = f"{_cut(base.text)} → {_cut(_words(quote))}"
    theirs, ours = {one.id for one in base.speakers}, set(entry.speakers)
    if theirs != ours:
        found["speakers"] = f"{_list(theirs)} → {_list(ours)}"
    for name in ("kind", "form", "stance"):
        told = getattr(entry, name)
        if told is not None and told != getattr(base, name):
            found[name] = f"{getattr(base, name)} → {told}"
    for name, place in (("cue", quote.cue), ("source", quote.source)):
        told = entry.gives(name) and (place or getattr(entry, name) is None)
        if told and not _agree(place, getattr(base, name)):
            found[name] = f"{_shown(getattr(base, name))} → {_anchor(getattr(entry, name))}"
    return found


def in_words(changed: dict[str, str]) -> str:
    """Changed fields in words."""
    return "; ".join(f"{name}: {change}" for name, change in changed.items())


def _words(quote: ResolvedQuote) -> str:
    parts = (getattr(one, "exact", None) or f"{one.start} … {one.end}" for one in quote.entry.content)  # type: ignore[union-attr]
    return " … ".join(parts)


def _cut(text: str) -> str:
    return repr(text if len(text) <= 50 else f"{text[:30]}…{text[-19:]}")


def _agree(place: Offsets | None, span: Span | None) -> bool:
    if place is None or span is None:
        return place is None and span is None
    return place[0] < span.end and span.start < place[1]


def _list(ids: set[str]) -> str:
    return ", ".join(sorted(ids)) or "none"


def _shown(span: Span | None) -> str:
    return span.text if span else "none"


def _anchor(anchor: object) -> str:
    return getattr(anchor, "exact", "none")


def decision(entry: Entry, what: str, found: str = "") -> Evidence:
    """What a person decided, who it was and when, what had been found, and the note."""
    by = f" by {entry.checked.by} on {entry.checked.on}" if entry.checked else ""
    parts = (f"{entry.id}: {what}{by}", found, entry.note and f"note: {entry.note}")
    return Evidence("annotation", "; ".join(part for part in parts if part))


class _Writer:
    """Writes the record that an annotation and the extractor's records about the same place make together."""

    def __init__(self, extraction: Extraction, text: str, people: People) -> None:
        self.extraction = extraction
        self.text = text
        self.people = people
        self.letters = Letters(text)

    @cached_property
    def quotations(self) -> list[Offsets]:
        """What stands between outermost quotation marks and is speech."""
        from coalition_cli.documents.terms import speech

        return speech(self.text)

    def write(self, quote: ResolvedQuote, bases: Sequence[Attribution]) -> Attribution:
        if not bases:
            return self._added(quote)
        base = bases[0]
        found = changes(quote, base, self.letters)
        others = [one for one in bases[1:] if not self.letters.same(extent_of(one), extent_of(base))]
        if others:
            found["records"] = f"{', '.join(one.id for one in (base, *others))} → one"
        record = self._told(quote, base)
        if base.review != "unreviewed" and not found:
            return record
        review: Review = "corrected" if found else "confirmed"
        had = f"{base.origin} had {in_words(found)}" if found else ""
        return replace(
            record,
            review=review,
            origin=f"annotation:{quote.entry.id}" if found else base.origin,
            confidence=1.0,
            evidence=(*base.evidence, decision(quote.entry, review, had)),
        )

    def _told(self, quote: ResolvedQuote, base: Attribution) -> Attribution:
        """The record with every field that the annotation gives."""
        entry = quote.entry
        if not self.letters.same(quote.spans, extent_of(base)):
            base = self._with_content(base, quote)
        return replace(
            base,
            kind=entry.kind or base.kind,
            form=entry.form or base.form,
            stance=entry.stance or base.stance,
            cue=self._sign(quote, "cue", base.cue),
            source=self._sign(quote, "source", base.source),
            speakers=self.people.named(entry.speakers),
        )

    def _sign(self, quote: ResolvedQuote, name: str, base: Span | None) -> Span | None:
        """The cue or source: the person's, or the extractor's where that is not given or does not fit."""
        place: Offsets | None = getattr(quote, name)
        if place:
            return Span.of(self.text, *place)
        return None if quote.entry.gives(name) and getattr(quote.entry, name) is None else base

    def _with_content(self, base: Attribution, quote: ResolvedQuote) -> Attribution:
        content = tuple(Span.of(self.text, *span) for span in quote.spans)
        return replace(
            base,
            id=record_id("q", self.extraction.text_sha256, quote.spans),
            line=line_of(self.text, content[0].start),
            text=" … ".join(span.text for span in content),
            content=content,
            quoted=quoted_parts(self.text, content, self.quotations),
        )

    def _added(self, quote: ResolvedQuote) -> Attribution:
        entry = quote.entry
        assert entry.kind is not None  # the file's own rules see to it
        inferred: Form = "reported" if entry.kind == "indirect" else "quotation"
        blank = Attribution(
            id="", doc=self.extraction.id, line=1, kind=entry.kind, form=entry.form or inferred, text="",
            content=(), quoted=(), cue=None, source=None, speakers=(), stance=entry.stance or "asserts",
            figures=(), countries=(), origin=f"annotation:{entry.id}", review="added", confidence=1.0,
            evidence=(decision(entry, "added"),),
        )  # fmt: skip
        return self._told(quote, self._with_content(blank, quote))
