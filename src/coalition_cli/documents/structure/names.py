"""Shapes of lines: what may be a name, a date, a title, told by letters alone."""

from __future__ import annotations

import re
from functools import cache

from coalition_cli import lexicons
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

_DAY = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,9}\.?,? \d{4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2},? \d{4}"
)
_DATED = re.compile(r"[^\W\d_]|\d[./:-]\d")
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]+(?:[, ]+|$)){0,4}")
_WORD = re.compile(r"[^\W\d_][\w.'’/&-]*", re.UNICODE)


@cache
def given_names() -> frozenset[str]:
    """Given names in small letters, without those that are also words or places."""
    names = lexicons.load("given_names")
    known = (*names["male"].split(), *names["female"].split(), *names["either"].split())
    return frozenset(known).difference(names["ambiguous"].split())


def is_name_like(text: str, *, most: int = 4) -> bool:
    """Whether a text is two to `most` capitalised words (initials and small name words allowed)."""
    parts = text.split()
    if not 2 <= len(parts) <= most:
        return False
    small = words().connectors
    capitals = 0
    for part in parts:
        if not _WORD.fullmatch(part):
            return False
        if part[0].isupper():
            capitals += 1
        elif part not in small:
            return False
    return capitals >= 2 and parts[0][0].isupper()


def capitalised_share(text: str) -> float:
    """The share of the longer words (four letters on) that begin with a capital."""
    longer = [part for part in text.split() if len(part) >= 4 and part[0].isalpha()]
    return sum(part[0].isupper() for part in longer) / len(longer) if longer else 0.0


def is_date(unit: Unit) -> bool:
    """Whether a line is made of dates, times and the words beside them, or of a full date and a place.

    A bare number is no date, and a square bracket around one, as in parliamentary reports, changes nothing.
    """
    line = unit.bare.strip("[]")
    if unit.words > 14 or not any(map(str.isdigit, line)) or line.replace(" ", "").isdigit():
        return False
    date = words().date
    if date.fullmatch(line):
        return _DATED.search(line) is not None
    day = _DAY.search(line)
    if day is None or not date.fullmatch(day[0]):
        return False
    return all(_PLACE.fullmatch(part.strip(" ,-–—|")) for part in (line[: day.start()], line[day.end() :]))
