"""A corpus of attributions given by path: its rows, and its texts parsed once and kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import DocBin

from coalition_cli.documents.marks import pair_marks
from coalition_cli.documents.structure import read_blocks
from coalition_cli.documents.terms import mark_terms
from coalition_cli.pipeline import MODEL
from coalition_cli.rules.view import View


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSONL file: `id`, `text` and, in gold, `attributions` a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def parsed_views(rows: Sequence[dict[str, Any]], cache: Path | None = None) -> Iterator[View]:
    """The documents in order, each with its blocks and quotations as they are read today.

    Parses are taken from `cache`, and written to it where it does not exist; delete it after a change of
    model or of structure, since blocks start sentences.
    """
    nlp = spacy.load(MODEL)
    nlp.add_pipe("coalition_structure", first=True)
    if cache is None:
        docs: Any = nlp.pipe(row["text"] for row in rows)
    else:
        if not cache.exists():
            DocBin(docs=nlp.pipe(row["text"] for row in rows)).to_disk(cache)
        docs = DocBin().from_disk(cache).get_docs(nlp.vocab)
    for row, doc in zip(rows, docs, strict=True):
        if doc.text != row["text"]:
            raise SystemExit(f"{cache} holds other texts than the corpus: delete it")
        blocks = read_blocks(doc.text)
        yield View(doc, blocks, mark_terms(doc.text, pair_marks(doc.text, blocks)))
