"""Stretches whose digits are no figures: dates, times, telephone numbers, addresses, ids, list numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli import lexicons

if TYPE_CHECKING:
    from coalition_cli.figures.atoms import Atom

_REACH = 40  # characters either side of a number that hold the date, time or number it is part of
_LONGEST = 240  # characters of an address before a number
# Most numbers stand between two plain words, where nothing masks them: no need to try all patterns.
_PLAIN_LEFT = re.compile(r"(?<!\w)[a-z]+ $")
_PLAIN_RIGHT = re.compile(r" (?!(?:a\.?m|p\.?m|hrs|hours|o['’]|on|tonight|this|to|and|of|or)\b)[a-z]")
_AFTER_WORDS = ("-o", "-b", "-t", "-f", " o")


@cache
def _masks() -> re.Pattern[str]:
    months = map(str.capitalize, lexicons.load("dates")["months"])
    month = "|".join(sorted(months, key=len, reverse=True))
    day = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?(?!\s?(?:%|per\s?cent|pct))"
    days = rf"{day}(?:(?:\s?[-–]\s?|,?\sand\s|\sto\s|,\s)(?:(?:{month})\.?\s)?{day}(?![\d,.]?\d))*"
    return re.compile(
        "|".join(
            (
                r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+|\b\w[\w.-]*\.(?:com|org|net|gov|edu|eu|uk|ly)\b\S*",
                r"\b\d{1,4}([./-])\d{1,2}\1\d{1,4}\b",  # 10.04.2025, 2025-04-10, 4/10/2025; also 3.2.1
                r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?i:[ap]\.?m\b\.?|hrs\b|GMT|UTC|EST|EDT|CET|BST)",
                r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
                r"\b\d{1,2}\s?(?:[ap]\.m\.|(?:am|pm|AM|PM)\b)|\b(?i:\w+\so['’]clock)",
                r"\b(?i:at|by|until|from|around)\s(?:[1-9]|1[0-2])(?=\s(?:on\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|tonight|this\s))",
                r"\b\d{4}\s?(?:GMT|UTC|hours\slocal)",
                rf"\b(?:{month})\b\.?\s{days}(?:,?\s\d{{4}}\b)?|\b(?:{month})\b\.?,?\s(?:of\s)?\d{{4}}\b",
                rf"\b{days}\s(?:of\s)?(?:{month})\b\.?(?:,?\s\d{{4}}\b)?",
                r"\b\d{2,4}['’]?s\b|(?<!\w)['’]\d\d\b",  # 1990s, '90s, '16, 100's
                r"\+\d[\d\s()./-]{5,}\d",
                r"\(?\b\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}\b|\b1?-?\d{3}-\d{4}\b|\b\d{2,4}(?:[ -]\d{2,4}){2,}\b",
                r"\b(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)\b",  # 2014-2016, 2014-16
                r"\b\d{1,3}/\d{1,3}\b",  # 24/7, 9/11
                r"(?<![\w])[A-Za-z][A-Za-z.]*[-–]\d+[A-Za-z]*\b|\b[A-Za-z]+\d+\w*\b",  # F-16, MH17
                r"(?i:\bnos?\.?\s|#|§\s?|№\s?)\d+",
                r"\b\d{3}\([a-z]\)|(?<=[,;:] )\d{1,2}\)(?= )|\[\d{1,3}\]|\(\d{1,2}\)(?=\s)",
                r"(?m:^[ \t]*(?:\d{1,3}[.)]|\d{1,2}\.\d{1,2}\.?)(?=\s))",
                r"\b\d+(?:\.\d+)?°\s?(?:\d+['′]\s?)?[NSEW]\b",
                r"\b\d+[A-Za-z]?\s(?:[A-Z]\w+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Square|Terrace)\b",
                r"\b\d+-(?:and|to|on)-\d+\b",
                r"\b(?i:one-(?:on|by|to|for)-one|fifty-fifty|zero-sum|catch-22)\b",
            )
        )
    )


def is_masked(text: str, atom: Atom) -> bool:
    """Whether a number is part of a date, address or the like; in words only *one-on-one*, *nine o'clock*."""
    start, end = atom.start, atom.core_end
    if not atom.digits and text[end : end + 2] not in _AFTER_WORDS:
        return False
    if _PLAIN_LEFT.search(text, max(0, start - 15), start) and _PLAIN_RIGHT.match(text, end):
        return False
    left = max(text.rfind(" ", max(0, start - _LONGEST), max(0, start - _REACH)), start - _LONGEST, 0)
    return any(
        found.start() < end and start < found.end() for found in _masks().finditer(text, left, end + _REACH)
    )
