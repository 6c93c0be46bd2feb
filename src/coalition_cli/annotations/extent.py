"""How much of one content lies in another, in letters and digits: marks and white space count nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from coalition_cli.annotations.anchors import Offsets

Extent = Sequence[Offsets]


class Letters:
    """Counts the letters and digits of one text between offsets, each count in constant time."""

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(map(str.isalnum, text))]

    def size(self, extent: Iterable[Offsets]) -> int:
        """The letters of an extent whose parts do not overlap."""
        return sum(self._before[end] - self._before[start] for start, end in extent)

    def shared(self, first: Extent, second: Extent) -> int:
        """The letters that stand in both."""
        cuts = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
        return self.size(cut for cut in cuts if cut[0] < cut[1])

    def overlap(self, first: Extent, second: Extent) -> float:
        """Intersection over union, 0 to 1."""
        shared = self.shared(first, second)
        return shared / (self.size(first) + self.size(second) - shared) if shared else 0.0

    def same(self, first: Extent, second: Extent) -> bool:
        """Whether both hold the very same letters, and some."""
        return self.overlap(first, second) == 1.0

    def covers(self, outer: Extent, inner: Extent) -> bool:
        """Whether all letters of `inner`, and there are some, stand in `outer`."""
        return 0 < self.size(inner) == self.shared(outer, inner)
