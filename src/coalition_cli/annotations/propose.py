"""Entries of the annotation file made from records: anchors that fit exactly once, readable ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from coalition_cli.annotations.anchors import Offsets, Resolution, resolve, resolve_near
from coalition_cli.annotations.schema import TextQuote, TextRange
from coalition_cli.records import (
    Attribution,
    CountryMention,
    Extraction,
    Figure,
    Span,
    Speaker,
    SpeakerReference,
)
from coalition_cli.speakers.fold import words

if TYPE_CHECKING:
    from coalition_cli.annotations.schema import Verdict

LONG = 160
"""Characters: a longer content is anchored by its first and last words."""
ENDS = 5
"""Words that a long content is anchored by at each end, to begin with; more where they do not fit once."""

MOST_AROUND = 60
"""Words around a stretch that are tried to tell it from others like it."""

Entry = dict[str, Any]


class Proposer:
    """Makes entries about one text; `taken` are the ids that its file already has."""

    def __init__(self, doc: str, text: str, taken: Iterable[str] = ()) -> None:
        self.doc = doc
        self.text = text
        self.taken = set(taken)

    def quote(self, record: Attribution, verdict: Verdict = "unreviewed", **more: Any) -> Entry | None:
        """An entry that says what the record says; none where no anchor tells its place from others."""
        content = [(span.start, span.end) for span in record.content]
        anchors = [self.anchor(*span) for span in content]
        if not all(anchors):
            return None
        head = {"id": self._name(record.speakers, record.text), "doc": self.doc, "content": anchors}
        if verdict == "rejected":
            return {**head, "kind": record.kind, "form": record.form, "verdict": verdict, **more}
        return {
            **head,
            "source": self._sign(record.source, content),
            "cue": self._sign(record.cue, content),
            "speakers": [one.id for one in record.speakers],
            "kind": record.kind,
            "form": record.form,
            "stance": record.stance,
            "verdict": verdict,
            **more,
        }

    def figure(self, record: Figure, verdict: Verdict = "unreviewed", **more: Any) -> Entry | None:
        """As `quote`, for a figure."""
        entry = self._span(record.span, record.speakers, f"{record.text} {record.counted or ''}")
        if entry is None or verdict == "rejected":
            return entry and {**entry, "verdict": verdict, **more}
        given = ("value",) if record.value is not None else ("low", "high")
        fields = {name: getattr(record, name) for name in (*given, "bound", "qualifier", "unit", "counted")}
        return {
            **entry,
            **fields,
            "speakers": [one.id for one in record.speakers],
            "verdict": verdict,
            **more,
        }

    def country(self, record: CountryMention, verdict: Verdict = "unreviewed", **more: Any) -> Entry | None:
        """As `quote`, for a country."""
        entry = self._span(record.span, (), record.span.text)
        if entry is None or verdict == "rejected":
            return entry and {**entry, "verdict": verdict, **more}
        return {**entry, "codes": list(record.codes), "via": record.via, "verdict": verdict, **more}

    def anchor(self, start: int, end: int) -> dict[str, str] | None:
        """The shortest anchor that fits at these offsets and nowhere else."""
        if end - start > LONG and (found := self._range(start, end)):
            return found
        return self._exact(start, end, lambda anchor: resolve(self.text, anchor))

    def _sign(self, span: Span | None, content: Sequence[Offsets]) -> dict[str, str] | None:
        if span is None:
            return None
        return self._exact(span.start, span.end, lambda anchor: resolve_near(self.text, anchor, content))

    def _exact(self, start: int, end: int, find: Callable[[TextQuote], Resolution]) -> dict[str, str] | None:
        """Exact text, with a word more before it or after it until it fits once."""
        exact, low, high = self.text[start:end], start, end
        for _ in range(MOST_AROUND):
            fields = {"exact": exact}
            if low < start:
                fields["prefix"] = self.text[low:start]
            if high > end:
                fields["suffix"] = self.text[end:high]
            places = find(TextQuote(**fields)).places
            if places == ((start, end),):
                return fields
            if (low == 0 and high == len(self.text)) or (start, end) not in places:
                return None
            if low and (start - low <= high - end or high == len(self.text)):
                low = _word_before(self.text, low)
            else:
                high = _word_after(self.text, high)
        return None

    def _range(self, start: int, end: int) -> dict[str, str] | None:
        """The first and the last words, more of them until they fit once."""
        for count in range(ENDS, 4 * ENDS):
            first = self.text[start : _forward(self.text, start, count)]
            last = self.text[_backward(self.text, end, count) : end]
            if len(first) + len(last) >= end - start:
                return None
            if resolve(self.text, TextRange(start=first, end=last)).places == ((start, end),):
                return {"start": first, "end": last}
        return None

    def _span(self, span: Span, speakers: Sequence[SpeakerReference], text: str) -> Entry | None:
        anchor = self._exact(span.start, span.end, lambda one: resolve(self.text, one))
        return anchor and {"id": self._name(speakers, text), "doc": self.doc, "span": anchor}

    def _name(self, speakers: Sequence[SpeakerReference], text: str) -> str:
        """A new id: who, the first words, the document."""
        who = speakers[0].id.split("-")[-1:] if speakers else []
        parts = [*who, *[word for word in words(text) if word.isascii()][:4], *words(self.doc)[:1]]
        name = stem = "-".join(part for part in parts if part)[:60].strip("-") or "entry"
        number = 2
        while name in self.taken:
            name, number = f"{stem}-{number}", number + 1
        self.taken.add(name)
        return name


def _word_before(text: str, offset: int) -> int:
    """Where the word before an offset begins."""
    while offset and text[offset - 1].isspace():
        offset -= 1
    while offset and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _word_after(text: str, offset: int) -> int:
    """Where the word after an offset ends."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    while offset < len(text) and not text[offset].isspace():
        offset += 1
    return offset


def _forward(text: str, offset: int, count: int) -> int:
    for _ in range(count):
        offset = _word_after(text, offset)
    return offset


def _backward(text: str, offset: int, count: int) -> int:
    for _ in range(count):
        offset = _word_before(text, offset)
    return offset


def document_entry(extraction: Extraction) -> Entry:
    """A text, by the hash of what was read."""
    return {"id": extraction.id, "sha256": extraction.text_sha256, "date": extraction.date}


def speaker_entry(speaker: Speaker) -> Entry:
    """A speaker as the extractor has it."""
    return {
        "id": speaker.id, "name": speaker.name, "type": speaker.type,
        "role": speaker.roles[0] if speaker.roles else None, "country": speaker.country,
        "organisation": speaker.organisation, "aliases": list(speaker.aliases),
        "misspellings": list(speaker.misspellings),
    }  # fmt: skip
