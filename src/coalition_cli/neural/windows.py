"""Cut a long text into overlapping windows that the encoder can take."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` (half-open) go through the encoder together."""

    start: int
    end: int


def plan(
    breaks: npt.NDArray[np.int32], length: int, longest: int, overlap: int, first: int | None = None
) -> list[Window]:
    """Windows that cover pieces 0 to `length`.

    `breaks` are the sorted first pieces of paragraphs. A window takes at most `longest` pieces and ends at
    a paragraph break where one lies in its last third; the next begins at the last break at least
    `overlap` pieces before that end, or `overlap` pieces before it. `first` shortens the first window
    (training draws it by chance, so that no two epochs see the same cuts).
    """
    windows: list[Window] = []
    start, room = 0, first or longest
    while True:
        if length - start <= room:
            windows.append(Window(start, length))
            return windows
        end = _last_break(breaks, start + room * 2 // 3, start + room) or start + room
        windows.append(Window(start, end))
        floor = max(start + 1, end - 2 * overlap)
        start = _last_break(breaks, floor, max(floor, end - overlap)) or max(start + 1, end - overlap)
        room = longest


def _last_break(breaks: npt.NDArray[np.int32], low: int, high: int) -> int:
    """The last break in [low, high], or 0."""
    at = int(np.searchsorted(breaks, high, side="right")) - 1
    return int(breaks[at]) if at >= 0 and breaks[at] >= low else 0
