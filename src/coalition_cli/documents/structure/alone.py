"""Shapes of labels alone on their lines: a name, a role, an office with its bearer, above what is said.

Takes: Jane Roe -- Chief Executive / Jane Roe (and below it: Chief Executive) / Mr. Roe (Sund)
Leaves: Jane Roe / Paul Doe / Anna Berg (line after line, as in lists of authors)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.shapes import (
    ASIDES,
    HELD,
    LONGEST,
    NUMBER,
    TIME,
    Label,
    bears,
    name_key,
    named,
    names_somebody,
)
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

_OFFICE_ALONE = re.compile(HELD)
_ALONE = re.compile(
    rf"[*_]{{0,2}}(?:{TIME}\s+)?(?P<name>[A-Z][^:\n\"“”()\[\]?!,–—]{{1,60}}?){ASIDES}"
    rf"(?:(?:,| --?| ?[–—]) [^:\n\"“”?!]{{1,100}}?)?(?:\s+{TIME})?[*_]{{0,2}}"
)
_DASHED = re.compile(r"[^–—]+ (?:--|[–—]) .+")
_WIDEST = 12  # words of a label alone on its line, with an office behind the name


def standing_labels(units: Sequence[Unit]) -> list[Label]:
    """Everything shaped as a label alone on its line above what is said, as in parliamentary reports.

    Of names on line after line, as in lists of authors, none is a label; but what its bearer is may stand on
    the line below a name.
    """
    found = {index: label for index, unit in enumerate(units) if (label := _standing(index, unit))}
    for index in [index for index, label in found.items() if _has_post_below(units, index, label)]:
        found[index] = replace(found[index], lines=2)
        found.pop(index + 1, None)
    ends = ((index + label.lines, label) for index, label in found.items())
    return [label for end, label in ends if end < len(units) and end not in found]


def silent_labels(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The courteous names right above one of some labels: nothing is said below them."""
    above = (label.index - 1 for label in labels if label.index)
    return [
        label
        for index in above
        if is_courteous(units[index]) and (label := _standing(index, units[index])) is not None
    ]


def _standing(index: int, unit: Unit) -> Label | None:
    if unit.kind is not None or len(unit.text) > LONGEST or unit.closed:
        return None
    return _standing_name(index, unit) or _office_alone(index, unit)


def _has_post_below(units: Sequence[Unit], index: int, label: Label) -> bool:
    """Whether a name stands right above the words of what its bearer is, and those above what is said."""
    if index + 2 >= len(units) or not label.source or _is_post(units[index]):
        return False
    below = units[index + 1]
    short = below.kind is None and below.words <= _WIDEST and not below.closed and not below.gap
    return short and is_name_like(units[index].text) and _is_post(below)


def _is_post(unit: Unit) -> bool:
    parts = {part.strip(",.").casefold() for part in unit.text.replace("-", " ").split()}
    return not parts.isdisjoint(words().offices | words().posts)


def _standing_name(index: int, unit: Unit) -> Label | None:
    """The label of a line that is a name or a role and what stands beside one, else none."""
    match = _ALONE.fullmatch(unit.text) if unit.words <= _WIDEST else None
    if match is None:
        return None
    label = replace(named(index, unit, match), body=len(unit.text))
    if label.key.split()[0] in words().divisions:
        return None
    if NUMBER.sub("", label.key) in words().nameless:
        return replace(label, source=None)
    return label if names_somebody(match["name"], ()) or label.key in words().roles else None


def _office_alone(index: int, unit: Unit) -> Label | None:
    """The label of a line that is an office and in brackets its bearer, else none."""
    match = _OFFICE_ALONE.fullmatch(unit.text)
    if match is None or not bears(match):
        return None
    return replace(named(index, unit, match), body=len(unit.text))


def holds_office(unit: Unit) -> bool:
    """Whether a line is an office and in brackets its bearer, as parliamentary reports name ministers."""
    return _office_alone(0, unit) is not None


def is_courteous(unit: Unit) -> bool:
    """Whether a line begins with a courtesy title, as the names in parliamentary reports do."""
    parts = name_key(unit.text.lstrip("*_")).removeprefix("the ").split()
    return len(parts) > 1 and parts[0].rstrip(".") in words().courtesies


def is_officed(unit: Unit) -> bool:
    """Whether a line is a name and behind a dash what its bearer is, as in calls with investors."""
    return _DASHED.fullmatch(unit.text) is not None
