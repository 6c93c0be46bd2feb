"""Which characters stand inside quotation marks, as an input feature of the encoder.

Simpler than `documents.marks` on purpose: weights are tied to the exact states they were trained on, so
this reading of marks must not change when the rules learn to pair marks better.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

OUTSIDE, INSIDE, SINGLE, OPENING, CLOSING, UNCLOSED = range(6)
STATES = 6

_LONGEST_SINGLE = 3000  # characters; keeps the time linear where apostrophes look like opening marks
_DOUBLE = re.compile(r'["“”„«»]')
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[:—–-])|(?<![\s\S]))['‘](?=[\"“]?[^\W_])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…%)])['’](?=[\s.,;:!?)\]—–-]|$)")


def mark_states(line: str) -> npt.NDArray[np.uint8]:
    """The state of each character of one paragraph: outside, inside, a mark, or after a mark never closed."""
    states = np.zeros(len(line), dtype=np.uint8)
    opened = -1
    for match in _DOUBLE.finditer(line):
        at = match.start()
        after_is_space = not line[at + 1 : at + 2].strip()
        if opened < 0:
            if match.group() in "”»" or (after_is_space and line[max(at - 1, 0) : at].strip()):
                continue  # a closing mark that nothing opened
            opened = at
        elif match.group() in '"”»' or after_is_space:
            _fill(states, opened, at, INSIDE)
            opened = -1
    if opened >= 0:
        states[opened:] = UNCLOSED
        states[opened] = OPENING
    _fill_singles(line, states)
    return states


def _fill(states: npt.NDArray[np.uint8], opened: int, closed: int, inside: int) -> None:
    states[opened + 1 : closed] = inside
    states[opened] = OPENING
    states[closed] = CLOSING


def _fill_singles(line: str, states: npt.NDArray[np.uint8]) -> None:
    """Single marks count only where no double mark is open; an apostrophe opens nothing."""
    at = 0
    while opening := _SINGLE_OPEN.search(line, at):
        at = opening.end()
        closing = _SINGLE_CLOSE.search(line, at, at + _LONGEST_SINGLE)
        if closing and not states[opening.start() : closing.end()].any():
            _fill(states, opening.start(), closing.start(), SINGLE)
            at = closing.end()
