"""Shapes of names: what may be a person, an office or a label, told by letters alone."""

from __future__ import annotations

import re

from coalition_cli.documents.structure.words import words

_WORD = re.compile(r"[^\W\d_][\w.'’/&-]*", re.UNICODE)


def is_name_like(text: str, *, most: int = 4) -> bool:
    """Whether a text is two to `most` capitalised words (initials and small name words allowed)."""
    parts = text.split()
    if not 2 <= len(parts) <= most:
        return False
    small = words().connectors
    capitals = 0
    for part in parts:
        if not _WORD.fullmatch(part):
            return False
        if part[0].isupper():
            capitals += 1
        elif part not in small:
            return False
    return capitals >= 2 and parts[0][0].isupper()


def capitalised_share(text: str) -> float:
    """The share of the longer words (four letters on) that begin with a capital."""
    longer = [part for part in text.split() if len(part) >= 4 and part[0].isalpha()]
    return sum(part[0].isupper() for part in longer) / len(longer) if longer else 0.0
