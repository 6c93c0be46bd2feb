"""A found attribution in words as a `Candidate` in code points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalition_cli.neural.marks import CLOSING, INSIDE, OPENING, SINGLE, UNCLOSED
from coalition_cli.rules.candidate import Candidate

if TYPE_CHECKING:
    from coalition_cli.neural.calibrate import Calibration
    from coalition_cli.neural.decode import Found, Stretch
    from coalition_cli.neural.scores import Scores

_LOOSE = " \t\u00a0,;:–—"


def candidate(
    text: str, offset: int, scores: Scores, found: Found, name: str, calibration: Calibration
) -> Candidate | None:
    """The candidate for `found` in `text`, whose scored section begins at `offset`; None if nothing is left.

    Contents lose the marks that enclose them or, without such marks, commas and dashes at their edges.
    """
    spans = [span for part in found.content if (span := _content(text, offset, scores, part)) is not None]
    if not spans:
        return None
    quoted = any(_touches_marks(scores, part) for part in found.content)
    cue = _span(offset, scores, found.cue)
    source = _span(offset, scores, found.source) if found.source else None
    return Candidate(
        content=tuple(spans),
        cue=cue,
        source=source,
        form="quotation" if quoted else "reported",
        origin=f"model:{name}",
        score=calibration(found.sure),
        evidence=(
            ("cue", f"{text[slice(*cue)]!r}, sure {found.sure['cue']:.2f}"),
            ("content", f"linked to the cue, sure {found.sure['content']:.2f}"),
            ("source", f"{'linked to the cue' if source else 'none'}, sure {found.sure['source']:.2f}"),
        ),
    )


def _span(offset: int, scores: Scores, part: Stretch) -> tuple[int, int]:
    return offset + int(scores.starts[part[0]]), offset + int(scores.ends[part[1] - 1])


def _touches_marks(scores: Scores, part: Stretch) -> bool:
    return bool(np.isin(scores.marks[part[0] : part[1]], (INSIDE, SINGLE, UNCLOSED)).any())


def _content(text: str, offset: int, scores: Scores, part: Stretch) -> tuple[int, int] | None:
    inner = _inside_marks(scores, _from_mark(text, offset, scores, part))
    if inner is not None:
        return _span(offset, scores, inner)
    low, high = _span(offset, scores, part)
    while low < high and text[low] in _LOOSE:
        low += 1
    while low < high and text[high - 1] in _LOOSE:
        high -= 1
    return (low, high) if any(char.isalnum() for char in text[low:high]) else None


def _from_mark(text: str, offset: int, scores: Scores, part: Stretch) -> Stretch:
    """`part` from its opening mark on, where only symbols (an emoji, a bullet) stand before the mark."""
    for start in range(*part):
        if scores.marks[start] == OPENING:
            return start, part[1]
        low, high = _span(offset, scores, (start, start + 1))
        if any(char.isalnum() for char in text[low:high]):
            break
    return part


def _inside_marks(scores: Scores, part: Stretch) -> Stretch | None:
    """`part` without the marks around it, or None where one pair does not enclose it all."""
    start, end = part
    states = scores.marks
    if states[start] != OPENING:
        return None
    for closing in (end - 1, end - 2):  # a stop may follow the closing mark
        if closing > start + 1 and states[closing] == CLOSING:
            whole = np.isin(states[start + 1 : closing], (INSIDE, SINGLE)).all()
            return (start + 1, closing) if whole else None
    unclosed = states[start + 1 : end] == UNCLOSED
    return (start + 1, end) if len(unclosed) and unclosed.all() else None
