"""Texts through the pipeline: long ones in pieces, and one that breaks it costs no other its records."""

from __future__ import annotations

import warnings
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from coalition_cli.components import state
from coalition_cli.components.attributions import Attributions
from coalition_cli.documents.document import Block
from coalition_cli.documents.pieces import cut_pieces
from coalition_cli.documents.structure import read_blocks, unwrapped
from coalition_cli.errors import CoalitionError, ExtractionWarning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from coalition_cli.documents.document import Document

BATCH = 2
"""Texts parsed together, while the tagger reads those before: of 1, 2, 4, 8 and 16 the fastest with either
engine (40 texts of PolNeAR dev, the seeds)."""

LIMIT = 50_000
"""Code points parsed at once: a text of 230,000 took 1.0 GB with 200,000, 0.8 GB with 50,000."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a document that is parsed at once: code points `start` to `end` of its text.

    `text` is the whole text as it is parsed: one that is hard-wrapped has its lines joined, in as many
    characters, for the parser takes a line's end for a sentence's. `blocks` are those of the whole text where
    the piece is not all of it, or not as it was.
    """

    document: Document
    start: int
    end: int
    text: str
    blocks: Sequence[Block] | None

    @property
    def is_last(self) -> bool:
        """Whether the document ends here."""
        return self.end == len(self.document.text)

    def given(self, nlp: Language) -> Doc:
        """What the pipeline gets: the words; a part of a text brings its blocks along."""
        doc = nlp.make_doc(self.text[self.start : self.end])
        if self.blocks is not None:
            state.put(doc, "blocks", list(_within(self.blocks, self.start, self.end)))
        return doc


def pieces_of(document: Document) -> list[Piece]:
    """A document as it is parsed: whole or, beyond `LIMIT`, in pieces cut at block boundaries."""
    text, size = unwrapped(document.text), len(document.text)
    if size <= LIMIT and text == document.text:
        return [Piece(document, 0, size, text, None)]
    blocks = read_blocks(document.text)
    pieces = cut_pieces(document.text, blocks, LIMIT)
    return [Piece(document, start, end, text, blocks) for start, end in pieces]


def parsed(nlp: Language, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Doc | None]]:
    """Every piece with its Doc, in input order; no Doc, and an `ExtractionWarning`, where the pipeline fails.

    Named errors (a missing model) are raised, as is what reading the documents raises.
    """
    given = _Given(nlp, pieces)
    while True:
        try:
            for doc, piece in nlp.pipe(given, as_tuples=True, batch_size=BATCH):
                given.waiting.popleft()
                yield piece, doc
        except (CoalitionError, MemoryError):
            raise
        except Exception:
            # One of those that wait has broken the pipe: each by itself, so that only that one is lost.
            while given.waiting:
                piece = given.waiting.popleft()
                yield piece, _alone(nlp, piece)
            continue
        if given.error is not None:
            raise given.error
        return


class _Given:
    """What the pipeline is given, and what of it has not come back yet; a broken pipe can go on with it."""

    def __init__(self, nlp: Language, pieces: Iterable[Piece]) -> None:
        self.nlp = nlp
        self.pieces = iter(pieces)
        self.readers = [one for _, one in nlp.pipeline if isinstance(one, Attributions)]
        self.waiting: deque[Piece] = deque()
        self.error: Exception | None = None

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> tuple[Doc, Piece]:
        try:
            piece = next(self.pieces)
        except Exception as error:
            if not isinstance(error, StopIteration):
                self.error = error  # of the documents, not of the pipeline: kept until the others are done
            raise StopIteration from None
        self.waiting.append(piece)
        doc = piece.given(self.nlp)
        for reader in self.readers:
            reader.announce(doc)
        return doc, piece


def _alone(nlp: Language, piece: Piece) -> Doc | None:
    try:
        return nlp(piece.given(nlp))
    except (CoalitionError, MemoryError):
        raise
    except Exception as error:
        message = (
            f"{piece.document.id}: characters {piece.start} to {piece.end} yield no records, please report it"
            f" ({type(error).__name__}: {error})"
        )
        warnings.warn(message, ExtractionWarning, stacklevel=2)
        return None


def _within(blocks: Iterable[Block], start: int, end: int) -> Iterator[Block]:
    """The blocks of a text as those of a part of it; a source that stands elsewhere is left out."""
    for block in blocks:
        if block.start < end and start < block.end:
            source = block.source
            inside = source is not None and start <= source[0] and source[1] <= end
            yield Block(
                max(block.start, start) - start,
                min(block.end, end) - start,
                block.kind,
                (source[0] - start, source[1] - start) if source is not None and inside else None,
            )
