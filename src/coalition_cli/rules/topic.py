"""Labels that name a subject, not a speaker: "On Neco Williams: “…”" goes on with whoever spoke before."""

from __future__ import annotations

import re

_TOPIC = re.compile(r"(?:^|\n)[^\w\n]*(?:on|about|regarding)\s+$", re.IGNORECASE)
_REACH = 20
"""Characters before a label in which the line's first word is looked for."""


def is_topic(text: str, start: int) -> bool:
    """Whether the words that begin at offset `start` are what a line says it is *on*."""
    return bool(_TOPIC.search(text, max(0, start - _REACH), start))
