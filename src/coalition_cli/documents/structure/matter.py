"""The front matter of a Markdown page: keys and values between two rules above the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.units import Unit, make_unit

RULE = "---"
MOST = 40
"""Lines that front matter may have: between rules farther apart stands text."""

# keys are written small, so that "JOHN: I do." between two rules is none
_KEY = re.compile(r"[a-z][\w.-]*:(?:\s|$)")
_TITLE = re.compile(r"title:\s+(?P<mark>[\"']?)(?P<title>.*\w.*?)(?P=mark)$", re.DOTALL)


def cut_matter(text: str, units: list[Unit]) -> list[Unit]:
    """The units with every entry of front matter made one of furniture, the title in it one of its own."""
    end = _end(units)
    if not end:
        return units
    starts = [index for index in range(end) if _opens(units[index])]
    done: list[Unit] = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        done.extend(_entry(text, make_unit(text, units[start].start, units[stop - 1].end)))
    return [*done, *units[end:]]


def _end(units: Sequence[Unit]) -> int:
    """The index of the first unit behind the front matter, 0 where there is none."""
    if len(units) < 3 or units[0].text != RULE or not _KEY.match(units[1].text):
        return 0
    for index, unit in enumerate(units[1:MOST], start=1):
        if unit.text == RULE:
            return index + 1
        if not (_opens(unit) or unit.indent or unit.bullet):
            # the value of the key above goes on, as it does at the left margin where a mark is still open
            opening = units[index - 1].text
            if unit.gap or opening.count('"') % 2 == 0:
                return 0
    return 0


def _opens(unit: Unit) -> bool:
    """Whether a line is a rule or begins with a key."""
    return unit.text == RULE or (not unit.indent and _KEY.match(unit.text) is not None)


def _entry(text: str, entry: Unit) -> list[Unit]:
    """The units of one key and its value: the value of the title is left undecided."""
    match = _TITLE.match(entry.text)
    entry.kind = "furniture"
    if match is None:
        return [entry]
    begin, end = entry.start + match.start("title"), entry.start + match.end("title")
    key, title = make_unit(text, entry.start, entry.start + len("title:")), make_unit(text, begin, end)
    key.kind = "furniture"
    return [key, title]
