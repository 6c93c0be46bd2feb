"""Long texts in pieces that a parser can hold in memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 200_000
"""Code points parsed at once: the small model needs about 0.5 GB for as much ."""

_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?][\"'”’]?\s"), re.compile(r"\s"))
"""Where a text may be cut, best first: paragraphs, lines, sentences, words."""


def split_text(text: str, limit: int = LIMIT) -> Iterator[tuple[int, str, bool]]:
    """Pieces of at most `limit` code points as (offset, piece, is it the last); together the text."""
    start = 0
    while len(text) - start > limit:
        end = _cut(text, start, start + limit)
        yield start, text[start:end], False
        start = end
    yield start, text[start:], True


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut in the second half of `text[start:end]`, else `end`."""
    middle = (start + end) // 2
    for pattern in _CUTS:
        places = [match.end() for match in pattern.finditer(text, middle, end)]
        if places:
            return places[-1]
    return end
