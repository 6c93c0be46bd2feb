"""Countries' words that are part of somebody's name: *Michael Jordan*, *Georgia O'Keeffe*, *Jack London*."""

from __future__ import annotations

import re
from functools import cache

from coalition_cli import lexicons
from coalition_cli.countries.lexicon import traps

_BEFORE = re.compile(r"(\w[\w.'-]*) $")


@cache
def _given() -> frozenset[str]:
    names = lexicons.load("given_names")
    return frozenset(word for block in names.values() for word in block.split())


@cache
def _personal() -> frozenset[str]:
    return frozenset(traps()["personal"])


def may_be_personal(word: str) -> bool:
    """Whether people are called so."""
    return word in _personal()


def has_full_name(flat: str, start: int, end: int) -> bool:
    """A given name or a title stands right before: *Michael Jordan*, *Mark J. London*, *Mr Holland*."""
    before = _BEFORE.search(flat, max(0, start - 30), start)
    if not before:
        return False
    word = before.group(1)
    if word in traps()["titles"]:
        return True
    if re.fullmatch(r"[A-Z]\.", word):
        return has_full_name(flat, before.start(1), end)
    return word[0].isupper() and word.casefold() in _given() and not may_be_personal(word)
