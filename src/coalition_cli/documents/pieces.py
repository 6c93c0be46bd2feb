"""Long texts in pieces: a parser that takes so many characters at once still gets every text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from coalition_cli.documents.document import Block

_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
_SPACE = re.compile(r"\s+")
_WINDOW = 20_000
"""Characters before the limit that are searched for a sentence's end or a space."""


def cut_pieces(text: str, blocks: Sequence[Block], limit: int) -> list[tuple[int, int]]:
    """Offsets of pieces of at most `limit` code points that follow one another and cover the whole text.

    A piece ends where the line of a block of `blocks` (in text order) starts, its label with it; in a block
    that is too long by itself, after a sentence, else after a space, else at the limit. One piece for a text
    that is short enough.
    """
    starts = [text.rfind("\n", 0, block.start) + 1 for block in blocks]
    pieces: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > limit:
        end = _end(text, starts, start, start + limit)
        pieces.append((start, end))
        start = end
    pieces.append((start, len(text)))
    return pieces


def _end(text: str, starts: Sequence[int], start: int, furthest: int) -> int:
    """Where a piece from `start` ends best, at `furthest` at most."""
    index = bisect_right(starts, furthest) - 1
    if index >= 0 and starts[index] > start:
        return starts[index]
    for pattern in (_SENTENCE, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, max(start, furthest - _WINDOW), furthest)]
        if ends and ends[-1] > start:
            return ends[-1]
    return furthest
