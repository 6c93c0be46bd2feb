"""Titles between turns and within speeches.

Takes: Harbours as neighbours (between long paragraphs that end in a full stop)
Leaves: Yes, we do
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.units import Unit

_MARKED = re.compile(r"#{1,6} \S|\*\*[^*:]{1,80}$")
"""A title in Markdown, or behind two asterisks as briefings have it: "**Grain ships"."""
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] (?=\S)")


def find_headings(units: Sequence[Unit], begin: int, end: int) -> frozenset[int]:
    """The units that are titles between turns: short, without a full stop, and few.

    Where a long unit has no full stop either, or many look like titles, full stops were left out, and none
    is a title but those marked as such in Markdown.
    """
    marked = frozenset(index for index in range(begin, end) if _MARKED.match(units[index].text))
    found = marked | frozenset(index for index in range(begin, end) if _is_heading(units, index))
    open_ended = any(
        unit.kind is None and unit.words > 10 and not unit.closed and unit.text[-1].isalnum()
        for unit in units[begin : min(end, len(units) - 1)]  # a page's last line may be cut off
    )
    return marked if open_ended or len(found) * 4 > end - begin else found


def _is_heading(units: Sequence[Unit], index: int) -> bool:
    """Whether a unit between turns is a title above the next one rather than something said."""
    unit = units[index]
    if unit.words > 10 or unit.closed or unit.quoted or index + 1 == len(units):
        return False
    number = _NUMBERED.match(unit.text)
    if number and any(_NUMBERED.match(beside.text) for beside in units[index - 1 : index + 2 : 2]):
        return False  # an entry of a list
    first = unit.text[number.end() :] if number else unit.text
    return first[0].isupper() and unit.text[-1] not in ",;:-–—"
