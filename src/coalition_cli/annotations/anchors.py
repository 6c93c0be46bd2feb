"""Anchors resolved in a text, as the W3C Web Annotation model does it: exactly one place, or none.

An anchor fits where its text stands letter for letter, its prefix directly before and its suffix directly
after, and neither end cuts a word or a number ("he" is not found in "the", nor "10,000" in "110,000").
Nothing is ever moved by a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalition_cli.annotations.schema import TextQuote, TextRange

Offsets = tuple[int, int]

MAX_PLACES = 50
"""Enough to say "fits in many places"; a one-letter anchor in a long text is not searched to its end."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an anchor fits: one place, or none or several, and then it is not used."""

    places: tuple[Offsets, ...]

    @property
    def place(self) -> Offsets | None:
        """The one place, where there is exactly one."""
        return self.places[0] if len(self.places) == 1 else None


def resolve(text: str, selector: TextQuote | TextRange) -> Resolution:
    """Every place where a selector fits in a text, in order."""
    return Resolution(tuple(islice(_places(text, selector, (0, len(text))), MAX_PLACES)))


def resolve_near(text: str, selector: TextQuote, content: Sequence[Offsets]) -> Resolution:
    """Every place where the anchor of a cue or source fits, in the narrowest scope where it fits at all.

    The scopes: the lines of the content, its paragraphs (to the next blank line), the whole text; each first
    without the content itself. Two places in one scope are two places: the nearer one is not preferred.
    """
    low, high = min(start for start, _ in content), max(end for _, end in content)
    places: list[Offsets] = []
    for scope in (_lines(text, low, high), _paragraphs(text, low, high), (0, len(text))):
        places = list(islice(_places(text, selector, scope), MAX_PLACES))
        if outside := [one for one in places if not _inside(one, content)]:
            return Resolution(tuple(outside))
    return Resolution(tuple(places))


def _inside(place: Offsets, content: Sequence[Offsets]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in content)


def _lines(text: str, start: int, end: int) -> Offsets:
    """The lines that a stretch stands in."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def _paragraphs(text: str, start: int, end: int) -> Offsets:
    """The lines around a stretch up to a blank one, before it and after it."""
    after = _BLANK_LINE.search(text, end)
    return _paragraph_start(text, start), after.start() if after else len(text)


def _paragraph_start(text: str, offset: int) -> int:
    """Line by line, since what comes last before an offset cannot be searched for."""
    while start := text.rfind("\n", 0, offset) + 1:
        before = text.rfind("\n", 0, start - 1) + 1
        if before and not text[before : start - 1].strip():
            return start
        offset = start - 1
    return 0


def _places(text: str, selector: TextQuote | TextRange, scope: Offsets) -> Iterator[Offsets]:
    """Every place of a selector in a scope; what stands before and after it may lie outside."""
    exact: str | None = getattr(selector, "exact", None)
    first: str = exact or selector.start  # type: ignore[union-attr]
    after = selector.suffix if exact else ""
    low, high = max(0, scope[0] - len(selector.prefix)), min(len(text), scope[1] + len(after))
    for at in _find(text, selector.prefix + first + after, low, high):
        start = at + len(selector.prefix)
        end = start + len(first)
        if _cut(text, start, end):
            continue
        if exact is None:
            last: str = selector.end  # type: ignore[union-attr]
            ends = (place + len(last) for place in _find(text, last, end, scope[1]))
            end = next((one for one in ends if not _cut(text, one - len(last), one)), -1)
            if end < 0 or not text.startswith(selector.suffix, end):
                continue
        yield start, end


def _find(text: str, needle: str, low: int, high: int) -> Iterator[int]:
    """Where a needle begins in a stretch of text, overlapping itself or not."""
    at = text.find(needle, low, high)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1, high)


def _cut(text: str, start: int, end: int) -> bool:
    return cuts_word(text, start) or cuts_word(text, end)


def cuts_word(text: str, offset: int) -> bool:
    """Whether an offset stands inside a word or a number."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
