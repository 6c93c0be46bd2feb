"""Hard-wrapped texts: the lines of one paragraph are one unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from coalition_cli.documents.structure.heads import lines_of_labels
from coalition_cli.documents.structure.units import Unit, make_unit

NARROWEST, WIDEST = 40, 120
"""Characters: no text is wrapped to less or more; a line of ordinary prose is far longer or a paragraph of
its own."""
SLACK = 8
"""Characters by which a line may be shorter than its width and the next word make it, so that a text wrapped
by a ragged hand is one too (chosen by eye)."""

_BREAK = re.compile(r"[\n\r\v\f\u2028\u2029]")
_DASHED = re.compile(r"[–—] [a-z]")
"""A sentence's own dash where its line was broken, not an entry's bullet."""
_LABELLED = re.compile(r"(?:[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4})(?::|\.?\s{2,})")
"""What a turn begins with whose label is in capitals."""


def join_wrapped(text: str, units: list[Unit]) -> list[Unit]:
    """One unit a paragraph for a hard-wrapped text; any other text's units as they are."""
    heads = lines_of_labels(units)
    width = _width(units, heads)
    if not (width or heads):
        return units
    groups: list[list[Unit]] = []
    talk = False
    for unit in units:
        talk = talk or unit.text in heads
        parted = not groups or not heads.isdisjoint((groups[-1][-1].text, unit.text))
        if not parted and _goes_on(groups[-1][-1], unit, width, talk=talk):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return [_paragraph(text, group) for group in groups]


def _paragraph(text: str, lines: Sequence[Unit]) -> Unit:
    """One unit of some lines; a line by itself as it is."""
    first, last = lines[0], lines[-1]
    if first is last:
        return first
    return make_unit(text, first.start, last.end, gap=first.gap, indent=first.indent)


def unwrap(text: str, units: list[Unit]) -> str:
    """The text, in as many characters, with spaces for the line breaks inside its wrapped paragraphs."""
    joined = join_wrapped(text, units)
    if joined is units:
        return text
    parts: list[str] = []
    done = 0
    for unit in joined:
        parts += (text[done : unit.start], _BREAK.sub(" ", unit.text))
        done = unit.end
    return "".join((*parts, text[done:]))


def _width(units: Sequence[Unit], heads: frozenset[str]) -> int:
    """The width at which a text was wrapped, 0 for one that was not.

    Its lines must be long, alike, and broken in the middle of a sentence; `heads` are none of them.
    """
    followed = [
        (unit, after)
        for unit, after in pairwise(units)
        if unit.words > 1
        and heads.isdisjoint((unit.text, after.text))
        and not after.gap
        and not _ends_turn(unit, after)
    ]
    width = _likeliest(followed)
    full = [(unit, after) for unit, after in followed if _fills(unit, after, width)]
    if len(units) < 4 or len(full) < 3 or len(full) * 2 < len(followed):
        return 0
    broken = sum(not unit.closed for unit, _ in full)
    lowered = sum(after.text[0].islower() for _, after in full)
    return width if broken * 2 > len(full) and lowered * 4 >= len(full) else 0


def _likeliest(followed: Sequence[tuple[Unit, Unit]]) -> int:
    """The width that most of the lines with one below were broken at, whatever stands out.

    A link, a title or a line of a table may be far longer than the lines of the text.
    """
    steps: Counter[int] = Counter()
    for unit, after in followed:
        steps[max(len(unit.text), NARROWEST)] += 1
        steps[min(_with_next(unit, after) + SLACK, WIDEST) + 1] -= 1
    agreeing = list(accumulate(steps[width] for width in range(WIDEST + 1)))
    return max(range(NARROWEST, WIDEST + 1), key=lambda width: agreeing[width])


def _with_next(unit: Unit, after: Unit) -> int:
    """How long a line would be with the first word of the one below."""
    return len(unit.text) + 1 + len(after.text.split(None, 1)[0])


def _fills(unit: Unit, after: Unit, width: int) -> bool:
    """Whether a line could not have held the first word of the one below."""
    return len(unit.text) <= width <= _with_next(unit, after) + SLACK


def _ends_turn(unit: Unit, after: Unit) -> bool:
    """Whether the line below begins another's turn."""
    return unit.closed and _LABELLED.match(after.text) is not None


def _goes_on(last: Unit, unit: Unit, width: int, *, talk: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    Below the first label that has its own line, a sentence that is left open does, however short its line.
    """
    if unit.gap or unit.indent > last.indent + 1 or last.kind or unit.kind or _ends_turn(last, unit):
        return False
    # a line far beyond the width was never broken, unless it is one long word
    full = _with_next(last, unit) + SLACK >= width and (len(last.text) <= width + SLACK or last.words == 1)
    if unit.bullet:
        return full and not last.closed and _DASHED.match(unit.text) is not None
    lowered = unit.text[0].islower()
    if talk and _breaks_off(last) and (width or lowered or len(last.text) >= NARROWEST):
        return True
    return width > 0 and (full or lowered)


def _breaks_off(line: Unit) -> bool:
    """Whether a line of a talk ends within a sentence: not in a mark, and it is no title in capitals."""
    open_ended = line.text[-1].isalnum() or line.text[-1] == ","
    return open_ended and len(line.text) <= WIDEST and not line.text.isupper()
