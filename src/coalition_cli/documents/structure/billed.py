"""Talks that a title bills, "Q&A with NAME": one answer with the guest's label below a question is enough.

Takes: The Tide – Q&A with Ana Sol / How did it start? / Ana Sol: I grew up by the sea.
Leaves: The Tide – Q&A with Ana Sol / What is new? / Price: Ten pounds. (nobody whom the title names)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from coalition_cli.documents.structure.said import asks
from coalition_cli.documents.structure.shapes import Label, name_labels
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import LONGEST, words

BELOW = 3
"""Lines below a title in which its question and the answer stand."""


def find_billed(units: Sequence[Unit]) -> list[Label]:
    """The labels right below a question and its title, and what is asked; the titles become headings."""
    titles = [index for index, unit in enumerate(units) if _bills(unit)]
    found: list[Label] = []
    for label in name_labels(units) if titles else ():
        title = next((index for index in reversed(titles) if index < label.index), -BELOW)
        if label.index - title < BELOW and label.source and _answers(units, title, label):
            found += (Label(label.index - 1, 0, None, "question", "asks"), label)
    if found:
        for index in titles:
            units[index].kind = "heading"
    return found


def _answers(units: Sequence[Unit], title: int, label: Label) -> bool:
    """Whether a label is the guest's whom a title names, and stands right below a question."""
    name = units[label.index].text[: label.body].rstrip(": ")
    return name in units[title].text and label.index - 1 > title and asks(units[label.index - 1].text)


def _bills(unit: Unit) -> bool:
    return unit.kind is None and len(unit.text) <= LONGEST and _with_guest().search(unit.text) is not None


@cache
def _with_guest() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[:–—|-] )(?:{'|'.join(words().billing)})[A-Z]", re.IGNORECASE)
