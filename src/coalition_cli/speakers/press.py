"""Press events: whose questions are a reporter's, though nobody names him.

Takes: Q. Is the pier safe? (under "Press conference by Jane Roe")
Leaves: Q. Is the pier safe? (in a record of a court, an interview or a town hall)
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from coalition_cli import lexicons
from coalition_cli.rules.view import TURNS
from coalition_cli.speakers.courts import is_court

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.view import View


def has_reporters(view: View) -> bool:
    """Whether a text has questions of nobody named, and what stands beside its turns is of a press event."""
    if not any(block.kind == "question" and block.source is None for block in view.blocks):
        return False
    return any(_press().search(line) for line in _beside_turns(view)) and not is_court(view)


def _beside_turns(view: View) -> Iterator[str]:
    """The lines that nobody says, and the labels that asked questions bear."""
    yield from (view.text[block.start : block.end] for block in view.blocks if block.kind not in TURNS)
    for above, block in pairwise(view.blocks):
        if block.kind == "question":
            yield view.text[above.end : block.start]


@cache
def _press() -> re.Pattern[str]:
    patterns = "|".join(lexicons.load("structure")["press_events"])
    return re.compile(rf"\b(?:{patterns})\b", re.IGNORECASE)
