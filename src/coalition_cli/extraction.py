"""Parsed documents to records: the last place that knows spaCy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coalition_cli.assemble import countries_of, mentions_of, said_in, speakers_of, with_contents
from coalition_cli.documents.dates import date_of
from coalition_cli.documents.pieces import cut_pieces
from coalition_cli.documents.structure import read_blocks
from coalition_cli.records import (
    Attribution,
    CountryMention,
    Evidence,
    Extraction,
    Figure,
    Span,
    Speaker,
    from_dict,
    kind_of,
    line_of,
    quoted_parts,
    record_id,
    text_sha256,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from coalition_cli.documents.document import Document

BATCH = 2
"""Texts parsed together, while the tagger reads those before: of 1, 2, 4, 8 and 16 the fastest with either
engine (40 texts of PolNeAR dev, the seeds)."""


LIMIT = 200_000
"""Code points parsed at once, so that one huge text needs no more memory than many small ones."""

SPOKEN = ("turn", "post")
"""Forms that are the speaker's own words, with or without marks."""


def extract(nlp: Language, documents: Iterable[Document]) -> Iterator[Extraction]:
    """Everything found in each document, in input order.

    A document longer than the parser can hold is parsed in pieces cut at block boundaries; offsets are always
    those of the whole text.
    """
    pieces = (
        (document.text[start:end], (document, start, end == len(document.text)))
        for document in documents
        for start, end in _pieces(document.text)
    )
    parts: list[Extraction] = []
    for doc, (document, offset, last) in nlp.pipe(pieces, as_tuples=True, batch_size=BATCH):
        parts.append(to_extraction(doc, document, offset))
        if last:
            yield parts[0] if len(parts) == 1 else _join(parts)
            parts = []


def _pieces(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))] if len(text) <= LIMIT else cut_pieces(text, read_blocks(text), LIMIT)


def to_extraction(doc: Doc, document: Document, offset: int = 0) -> Extraction:
    """The records of one parsed Doc whose text starts at `offset` in the document's text."""
    reader = _Reader(doc, document, offset)
    attributions = tuple(reader.attribution(item) for item in doc._.attributions)
    mentions = tuple(reader.mention(item) for item in doc._.country_mentions)
    figures = tuple(reader.figure(item, attributions) for item in doc._.figures)
    attributions = tuple(with_contents(one, figures, mentions) for one in attributions)
    return Extraction(
        id=document.id,
        text_sha256=reader.text_hash,
        date=date_of(document.text),
        attributions=attributions,
        figures=figures,
        countries=countries_of(mentions, attributions),
        speakers=speakers_of(reader.entities.values(), attributions),
    )


class _Reader:
    """Turns what the components wrote into records of one document."""

    def __init__(self, doc: Doc, document: Document, offset: int) -> None:
        self.document = document
        self.text = document.text
        self.offset = offset
        self.text_hash = text_sha256(document.text)
        self.entities = {item["id"]: _speaker(item) for item in doc._.speakers}
        self.quotations = [
            (item["start"] + offset, item["end"] + offset)
            for item in doc._.quotations
            if item["depth"] == 0 and not item["term"]
        ]

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, start + self.offset, end + self.offset)

    def attribution(self, item: dict[str, Any]) -> Attribution:
        content = tuple(self.span(*span) for span in item["content"])
        quoted = quoted_parts(self.text, content, self.quotations)
        return Attribution(
            id=record_id("q", self.text_hash, tuple((span.start, span.end) for span in content)),
            doc=self.document.id,
            line=line_of(self.text, content[0].start),
            kind="direct" if item["form"] in SPOKEN else kind_of(content, quoted),
            form=item["form"],
            text=" … ".join(span.text for span in content),
            content=content,
            quoted=quoted,
            cue=None if item["cue"] is None else self.span(*item["cue"]),
            source=None if item["source"] is None else self.span(*item["source"]),
            speakers=tuple(self.entities[name].reference for name in item["speakers"]),
            stance=item["stance"],
            figures=(),
            countries=(),
            origin=item["origin"],
            review="unreviewed",
            confidence=round(item["score"], 2),
            evidence=tuple(Evidence(step, detail) for step, detail in item["evidence"]),
        )

    def mention(self, item: dict[str, Any]) -> CountryMention:
        span = self.span(item["start"], item["end"])
        return CountryMention(
            doc=self.document.id,
            line=line_of(self.text, span.start),
            span=span,
            codes=tuple(item["codes"]),
            via=item["via"],
            origin="rule:countries",
            review="unreviewed",
        )

    def figure(self, item: dict[str, Any], attributions: tuple[Attribution, ...]) -> Figure:
        span = self.span(item["start"], item["end"])
        figure = Figure(
            id=record_id("f", self.text_hash, ((span.start, span.end),)),
            doc=self.document.id,
            line=line_of(self.text, span.start),
            span=span,
            text=span.text,
            **{
                name: item[name] for name in ("value", "low", "high", "bound", "qualifier", "unit", "counted")
            },
            speakers=(),
            attribution=None,
            origin="rule:figures",
            review="unreviewed",
        )
        return said_in(figure, attributions)


def _speaker(item: dict[str, Any]) -> Speaker:
    """An entity as a speaker of whom nothing is counted yet."""
    fields = ("id", "name", "type", "roles", "country", "organisation", "aliases", "misspellings")
    return from_dict(Speaker, {name: item[name] for name in fields})


def _join(parts: list[Extraction]) -> Extraction:
    """The pieces of one long document as one."""
    attributions = tuple(one for part in parts for one in part.attributions)
    speakers = {one.id: one for part in reversed(parts) for one in part.speakers}
    mentions = mentions_of(one for part in parts for one in part.countries)
    return replace(
        parts[0],
        attributions=attributions,
        figures=tuple(one for part in parts for one in part.figures),
        countries=countries_of(mentions, attributions),
        speakers=speakers_of(speakers.values(), attributions),
    )
