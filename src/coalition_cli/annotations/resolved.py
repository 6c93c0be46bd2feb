"""The entries about one text, their anchors resolved to offsets, and a finding for each that fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from coalition_cli.annotations.anchors import Offsets, Resolution, resolve, resolve_near
from coalition_cli.annotations.candidates import nearest
from coalition_cli.annotations.findings import Finding
from coalition_cli.records import line_of, text_sha256

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations
    from coalition_cli.annotations.schema import (
        CountryEntry,
        Entry,
        FigureEntry,
        QuoteEntry,
        TextQuote,
        TextRange,
    )

Section = Literal["quotes", "figures", "countries"]


@dataclass(frozen=True, slots=True)
class ResolvedQuote:
    """An entry of `quotes` in its text; a cue or source is none where not given or where its anchor fails."""

    entry: QuoteEntry
    index: int
    spans: tuple[Offsets, ...]
    cue: Offsets | None
    source: Offsets | None


@dataclass(frozen=True, slots=True)
class ResolvedFigure:
    """An entry of `figures` in its text."""

    entry: FigureEntry
    index: int
    spans: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class ResolvedCountry:
    """An entry of `countries` in its text."""

    entry: CountryEntry
    index: int
    spans: tuple[Offsets, ...]


ResolvedEntry = ResolvedQuote | ResolvedFigure | ResolvedCountry


@dataclass
class Resolved:
    """What the annotations say of one text, by the order of the text, and what could not be used."""

    quotes: list[ResolvedQuote] = field(default_factory=list)
    figures: list[ResolvedFigure] = field(default_factory=list)
    countries: list[ResolvedCountry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def proposed(self) -> set[Offsets]:
        """Where there are proposals that nobody has decided: first and last offset of each."""
        entries: list[ResolvedEntry] = [*self.quotes, *self.figures, *self.countries]
        return {(one.spans[0][0], one.spans[-1][1]) for one in entries if one.entry.verdict == "unreviewed"}


def resolve_document(annotations: Annotations, doc: str, text: str) -> Resolved:
    """Every entry about the document `doc`, resolved in its text; each anchor that fails is a finding
    (A101, A102).

    A text that is not the one checked is a finding too (A103), and its entries are used where they still fit.
    """
    reader = _Reader(annotations, text)
    reader.check_hash(doc)
    quotes = [reader.quote(index, entry) for index, entry in annotations.quotes_of(doc)]
    figures = [reader.figure(index, entry) for index, entry in annotations.figures_of(doc)]
    countries = [reader.country(index, entry) for index, entry in annotations.countries_of(doc)]
    return Resolved(
        quotes=sorted(filter(None, quotes), key=_order),
        figures=sorted(filter(None, figures), key=_order),
        countries=sorted(filter(None, countries), key=_order),
        findings=sorted(reader.findings, key=lambda one: one.order),
    )


def _order(one: ResolvedEntry) -> tuple[tuple[Offsets, ...], str]:
    return one.spans, one.entry.id


class _Reader:
    """Resolves the anchors of one text and notes those that fail."""

    def __init__(self, annotations: Annotations, text: str) -> None:
        self.annotations = annotations
        self.text = text
        self.findings: list[Finding] = []

    def check_hash(self, doc: str) -> None:
        entry = self.annotations.documents.get(doc)
        now = text_sha256(self.text)
        if entry is None or entry.sha256 == now:
            return
        index = self.annotations.file.documents.index(entry)
        message = f"the text of {doc!r} has changed since it was checked; its hash is now {now}"
        self._note("A103", message, doc, "documents", index, "sha256")

    def quote(self, index: int, entry: QuoteEntry) -> ResolvedQuote | None:
        places = [
            self._place(entry, item, resolve(self.text, item), "quotes", index, "content", number)
            for number, item in enumerate(entry.content)
        ]
        spans = tuple(sorted(place for place in places if place))
        if len(spans) < len(places):
            return None
        if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
            message = f"the content of {entry.id!r} overlaps itself"
            self._note("A104", message, entry.id, "quotes", index, "content")
            return None
        return ResolvedQuote(
            entry,
            index,
            spans,
            self._sign(entry, spans, index, "cue"),
            self._sign(entry, spans, index, "source"),
        )

    def _sign(
        self, entry: QuoteEntry, spans: tuple[Offsets, ...], index: int, name: Literal["cue", "source"]
    ) -> Offsets | None:
        anchor = entry.cue if name == "cue" else entry.source
        if anchor is None:
            return None
        return self._place(entry, anchor, resolve_near(self.text, anchor, spans), "quotes", index, name)

    def figure(self, index: int, entry: FigureEntry) -> ResolvedFigure | None:
        place = self._place(entry, entry.span, resolve(self.text, entry.span), "figures", index, "span")
        return ResolvedFigure(entry, index, (place,)) if place else None

    def country(self, index: int, entry: CountryEntry) -> ResolvedCountry | None:
        place = self._place(entry, entry.span, resolve(self.text, entry.span), "countries", index, "span")
        return ResolvedCountry(entry, index, (place,)) if place else None

    def _place(
        self, entry: Entry, anchor: TextQuote | TextRange, resolution: Resolution, *way: str | int
    ) -> Offsets | None:
        """The one place of an anchor; a finding where there is none or several."""
        if resolution.place is None:
            told = " … ".join(filter(None, (getattr(anchor, name, "") for name in ("exact", "start", "end"))))
            if resolution.places:
                message = (
                    f"the anchor {_short(told)} fits in {len(resolution.places)} places of {entry.doc!r}"
                )
                self._note("A102", message, entry.id, *way, hints=_occurrences(self.text, resolution.places))
            else:
                message = f"the anchor {_short(told)} fits nowhere in {entry.doc!r}"
                self._note("A101", message, entry.id, *way, hints=nearest(self.text, told))
        return resolution.place

    def _note(
        self, code: str, message: str, subject: str, *way: str | int, hints: tuple[str, ...] = ()
    ) -> None:
        place = self.annotations.place(*way)
        self.findings.append(Finding(code, message, self.annotations.path, place, subject, hints))


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:40]}…{text[-19:]}")


def _occurrences(text: str, places: Sequence[Offsets]) -> tuple[str, ...]:
    """The first few places of an ambiguous anchor, each with the text around it."""
    shown = []
    for start, end in places[:5]:
        around = text[max(0, start - 25) : start] + "[" + text[start:end] + "]" + text[end : end + 25]
        shown.append(f"line {line_of(text, start)}: …{' '.join(around.split())}…")
    return tuple(shown)
