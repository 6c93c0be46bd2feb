"""What is left out of a turn: its label, the time, the marks that make it bold, notes in brackets.

Takes: **MS. ROE: [0:12] We do.** (left: We do.), (Laughter.) (left: nothing)
Leaves: We do, and **gladly**.
"""

from __future__ import annotations

import re

from coalition_cli.documents.structure.furniture import is_note
from coalition_cli.documents.structure.units import Unit

_BOLD = re.compile(r"\*{1,2}|_{1,2}")


def cut(unit: Unit, length: int) -> None:
    """Leave out what stands before the words of a turn."""
    unit.start += length
    unit.text = unit.text[length:]


def close_bold(unit: Unit, head: str) -> None:
    """Leave out the marks at the end of a turn whose label opens them and does not close them."""
    mark = _BOLD.match(head)
    if mark and head.count(mark[0]) == 1 and unit.text.endswith(mark[0]):
        unit.text = unit.text.removesuffix(mark[0]).rstrip()
        unit.end = unit.start + len(unit.text)


def mark_note(unit: Unit) -> bool:
    """Make furniture of a note in brackets that is the whole of a turn or stands between turns."""
    if not is_note(unit.text):
        return False
    unit.kind, unit.source = "furniture", None
    return True
