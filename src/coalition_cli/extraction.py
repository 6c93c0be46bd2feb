"""Parsed documents to records: the last place that knows spaCy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coalition_cli.assemble import countries_of, mentions_of, said_in, speakers_of, with_contents
from coalition_cli.documents.dates import date_of
from coalition_cli.parsing import parsed, pieces_of
from coalition_cli.records import (
    WHOLE_BLOCK,
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
from coalition_cli.speakers.corpus import unify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from coalition_cli.documents.document import Block, Document


def extract(nlp: Language, documents: Iterable[Document]) -> Iterator[Extraction]:
    """Everything found in each document, in input order; offsets are always those of the whole text.

    A document longer than the parser can hold is parsed in pieces. One at which the pipeline fails yields
    no records and an `ExtractionWarning`; the others are done.
    """
    pieces = (piece for document in documents for piece in pieces_of(document))
    parts: list[Extraction] = []
    for piece, doc in parsed(nlp, pieces):
        document = piece.document
        parts.append(_empty(document) if doc is None else to_extraction(doc, document, piece.start))
        if piece.is_last:
            yield parts[0] if len(parts) == 1 else _with_sources(_join(unify(parts)), piece.blocks or ())
            parts = []


def _empty(document: Document) -> Extraction:
    return Extraction(document.id, text_sha256(document.text), _date(document), (), (), (), ())


def _date(document: Document) -> str | None:
    """The date that was given with a document, else the one its text bears."""
    return document.date or date_of(document.text)


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
        date=_date(document),
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
            kind="direct" if item["form"] in WHOLE_BLOCK else kind_of(content, quoted),
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


def _join(parts: Sequence[Extraction]) -> Extraction:
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


def _with_sources(whole: Extraction, blocks: Iterable[Block]) -> Extraction:
    """The turns of a joined document whose source stands in another piece, with it and its speaker."""
    told = {one.source.start: one for one in reversed(whole.attributions) if one.source}
    sources = {block.start: block.source[0] for block in blocks if block.source}
    found = tuple(
        _told(one, told.get(sources.get(one.content[0].start, -1))) if one.form in WHOLE_BLOCK else one
        for one in whole.attributions
    )
    return replace(
        whole,
        attributions=found,
        figures=tuple(said_in(figure, found) for figure in whole.figures),
        countries=countries_of(mentions_of(whole.countries), found),
        speakers=speakers_of(whole.speakers, found),
    )


def _told(one: Attribution, other: Attribution | None) -> Attribution:
    """A turn without a source with that of another of the same speaker, if there is one."""
    if one.source is not None or other is None:
        return one
    step = Evidence("speaker", "named in another part of the text")
    return replace(one, source=other.source, speakers=other.speakers, evidence=(*one.evidence, step))
