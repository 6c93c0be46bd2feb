"""The date a document bears, read off its first and last lines."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain

from coalition_cli import lexicons

LINES = 12
"""How many lines at the start, and half as many at the end, may bear the document's date."""


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in lexicons.load("dates")["months"].items()}


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Full dates only; 04/10/2025 is left: it is April in one country and October in the next."""
    month = rf"(?P<month>{'|'.join(sorted(_months(), key=len, reverse=True))})\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    return (
        re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
        re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"),
        re.compile(rf"\b{day}\s+{month},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
        re.compile(rf"\b{month}\s+{day},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    )


def date_of(text: str) -> str | None:
    """The first full date in the first lines, else in the last, as YYYY-MM-DD; none where there is none."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    tail = [line for line in text[-5_000:].splitlines() if line.strip()]
    for line in chain(lines[:LINES], tail[-LINES // 2 :]):
        if found := _first_date(line):
            return found
    return None


def _first_date(line: str) -> str | None:
    matches = sorted(
        (match for shape in _shapes() for match in shape.finditer(line)), key=lambda match: match.start()
    )
    for match in matches:
        month = match["month"].lower()
        try:
            return date(int(match["year"]), _months().get(month) or int(month), int(match["day"])).isoformat()
        except ValueError:
            continue
    return None
