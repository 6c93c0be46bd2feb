"""How far a word stands from a cue, in the buckets the link scores were trained with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_EDGES = np.array([0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256])
BUCKETS = 2 * len(_EDGES)


def buckets(cue: int, length: int) -> npt.NDArray[np.int64]:
    """The bucket of each of `length` pieces seen from the piece `cue`: near is fine, far is coarse."""
    away = np.arange(length) - cue
    steps = np.searchsorted(_EDGES, np.abs(away), side="right") - 1
    return np.where(away < 0, steps, steps + len(_EDGES)).astype(np.int64)
