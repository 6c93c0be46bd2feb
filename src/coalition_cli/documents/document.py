"""One input text and the blocks it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "heading", "byline", "dateline", "paragraph", "remarks", "question", "answer", "post", "furniture",
    "contact",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one job, cut before anything is parsed.

    `start` and `end` are code points into the text, half-open, without surrounding white space; for a
    labelled turn ("Q. …", "MR. EARNEST: [0:12] …") `start` stands after the label and the time. `source` is
    the span, anywhere in the document, that names who speaks in the block: the label of a turn, the name in a
    transcript's title, the signature of a post; none for plain paragraphs and for speakers the text does not
    name.
    """

    start: int
    end: int
    kind: BlockKind
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One input text, never changed: every offset anywhere is a code point into `text` exactly as read.

    `id` is the file's stem or the `id` of a JSONL line; `path` is where it was read from, "-" for standard
    input; `date`, as YYYY-MM-DD, is the one given beside the text, which counts for more than any in it.
    """

    id: str
    text: str
    path: str
    date: str | None = None
