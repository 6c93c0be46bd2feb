"""Where an anchor that fits nowhere may have stood: shown to a person, never used."""

from __future__ import annotations

import re
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
        self._starts: list[int] = []
        for match in _WORD_OR_SPACE.finditer(text):
            level = " " if match[0].isspace() else match[0].translate(_LOOKALIKES)
            parts.append(level)
            self._starts.extend([match.start()] * len(level))
        self._starts.append(len(text))
        self.text = "".join(parts)

    def find(self, needle: str) -> list[Offsets]:
        """Every place, in offsets of the original text, where the levelled needle stands and cuts no word."""
        level = Levelled(needle).text
        found = []
        at = self.text.find(level)
        while level and at >= 0:
            end = at + len(level)
            if not cuts_word(self.text, at) and not cuts_word(self.text, end):
                found.append((self._starts[at], self._starts[end]))
            at = self.text.find(level, at + 1)
        return found


def mend(text: str, anchor: TextQuote | TextRange) -> dict[str, str] | None:
    """The fields of an anchor as the text has them, where only white space or typographic marks differ.

    None unless there is exactly one such place.
    """
    level = Levelled(text)
    fields = {name: getattr(anchor, name, "") for name in ("prefix", "exact", "start", "end", "suffix")}
    if exact := fields["exact"]:
        found = _mend_exact(text, level, fields["prefix"], exact, fields["suffix"])
    else:
        start = _mend_exact(text, level, fields["prefix"], fields["start"], "")
        end = _mend_exact(text, level, "", fields["end"], fields["suffix"])
        found = None
        if start and end:
            found = {"start": start["exact"], "end": end["exact"]}
            found |= {"prefix": start["prefix"]} if "prefix" in start else {}
            found |= {"suffix": end["suffix"]} if "suffix" in end else {}
    return found if found and any(fields[name] != value for name, value in found.items()) else None


def _mend_exact(text: str, level: Levelled, prefix: str, exact: str, suffix: str) -> dict[str, str] | None:
    whole = level.find(prefix + exact + suffix)
    if len(whole) != 1:
        return None
    start, end = whole[0]
    inner = Levelled(text[start:end])
    inside = inner.find(exact)
    wanted = len(Levelled(prefix).text)
    for low, high in inside:
        if len(Levelled(text[start : start + low]).text) == wanted or not prefix:
            found = {"exact": text[start + low : start + high]}
            if prefix:
                found["prefix"] = text[start : start + low]
            if suffix:
                found["suffix"] = text[start + high : end]
            return found
    return None


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
