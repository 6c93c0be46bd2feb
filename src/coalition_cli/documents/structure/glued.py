"""Labels with no space behind their colon, where the text has the same label with one.

Takes: JANE ROE:The tide turns. (below "JANE ROE: I sail.")
Leaves: NOTE:The tide turns. / JANE ROE:1, PAUL DOE:0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coalition_cli.documents.structure.shapes import Label, named
from coalition_cli.documents.structure.units import Unit


def glued_labels(units: Sequence[Unit], names: Sequence[Label]) -> Iterator[Label]:
    """The labels that are written as one of some names is, before a colon and a letter or a mark."""
    shown = {_shown(units[label.index], label.source) for label in names if label.source}
    if not shown:
        return
    known = "|".join(sorted(map(re.escape, shown), key=len, reverse=True))
    pattern = re.compile(rf"(?P<name>{known}):(?=[^\W\d_]|[\"“‘'(\[])")
    for index, unit in enumerate(units):
        if unit.kind is None and (match := pattern.match(unit.text)):
            yield named(index, unit, match)


def _shown(unit: Unit, source: tuple[int, int]) -> str:
    return unit.text[source[0] - unit.start : source[1] - unit.start]
