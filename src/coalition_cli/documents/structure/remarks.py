"""Remarks of the one whom a title names: what is his, from the first sentence on.

Takes: Remarks by Jane Roe at the harbour / Good evening. I am glad to be here.
Leaves: (between them) The Mayor delivered the following remarks on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.cuts import cut, mark_note
from coalition_cli.documents.structure.headings import find_headings
from coalition_cli.documents.structure.names import is_date
from coalition_cli.documents.structure.shapes import Label, name_labels, past_time
from coalition_cli.documents.structure.title import Title, announces, is_greeting, own_words
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

INTRODUCTION = 8
"""Lines between a title and the speech that may introduce it."""


def mark_remarks(units: Sequence[Unit], begin: int, end: int, source: tuple[int, int] | None) -> None:
    """Everything from the first sentence on is remarks; the lines before it are left to the front."""
    said = [unit.prose or unit.closed or is_greeting(unit) for unit in units[begin:end]]
    begin += said.index(True) if True in said else len(said)
    begin = _after_introduction(units, begin, end)
    headings = find_headings(units, begin, end)
    for index in range(begin, end):
        unit = units[index]
        if unit.kind is not None or is_date(unit):
            continue
        if index in headings:
            unit.kind = "heading"
        else:
            cut(unit, past_time(unit.text))
            unit.kind, unit.source = "remarks", source
            mark_note(unit)


def _after_introduction(units: Sequence[Unit], begin: int, end: int) -> int:
    """Where the speech begins behind lines such as "The Prime Minister delivered the following statement"."""
    start = begin
    for index in range(begin, min(begin + INTRODUCTION, end)):
        if is_greeting(units[index]) or own_words(units[index]):
            break
        if announces(units[index]):
            start = index + 1
    return start


def own_labels(units: Sequence[Unit], title: Title) -> list[Label]:
    """The labels before remarks that name nobody but the one whom the title names ("THE PRESIDENT:")."""
    named = _names(units[title.index].text)
    return [
        label
        for label in name_labels(units, turns=True)
        if label.source and label.role == "speaks" and _names(label.key) <= named
    ]


def leave_out(unit: Unit, label: Label, title: Title) -> None:
    """Cut off the label of the title's own speaker."""
    if unit.kind == "remarks":
        cut(unit, label.body)
        unit.source = title.source or label.source


def _names(line: str) -> set[str]:
    """The words of a line, in small letters, that may name somebody."""
    return set(re.findall(r"\w+", line.casefold())) - words().courtesies - {"the"}
