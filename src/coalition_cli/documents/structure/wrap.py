"""Hard-wrapped texts: the lines of one paragraph are one unit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.units import Unit, make_unit

WIDEST = 100
"""No text is wrapped wider than this; a line of ordinary prose is far longer or a paragraph of its own."""


def is_wrapped(units: Sequence[Unit]) -> bool:
    """Whether most lines were broken at a fixed width: long, alike, and in the middle of a sentence."""
    longest = max((len(unit.text) for unit in units), default=0)
    if len(units) < 4 or not 40 <= longest <= WIDEST:
        return False
    followed = [unit for unit, after in pairwise(units) if not after.gap]
    full = [unit for unit in followed if len(unit.text) > longest - 20]
    if len(full) < 3 or len(full) * 2 < len(followed):
        return False
    broken = sum(not unit.closed for unit in full)
    lowered = sum(after.text[0].islower() and not after.gap for after in units[1:] if after.text)
    return broken * 2 > len(full) and lowered * 4 >= len(full)


def join_wrapped(text: str, units: list[Unit]) -> list[Unit]:
    """One unit a paragraph for a hard-wrapped text; any other text's units as they are."""
    if not is_wrapped(units):
        return units
    longest = max(len(unit.text) for unit in units)
    joined: list[Unit] = []
    last: Unit | None = None
    for unit in units:
        if last is not None and _goes_on(last, unit, longest):
            first = joined[-1]
            joined[-1] = make_unit(text, first.start, unit.end, gap=first.gap, indent=first.indent)
        else:
            joined.append(unit)
        last = unit
    return joined


def _goes_on(last: Unit, unit: Unit, longest: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if unit.gap or unit.bullet or unit.indent > last.indent + 1:
        return False
    short = len(last.text) + len(unit.text.split(None, 1)[0]) + 1 < longest - 8
    return not short or unit.text[0].islower()
