"""Every annotation against today's extraction (codes A202 to A206)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from coalition_cli.annotations.claims import claim, extent_of
from coalition_cli.annotations.extent import Letters
from coalition_cli.annotations.findings import Finding, Place
from coalition_cli.annotations.merge_quotes import changes, in_words
from coalition_cli.annotations.merge_spans import figure_fields, matches, mention_fields
from coalition_cli.annotations.nodes import place_at
from coalition_cli.annotations.people import People
from coalition_cli.annotations.resolved import Resolved, Section
from coalition_cli.assemble import confident
from coalition_cli.documents.read import LINES, STDIN
from coalition_cli.records import Attribution, Extraction, Span

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations
    from coalition_cli.annotations.resolved import ResolvedEntry
    from coalition_cli.documents.document import Document

SECTIONS: tuple[Section, ...] = ("quotes", "figures", "countries")


def check_agreement(
    annotations: Annotations, extraction: Extraction, text: str, resolved: Resolved, least: float
) -> Iterator[Finding]:
    """What one document's entries and the extractor say differently; `extraction` is not merged.

    An entry is compared with what the merge would take for its record. That no reader would see the record,
    because its confidence is under `least`, is a difference too.
    """
    told = _Told(annotations)
    people = People(annotations.file.speakers, extraction.speakers)
    records = [replace(one, speakers=people.canonical(one.speakers)) for one in extraction.attributions]
    yield from _quotes(told, records, text, resolved, least)
    yield from _figures(told, confident(extraction, least), people, resolved)
    mentions = list(dict.fromkeys(mention for one in extraction.countries for mention in one.mentions))
    yield from _spans(told, "countries", resolved.countries, mentions, mention_fields)


def check_unreviewed(
    merged: Extraction, document: Document, proposed: set[tuple[int, int]]
) -> Iterator[Finding]:
    """The records of a merged extraction that no entry is about (A205), each at its place in the text.

    Those at the places `proposed` have an undecided entry, which is a finding of its own.
    """
    for spans, subject, what in _unreviewed(merged):
        if (spans[0].start, spans[-1].end) not in proposed:
            yield _in_text(document, spans[0], subject, f"unreviewed {what}")


def _unreviewed(merged: Extraction) -> Iterator[tuple[Sequence[Span], str, str]]:
    """Where each record is that nobody looked at, its id, and what it is."""
    for one in merged.attributions:
        if one.review == "unreviewed":
            shown = " ".join(one.text.split())
            yield one.content, one.id, f"{one.kind} {one.form}: {shown[:60]!r}"
    for figure in merged.figures:
        if figure.review == "unreviewed":
            yield (figure.span,), figure.id, f"figure: {figure.text!r}"
    for mention in dict.fromkeys(mention for country in merged.countries for mention in country.mentions):
        if mention.review == "unreviewed":
            subject = f"{mention.doc}:{mention.span.start}"
            yield (mention.span,), subject, f"country: {mention.span.text!r} ({', '.join(mention.codes)})"


def _in_text(document: Document, span: Span, subject: str, message: str) -> Finding:
    """A finding about a record, at its place; a file of several documents has no lines of one of them."""
    place = place_at(document.text, span.start, span.end)
    if not _is_among_others(document):
        return Finding("A205", message, document.path, place, subject)
    hint = f"line {place.line}, column {place.column} of its text"
    told = f"{message}, in document {document.id!r}"
    return Finding("A205", told, document.path, Place(1, 1, 1, 1), subject, (hint,))


def _is_among_others(document: Document) -> bool:
    """Whether a document came on a line of its own, from JSON Lines."""
    if document.path == STDIN:
        return document.id != "stdin"
    return PurePath(document.path).suffix.lower() in LINES


def check_proposals(annotations: Annotations, docs: set[str]) -> Iterator[Finding]:
    """The entries that nobody has decided (A206)."""
    told = _Told(annotations)
    for section in SECTIONS:
        for index, entry in enumerate(getattr(annotations.file, section)):
            if entry.verdict == "unreviewed" and entry.doc in docs:
                yield told.finding(
                    "A206", f"the proposal {entry.id!r} is undecided", section, index, "verdict"
                )


class _Told:
    """Makes findings at the nodes of one annotation file."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations

    def finding(
        self,
        code: str,
        message: str,
        section: Section,
        index: int,
        *way: str | int,
        fields: Sequence[str] = (),
    ) -> Finding:
        entry = getattr(self.annotations.file, section)[index]
        place = self.annotations.place(section, index, *way)
        return Finding(code, message, self.annotations.path, place, entry.id, fields=tuple(fields))

    def missing(self, section: Section, one: ResolvedEntry) -> Finding:
        message = f"{one.entry.id!r}: the extractor does not find it"
        return self.finding("A203", message, section, one.index, "id")

    def unsure(self, section: Section, one: ResolvedEntry, record: Attribution, least: float) -> Finding:
        message = (
            f"{one.entry.id!r}: {record.origin} finds it, but at confidence {record.confidence:.2f}, under "
            f"{least:g}"
        )
        return self.finding("A203", message, section, one.index, "id")

    def rejected(self, section: Section, one: ResolvedEntry, found: Sequence[Any]) -> Finding:
        message = f"{one.entry.id!r} is rejected, but {found[0].origin} finds it"
        return self.finding("A204", message, section, one.index, "verdict")

    def differs(self, section: Section, one: ResolvedEntry, origin: str, changed: dict[str, str]) -> Finding:
        message = f"{one.entry.id!r}: {origin} has {in_words(changed)}"
        field = next(iter(changed))
        node = {"extent": "content", "records": "content"}.get(field, field)
        return self.finding("A202", message, section, one.index, node, fields=tuple(changed))


