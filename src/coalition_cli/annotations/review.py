"""What no person has looked at, one record at a time, and what a decision writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, cast

from coalition_cli.annotations.anchors import Offsets, resolve
from coalition_cli.annotations.annotate import HEADER, add_speakers, ids_of
from coalition_cli.annotations.load import Annotations, parse_annotations
from coalition_cli.annotations.merge_spans import VALUES
from coalition_cli.annotations.propose import Entry, Proposer, document_entry
from coalition_cli.annotations.resolved import resolve_document
from coalition_cli.annotations.schema import TextQuote, TextRange
from coalition_cli.annotations.write import add_entry, set_value
from coalition_cli.errors import AnnotationError
from coalition_cli.records import (
    WHOLE_BLOCK,
    Attribution,
    CountryMention,
    Figure,
    Span,
    Speaker,
    kind_of,
    quoted_parts,
)

if TYPE_CHECKING:
    from coalition_cli.annotations.resolved import ResolvedEntry, Section
    from coalition_cli.query import Corpus

Record = Attribution | Figure | CountryMention
Decision = Literal["correct", "rejected"]

_UNSAID = object()


@dataclass(frozen=True, slots=True)
class Item:
    """One record to decide, with the text it stands in and the place where the extractor has it."""

    record: Record
    text: str
    place: tuple[Offsets, ...] = ()

    @classmethod
    def of(cls, record: Record, text: str) -> Item:
        """A record as the extractor has it."""
        item = cls(record, text)
        return replace(item, place=item.content)

    @property
    def section(self) -> Section:
        """Where its entry belongs."""
        if isinstance(self.record, Attribution):
            return "quotes"
        return "figures" if isinstance(self.record, Figure) else "countries"

    @property
    def content(self) -> tuple[Offsets, ...]:
        """The offsets that the record is about."""
        spans = self.record.content if isinstance(self.record, Attribution) else (self.record.span,)
        return tuple((span.start, span.end) for span in spans)

    @property
    def passage(self) -> Offsets:
        """The lines that the content stands in."""
        before = self.text.rfind("\n", 0, self.content[0][0]) + 1
        after = self.text.find("\n", self.content[-1][1])
        return before, len(self.text) if after < 0 else after


def items_of(
    corpus: Corpus, texts: Mapping[str, str], attributions: Iterable[Attribution], *, spans: bool
) -> list[Item]:
    """What is unreviewed: attributions, least confident first, then with `spans` figures and countries."""
    found = [one for one in attributions if one.review == "unreviewed"]
    items = [Item.of(one, texts[one.doc]) for one in sorted(found, key=lambda one: one.confidence)]
    for extraction in corpus.extractions if spans else ():
        mentions = dict.fromkeys(mention for one in extraction.countries for mention in one.mentions)
        others: list[Figure | CountryMention] = [*extraction.figures, *mentions]
        items += [Item.of(one, texts[extraction.id]) for one in others if one.review == "unreviewed"]
    return items


class Reviewer:
    """Turns decisions into texts of the annotation file.

    `checked` says who decides and when; `speakers` are all that may be named.
    """

    def __init__(self, corpus: Corpus, speakers: Sequence[Speaker], checked: Entry, name: str) -> None:
        self.extractions = {one.id: one for one in corpus.extractions}
        self.speakers = list(speakers)
        self.checked = checked
        self.name = name

    def decide(self, text: str, item: Item, verdict: Decision, note: str = "") -> str:
        """The file's text with the decision: a proposal about the very place is completed, else an entry
        added.

        Raises `AnnotationError` where no anchor tells the place from others, or where the file would break.
        """
        text = text or HEADER
        annotations = self._read(text)
        more: Entry = {"checked": self.checked} | ({"note": note} if note else {})
        entry = _entry(item, verdict, ids_of(annotations), more)
        if entry is None:
            raise AnnotationError("no anchor tells this place from others", remedy="skip it")
        if item.record.doc not in annotations.documents:
            text = add_entry(text, "documents", document_entry(self.extractions[item.record.doc]))
        text = add_speakers(text, annotations, self.speakers, [entry])
        proposal = _proposal(annotations, item)
        if proposal is None:
            text = add_entry(text, item.section, entry)
        else:
            text = _completed(text, item.section, proposal, entry)
        self._read(text)
        return text

    def _read(self, text: str) -> Annotations:
        """What a text of the file says; raises `AnnotationError` where no command could read it."""
        annotations, findings = parse_annotations(text.encode(), self.name)
        if annotations is None:
            told = f"{findings[0].code} {findings[0].message}"
            raise AnnotationError(told, where=self.name, remedy="nothing was written")
        return annotations


def _entry(item: Item, verdict: Decision, taken: set[str], more: Entry) -> Entry | None:
    proposer = Proposer(item.record.doc, item.text, taken)
    if isinstance(item.record, Attribution):
        return proposer.quote(item.record, verdict, **more)
    if isinstance(item.record, Figure):
        return proposer.figure(item.record, verdict, **more)
    return proposer.country(item.record, verdict, **more)


def _proposal(annotations: Annotations, item: Item) -> ResolvedEntry | None:
    """The undecided entry about the place where the extractor has an item."""
    resolved = resolve_document(annotations, item.record.doc, item.text)
    for one in getattr(resolved, item.section):
        if one.entry.verdict == "unreviewed" and one.spans == item.place:
            return cast("ResolvedEntry", one)
    return None


def _completed(text: str, section: Section, proposal: ResolvedEntry, entry: Entry) -> str:
    """The file's text with what the entry says, and nothing that it excludes, in the proposal's place."""
    had = proposal.entry.model_dump(mode="json", exclude_unset=True)
    if not entry.keys().isdisjoint(VALUES):
        entry = entry | {name: None for name in VALUES if name in had and name not in entry}
    for key, value in entry.items():
        if key not in ("id", "doc") and had.get(key, _UNSAID) != value:
            text = set_value(text, (section, proposal.index), key, value)
    return text


def with_speakers(item: Item, speakers: Sequence[Speaker]) -> Item:
    """The item said by others."""
    if isinstance(item.record, CountryMention):
        return item
    return replace(item, record=replace(item.record, speakers=tuple(one.reference for one in speakers)))


def with_content(item: Item, spans: tuple[Offsets, ...]) -> Item:
    """The item with another extent; the kind follows from the marks."""
    if not isinstance(item.record, Attribution):
        return item
    from coalition_cli.documents.terms import speech

    record = item.record
    content = tuple(Span.of(item.text, *span) for span in spans)
    quoted = quoted_parts(item.text, content, speech(item.text))
    kind = record.kind if record.form in WHOLE_BLOCK else kind_of(content, quoted)
    told = " … ".join(span.text for span in content)
    return replace(item, record=replace(record, content=content, quoted=quoted, kind=kind, text=told))


def with_field(item: Item, **fields: Any) -> Item:
    """The item with other fields."""
    return replace(item, record=replace(item.record, **fields))


def find_extent(item: Item, typed: str) -> tuple[Offsets, ...] | None:
    """Where the words typed stand in the item's lines; none unless in exactly one place.

    Words alone are the whole extent; "first words … last words" are its ends ("..." does as well); several
    extents are parted by " | ".
    """
    found = []
    for part in typed.split(" | "):
        first, dots, last = part.replace("...", "…").partition("…")
        low, high = item.passage
        passage = item.text[low:high]
        selector: TextQuote | TextRange = TextQuote(exact=part.strip() or " ")
        places = resolve(passage, selector).places
        if not places and dots and first.strip() and last.strip():
            places = resolve(passage, TextRange(start=first.strip(), end=last.strip())).places
        if len(places) != 1:
            return None
        found.append((places[0][0] + low, places[0][1] + low))
    return tuple(sorted(found))
