"""Quotation marks paired over a whole block, before any parse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    `start` and `end` are code points into the text, half-open, and leave the marks out; `outer_start` and
    `outer_end` take them in (equal to `start`/`end` where a mark is missing: speech that goes on in the next
    paragraph has no closing mark). `depth` is 0 for outermost marks, 1 for marks inside marks.
    `continues` is true where the next paragraph re-opens the same quotation.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    continues: bool = False