def _quotes(
    told: _Told, records: list[Attribution], text: str, resolved: Resolved, least: float
) -> Iterator[Finding]:
    letters = Letters(text)
    claims = claim(resolved.quotes, records, letters)
    for index, quote in enumerate(resolved.quotes):
        found = [records[number] for number in claims.records[index]]
        seen = [one for one in found if one.confidence >= least]
        if quote.entry.verdict == "rejected":
            if seen:
                yield told.rejected("quotes", quote, seen)
        elif quote.entry.verdict == "correct" and index not in claims.idle:
            if not found:
                yield told.missing("quotes", quote)
            elif not seen:
                yield told.unsure("quotes", quote, found[0], least)
            elif changed := _changes(quote, found, letters):
                yield told.differs("quotes", quote, found[0].origin, changed)


def _changes(quote: Any, found: Sequence[Attribution], letters: Letters) -> dict[str, str]:
    changed = changes(quote, found[0], letters)
    others = [one for one in found[1:] if not letters.same(extent_of(one), extent_of(found[0]))]
    return changed | ({"records": f"{len(others) + 1} → one"} if others else {})


def _figures(told: _Told, extraction: Extraction, people: People, resolved: Resolved) -> Iterator[Finding]:
    figures = [replace(one, speakers=people.canonical(one.speakers)) for one in extraction.figures]
    yield from _spans(told, "figures", resolved.figures, figures, lambda one: figure_fields(one, people))


def _spans(told: _Told, section: Section, entries: Any, records: Any, fields_of: Any) -> Iterator[Finding]:
    found, _ = matches(entries, records)
    for index, own in found.items():
        one = entries[index]
        if one.entry.verdict == "rejected":
            if own:
                yield told.rejected(section, one, own)
        elif not own:
            yield told.missing(section, one)
        elif changed := _different(one, own, fields_of(one)):
            yield told.differs(section, one, own[0].origin, changed)


def _different(one: Any, own: Sequence[Any], fields: dict[str, Any]) -> dict[str, str]:
    """What an entry says otherwise than the extractor's figure or country."""
    base = own[0]
    changed = {
        name: f"{_plain(getattr(base, name))} → {_plain(value)}"
        for name, value in fields.items()
        if _key(getattr(base, name)) != _key(value)
    }
    if len(own) > 1:
        changed = {"records": f"{len(own)} → one"} | changed
    if (base.span.start, base.span.end) != one.spans[0]:
        changed = {"span": f"{base.span.text!r} → {one.entry.span.exact!r}"} | changed
    return changed


def _key(value: Any) -> Any:
    """Speakers are compared by id, in any order."""
    if isinstance(value, tuple):
        return sorted(getattr(item, "id", item) for item in value)
    return value


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(getattr(item, "id", item)) for item in value) or "none"
    return "none" if value is None else str(value)
