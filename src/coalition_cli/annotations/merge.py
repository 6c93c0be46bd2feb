"""The person's word on what was extracted: confirmed, corrected, added, removed.

Pure and idempotent, and the order of the annotations does not matter. Where an annotation's fields agree
with the record, the record stays, confirmed; where they do not, the annotation's win; what the annotation
does not say stays as the extractor had it.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.annotations.findings import AnnotationWarning
from coalition_cli.annotations.merge_quotes import merge_quotes
from coalition_cli.annotations.merge_spans import merge_figures, merge_mentions
from coalition_cli.annotations.people import People
from coalition_cli.annotations.resolved import Resolved, resolve_document
from coalition_cli.assemble import countries_of, speakers_of, with_contents
from coalition_cli.records import Extraction

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations


def merge(extraction: Extraction, text: str, annotations: Annotations) -> Extraction:
    """One document's extraction with the annotations about it; `text` is the document's.

    Speakers go by their annotated id and name in every document. Warns (`AnnotationWarning`) of each anchor
    that does not fit exactly once, and of a text that has changed; such an anchor is used nowhere.
    """
    resolved = resolve_document(annotations, extraction.id, text)
    for finding in resolved.findings:
        warnings.warn(AnnotationWarning(str(finding)), stacklevel=2)
    return merge_resolved(extraction, text, annotations, resolved)


def merge_resolved(
    extraction: Extraction, text: str, annotations: Annotations, resolved: Resolved
) -> Extraction:
    """As `merge`, from anchors already resolved."""
    people = People(annotations.file.speakers, extraction.speakers)
    attributions = merge_quotes(extraction, text, resolved.quotes, people)
    figures = merge_figures(extraction, text, resolved.figures, attributions, people)
    mentions = merge_mentions(extraction, text, resolved.countries)
    attributions = tuple(with_contents(one, figures, mentions) for one in attributions)
    document = annotations.documents.get(extraction.id)
    return replace(
        extraction,
        date=(document and document.date) or extraction.date,
        attributions=attributions,
        figures=figures,
        countries=countries_of(mentions, attributions),
        speakers=speakers_of(people.known.values(), attributions),
    )
