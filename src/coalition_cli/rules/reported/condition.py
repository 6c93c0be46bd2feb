"""A content takes in the condition directly behind it: "to build a school if the state pays".

Takes: The council promised [to build a school] if the state pays. (to build a school if the state pays)
Leaves: The council promised [to build a school], if the papers are right.

In PolNeAR train 299 contents have "if" inside them, and two end before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.quotation.stretches import FINITE

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_STOP = re.compile(r"[,;:?!\"“”„«»\n]|[.–—-](?!\w)")


def with_condition(view: View, span: Offsets) -> Offsets:
    """A content with the clause of condition that begins behind it, up to a comma, a mark or an end."""
    opened = _conditions().match(view.text, span[1])
    if opened is None:
        return span
    stop = _STOP.search(view.text, opened.end())
    end = stop.start() if stop else len(view.text)
    is_clause = any(word.tag_ in FINITE for word in view.tokens((opened.end(), end)))
    return (span[0], len(view.text[:end].rstrip())) if is_clause else span


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(load('cues')['conditions'])}) ")
