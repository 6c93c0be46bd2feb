"""Lines of a text, with what tells their job: the small mutable things the cutting works on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coalition_cli.documents.document import BlockKind

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_BREAK = r"(?>\r\n|[\n\r\v\f\u2028\u2029])"  # atomic, so that one "\r\n" is never taken for two
_BLANK = re.compile(rf"{_BREAK}\s*?{_BREAK}")
_TERMINAL = re.compile(r"[.!?…]['\"’”»)\]*_]*$")
_QUOTE = re.compile(r"[\"“”„«»]")
_BULLET = re.compile(r"(?:[-–—•·*▪●◦‣>|]|\d{1,2}[.)])\s+")


@dataclass(slots=True)
class Unit:
    """One line, or a paragraph whose lines were wrapped: offsets into the text without white space around.

    `gap` is true where a blank line stands before it, `indent` counts the white space that its first line
    begins with. `kind` and `source` are what the finders have decided so far.
    """

    start: int
    end: int
    text: str
    gap: bool
    indent: int
    words: int
    kind: BlockKind | None = None
    source: tuple[int, int] | None = None

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _TERMINAL.search(self.text, max(0, len(self.text) - 8)) is not None

    @property
    def quoted(self) -> bool:
        """Whether a quotation mark stands in it."""
        return _QUOTE.search(self.text) is not None

    @property
    def bare(self) -> str:
        """Its text without a bullet before it."""
        match = _BULLET.match(self.text)
        return self.text[match.end() :] if match else self.text

    @property
    def bullet(self) -> bool:
        """Whether it begins with a bullet or a list number."""
        return _BULLET.match(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: a sentence of some length, or far too long for a front line."""
        return self.words > 30 or (self.words >= 10 and self.closed)


def make_unit(text: str, start: int, end: int, *, gap: bool = False, indent: int = 0) -> Unit:
    """The unit between two offsets, which must not begin or end with white space."""
    piece = text[start:end]
    return Unit(start, end, piece, gap, indent, len(piece.split()))


def split_units(text: str) -> list[Unit]:
    """Every line that is not blank, in order."""
    units: list[Unit] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        gap = start - last > 1 and _BLANK.search(text, last, start) is not None
        units.append(make_unit(text, start, start + len(stripped), gap=gap, indent=indent))
        last = start + len(stripped)
    return units
