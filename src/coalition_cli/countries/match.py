"""Where a text holds a country's words: forms only, the longest of those that start at a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coalition_cli.countries.lexicon import Name, index, traps

_CAPITALISED = re.compile(r"(?<![\w@])[^\W\d_a-zà-ÿ]\w*")
_COMBINING = re.compile(r"[-–][A-Z]")
# Same length on both sides: offsets stay those of the text.
_FLAT = (("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("’", "'"), ("‘", "'"))


@dataclass(frozen=True, slots=True)
class Match:
    """A name standing at `start` to `end` (code points into the text)."""

    start: int
    end: int
    name: Name


def _named_at(flat: str, word: str, start: int, end: int) -> Name | None:
    """The longest name that stands in `flat` from `start` and ends with a word."""
    for name in index().get(word, ()):
        stop = start + len(name.text)
        if stop <= end and flat.startswith(name.text, start) and not _runs_on(flat, stop):
            return name
    return None


def _runs_on(flat: str, stop: int) -> bool:
    """Whether a word goes on at `stop`."""
    return stop < len(flat) and (flat[stop].isalnum() or flat[stop] in "_@$") and flat[stop - 1] != "…"


def flatten(text: str) -> str:
    """The text with plain spaces and apostrophes, offset for offset."""
    for sign, plain in _FLAT:
        text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=2)
def matches_in(text: str) -> tuple[Match, ...]:
    """The names in a whole text, found once for all who ask in turn."""
    return tuple(find_matches(flatten(text)))


def find_matches(flat: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
    """Names in `flattened[start:end]`, left to right, none inside another."""
    end = len(flat) if end is None else end
    combining = traps()["combining"]
    known = index()
    done = start
    for found in _CAPITALISED.finditer(flat, start, end):
        word, at = found.group(), found.start()
        if at < done:
            continue
        if word in known and (name := _named_at(flat, word, at, end)):
            done = at + len(name.text)
            yield Match(at, done, name)
        elif word in combining and _COMBINING.match(flat, found.end()):
            yield Match(at, found.end(), Name(word, (combining[word],), "demonym"))
