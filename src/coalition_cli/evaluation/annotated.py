"""Gold as our own annotations: what a person wrote of the texts, through the same anchors as everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coalition_cli.annotations.load import Annotations, load_annotations
from coalition_cli.annotations.resolved import resolve_document
from coalition_cli.evaluation.gold import GoldAttribution, GoldDocument, Spans


def read_annotated(path: Path, texts: Mapping[str, str]) -> Iterator[GoldDocument]:
    """The gold documents among `texts` (by id): those that the annotations list as documents.

    Entries that a person rejected or has not reviewed are no gold. Raises `AnnotationError` for a
    broken file.
    """
    annotations = load_annotations(path)
    for name, text in texts.items():
        if name in annotations.documents:
            yield GoldDocument(name, text, tuple(_attributions(annotations, name, text)))


def _attributions(annotations: Annotations, name: str, text: str) -> Iterator[GoldAttribution]:
    for one in resolve_document(annotations, name, text).quotes:
        if one.entry.verdict == "correct" and one.entry.kind is not None:
            yield GoldAttribution(
                content=one.spans,
                cue=_one(one.cue),
                source=_one(one.source),
                kind=one.entry.kind,
                form=one.entry.form,
                speakers=one.entry.speakers,
            )


def _one(span: tuple[int, int] | None) -> Spans:
    return () if span is None else (span,)
