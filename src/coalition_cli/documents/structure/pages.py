"""What a printed text has at its pages' edges: "Page 2 of 26", and the line that comes back beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from coalition_cli.documents.structure.units import Unit

_PAGE = re.compile(r"(?:page )?\d{1,4} of \d{1,4}|page \d{1,4}", re.IGNORECASE)


def mark_pages(units: Sequence[Unit]) -> None:
    """Make furniture of the numbers of two pages and more, and of the lines that come back beside them."""
    pages = [index for index, unit in enumerate(units) if _PAGE.fullmatch(unit.text)]
    if len(pages) < 2:
        return
    for index in pages:
        units[index].kind = "furniture"
    for step in (-1, 1):
        beside = [units[index + step] for index in pages if 0 <= index + step < len(units)]
        counts = Counter(unit.text for unit in beside)
        for unit in beside:
            if counts[unit.text] > 1 and not unit.closed:
                unit.kind = "furniture"
