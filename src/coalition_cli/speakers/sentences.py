"""The sentences that a text tells itself, apart from those that it quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_WORD = re.compile(r"\w+")


def told(view: View, quoted: Sequence[Offsets]) -> list[int]:
    """Where sentences begin that stand in none of the stretches `quoted`, nor in a paragraph all quoted."""
    words = [found.start() for found in _WORD.finditer(view.text)]
    own = outside(words, quoted)
    silent = [
        (block.start, block.end) for block in view.blocks if _is_any(words, block) and not _is_any(own, block)
    ]
    return outside(outside(_starts(view), quoted), silent)


def outside(offsets: Sequence[int], quoted: Sequence[Offsets]) -> list[int]:
    """The offsets, in order, that stand in none of the stretches."""
    found = []
    position = 0
    for offset in offsets:
        while position < len(quoted) and quoted[position][1] <= offset:
            position += 1
        if position == len(quoted) or offset < quoted[position][0]:
            found.append(offset)
    return found


def _starts(view: View) -> list[int]:
    starts = view.doc.to_array("SENT_START").tolist()
    return [view.doc[index].idx for index, is_start in enumerate(starts) if is_start == 1]


def _is_any(offsets: Sequence[int], block: Block) -> bool:
    """Whether one of some offsets, in order, stands in a block."""
    first = bisect_left(offsets, block.start)
    return first < len(offsets) and offsets[first] < block.end
