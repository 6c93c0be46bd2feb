"""Where an anchor that fits nowhere may have stood: shown to a person, never used."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from coalition_cli.annotations.anchors import Offsets, cuts_word
from coalition_cli.records import line_of

if TYPE_CHECKING:
    from coalition_cli.annotations.schema import TextQuote, TextRange

MAX_SEARCHED = 300_000
"""Characters: the search for something alike is quadratic, and a hint is not worth more than a second."""
ALIKE = 60.0
"""Of 100: below this the nearest stretch has nothing to do with the anchor any more (read off misspelt and
shortened anchors in the seed texts)."""

_LOOKALIKES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": ""}
)
_WORD_OR_SPACE = re.compile(r"\s+|\S")


class Levelled:
    """A text with white space and typographic marks made level, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        starts: list[int] = []
        for match in _WORD_OR_SPACE.finditer(text):
            plain = " " if match[0].isspace() else match[0].translate(_LOOKALIKES)
            parts.append(plain)
            starts.extend([match.start()] * len(plain))
        self.text = "".join(parts)
        self.offsets = (*starts, len(text))
        """Where in the original each character of the level text, and its end, comes from."""

    def find(self, *parts: str) -> list[tuple[Offsets, ...]]:
        """Every place where the parts, made level, stand side by side and cut no word at either end.

        A place is the offsets of each part in the original text.
        """
        levels = [level(part) for part in parts]
        needle = "".join(levels)
        found = []
        at = self.text.find(needle)
        while needle and at >= 0:
            if not cuts_word(self.text, at) and not cuts_word(self.text, at + len(needle)):
                edges = list(accumulate(map(len, levels), initial=at))
                found.append(tuple((self.offsets[low], self.offsets[high]) for low, high in pairwise(edges)))
            at = self.text.find(needle, at + 1)
        return found


def level(text: str) -> str:
    """A text with white space and typographic marks made level."""
    return Levelled(text).text


def mend(text: str, anchor: TextQuote | TextRange) -> dict[str, str] | None:
    """The fields of an anchor as the text has them, where only white space or typographic marks differ.

    None unless there is exactly one such place.
    """
    whole = Levelled(text)
    exact = getattr(anchor, "exact", None)
    if exact is not None:
        found = _mend(whole, text, prefix=anchor.prefix, exact=exact, suffix=anchor.suffix)
    else:
        first = _mend(whole, text, prefix=anchor.prefix, start=getattr(anchor, "start", ""))
        last = _mend(whole, text, end=getattr(anchor, "end", ""), suffix=anchor.suffix)
        found = first | last if first and last else None
    return found if found and any(getattr(anchor, name) != value for name, value in found.items()) else None


def _mend(whole: Levelled, text: str, **fields: str) -> dict[str, str] | None:
    """Fields that stand side by side, as the text has them; those that are empty are left out."""
    given = {name: value for name, value in fields.items() if value}
    places = whole.find(*given.values())
    if len(places) != 1:
        return None
    return {name: text[start:end] for name, (start, end) in zip(given, places[0], strict=True)}


def nearest(text: str, words: str) -> tuple[str, ...]:
    """The stretch of a text that is most like some words, for a person to look at; empty where none is."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(text) > MAX_SEARCHED:
        return ()
    found = partial_ratio_alignment(words, text, score_cutoff=ALIKE)
    if found is None:
        return ()
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    return (f"nearest, on line {line_of(text, start)}: {text[start:end]!r}",)


def _whole_words(text: str, start: int, end: int) -> Offsets:
    while cuts_word(text, start):
        start -= 1
    while cuts_word(text, end):
        end += 1
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip()), end - len(shown) + len(shown.rstrip())
