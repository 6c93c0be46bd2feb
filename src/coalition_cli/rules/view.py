"""What a rule may look at: one parsed document with its blocks and quotations, indexed by offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coalition_cli.documents.document import Block
from coalition_cli.documents.marks import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from coalition_cli.rules.candidate import Offsets

TURNS = frozenset(("remarks", "question", "answer"))
SPOKEN = TURNS | {"post"}
PROSE = SPOKEN | {"heading", "paragraph"}
"""Kinds of blocks: a transcript's; those that are somebody's own words; all in which something is said."""


class View:
    """One parsed document as the rules see it.

    `blocks` and `quotations` are in text order; all offsets are code points into `text`.
    """

    def __init__(self, doc: Doc, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.blocks = tuple(blocks)
        self.quotations = tuple(quotations)
        self._token_starts: list[int] = doc.to_array("IDX").tolist()
        self._block_starts = [block.start for block in self.blocks]
        self._quotation_starts = [quotation.outer_start for quotation in self.quotations]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers an offset or, on white space, the last one before it."""
        index = bisect_right(self._token_starts, offset) - 1
        return self.doc[index] if index >= 0 else None

    def tokens(self, span: Offsets) -> Iterator[Token]:
        """The tokens from the one at the start of a stretch to its end."""
        token = self.token_at(span[0])
        while token is not None and token.idx < span[1]:
            yield token
            token = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None

    def block_at(self, offset: int) -> Block | None:
        """The block that covers an offset."""
        index = bisect_right(self._block_starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation whose marks enclose an offset."""
        index = bisect_right(self._quotation_starts, offset) - 1
        while index >= 0:
            quotation = self.quotations[index]
            if quotation.depth == 0:
                return quotation if offset < quotation.outer_end else None
            index -= 1
        return None
