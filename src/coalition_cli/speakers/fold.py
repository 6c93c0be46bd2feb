"""Names as they are compared: without accents, case and punctuation."""

from __future__ import annotations

import re
from functools import lru_cache

_NOT_NAME = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case and plain letters: "Häkkänen" and "HAKKANEN" both become "hakkanen"."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()


def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded; apostrophes join ("O'Brien" is one word), hyphens part."""
    plain = fold(text).replace("'", "").replace(".", "")
    return tuple(word for word in _NOT_NAME.split(plain) if word)


def slug(name: str) -> str:
    """The id of a canonical name: its words joined by hyphens, "john-healey"; never empty."""
    return "-".join(words(name)) or "unnamed"
