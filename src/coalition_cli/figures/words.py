"""Number words to values: *six*, *twenty-two*, *three hundred and five*, *half a million*, *two dozen*."""

from __future__ import annotations

import re
from functools import cache

from coalition_cli import lexicons

_NEXT = re.compile(r"(\s|-)(and\1)?([a-z]+)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r"(\s|-)and\1a\1half\b", re.IGNORECASE)
_HUNDRED, _DOZEN = 100, 12


@cache
def table(key: str) -> dict[str, float]:
    """One table of `numbers.yaml` with its values as numbers; whole ones as integers."""
    return {word: whole(float(value)) for word, value in lexicons.load("numbers")[key].items()}


def whole(value: float) -> float | int:
    """The value as an integer where it is one."""
    return int(value) if value == int(value) else value


class _Sum:
    """A number word by word: `total` of finished thousands, and the `current` part below."""

    def __init__(self) -> None:
        self.total: float = 0
        self.current: float = 0
        self.scale: float = float("inf")
        self.room: float = float("inf")  # what the next unit or ten must stay below

    def take(self, word: str) -> bool:
        """Add a word; false where it does not continue the number."""
        for key, room in (("units", 10), ("teens", 100), ("tens", 100)):
            value = table(key).get(word)
            if value is not None:
                return self._add(value, room, rest=10 if key == "tens" else 0)
        value = table("scales").get(word)
        return value is not None and self._multiply(value)

    def _add(self, value: float, room: float, rest: float) -> bool:
        if self.room < room:
            return False
        self.current += value
        self.room = rest
        return True

    def _multiply(self, value: float) -> bool:
        if not self.current or value >= self.scale:
            return False
        if value == _HUNDRED:
            if self.current >= _HUNDRED:
                return False
            self.current *= _HUNDRED
            self.room = _HUNDRED
            return True
        self.total += self.current * value
        self.current = 0
        self.scale = value
        self.room = 0 if value == _DOZEN else float("inf")
        return True

    @property
    def value(self) -> float | int:
        return whole(self.total + self.current)


def read_words(text: str, start: int, stop: int, first: str) -> tuple[float | int, int]:
    """The value of the number word `first`, which ends at `stop`, and of those after it; and where they end.

    `first` may be an article or *half a* before a scale: both stand for a count.
    """
    number = _Sum()
    if not number.take(first):
        number.current = 0.5 if "half" in first else 1
        number.room = 0
    while True:
        half = _AND_A_HALF.match(text, stop)
        if half:
            number.current += 0.5
            stop = half.end()
        following = _NEXT.match(text, stop)
        if not following or (following.group(2) and not _takes_and(text[start:stop])):
            return number.value, stop
        if not number.take(following.group(3).lower()):
            return number.value, stop
        stop = following.end()


def _takes_and(read: str) -> bool:
    """*And* goes on only after hundreds and more: *two and three* are two numbers."""
    return read.lower().endswith(("hundred", "thousand", "million", "billion"))
