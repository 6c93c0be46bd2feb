"""How a text goes on behind a paragraph: whether speech that nothing closes there is opened again.

Takes: He said: “We sail.⏎⏎The ship at noon⏎⏎“Today.” (a caption between; the speech goes on)
Leaves: He said: “We sail.⏎⏎The ship left at noon, and he “waved” at it.⏎⏎“Today,” she said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from coalition_cli.documents.document import Block

OPENERS = "\"“„«‟‘'‹‚"
"""Marks that may open speech."""
_MARK = re.compile(r"[\"“”„‟«»‘]|``|''|’’|(?<!\w)'(?=\w)")
_MOST = 3  # captions, pull quotes and the like in a row (by eye)
_LONGEST = 30  # words of one that is a sentence (by eye)
_LARGE = 60  # words of one that has no full stop (by eye)
_SPOKEN = frozenset(("remarks", "question", "answer", "post"))
_TEXT = frozenset(("paragraph", "heading"))


@dataclass(frozen=True, slots=True)
class Ahead:
    """Whether the next paragraph opens with a mark, whether that is a straight single one with a partner, and
    how many lines of no account stand before it.
    """

    opens: bool = False
    straight: bool = False
    between: int = 0

    @property
    def near(self) -> bool:
        """Whether the very next block opens with a mark."""
        return self.opens and not self.between

    def before(self, text: str, block: Block, singles: Collection[int]) -> Ahead:
        """What is ahead of what stands before a block; `singles` are where its single quotations open."""
        if self.opens and self.between < _MOST and _is_inserted(text, block):
            return replace(self, between=self.between + 1)
        first = text[block.start]
        return Ahead(first in OPENERS, first == "'" and block.start in singles)


def _is_inserted(text: str, block: Block) -> bool:
    """Whether a block may stand inside somebody's speech and be no part of it: furniture, a caption, a line
    set large; nothing that quotes.
    """
    if block.kind in _SPOKEN:
        return False
    words = text[block.start : block.end]
    longest = _LONGEST if words[-1] in ".!?" else _LARGE
    return block.kind not in _TEXT or (words.count(" ") < longest and not _MARK.search(words))
