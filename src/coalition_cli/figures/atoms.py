"""Single numbers with their sign, scale and unit as the text has them; what is no figure comes later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from coalition_cli import lexicons
from coalition_cli.figures.words import read_words, table, whole

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?(?!,?\d)|\d+(?:\.\d+)?(?!\d)"
_ARTICLE = r"half[\s-]an?[\s-]|an?\shalf[\s-]|half[\s-]|an?\s"
_LETTERS = frozenset("kKmMbBtT")  # as scales: only after money, or before what is counted in millions
_PLURAL_AFTER = re.compile(r"\s(?:people|[a-z]{3,}s)\b")
_SEPARATORS = str.maketrans("", "", ",\u00a0\u202f")


@dataclass(frozen=True, slots=True)
class Atom:
    """One number: `start` to `end` with its unit signs, `core_end` without them.

    `raw` is the number before its scale was folded into `value`; `digits`: it is written in digits;
    `plain`: it is nothing but digits, so that it may be a year.
    """

    start: int
    end: int
    core_end: int
    value: float | int
    raw: float | int
    unit: str | None
    digits: bool
    plain: bool


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _start() -> re.Pattern[str]:
    units = lexicons.load("units")
    words = _either([*table("units"), *table("teens"), *table("tens")])
    money = rf"{_either(units['currency_signs'])}|\b(?:{'|'.join(units['currency_codes'])})"
    return re.compile(
        rf"(?P<money>{money})\s?(?P<paid>{_DIGITS})"
        rf"|(?:(?<=\s)(?P<minus>[-−]))?(?:(?<![\w.,:/'’#&-])|(?<=\s[-−])|(?<=[\dmnk%]-))(?P<digits>{_DIGITS})"
        rf"|(?:(?<![\w'’-])|(?<=to-))(?:(?P<article>(?i:{_ARTICLE}))(?P<scale>(?i:{_either(table('scales'))}))"
        rf"|(?P<word>(?i:{words})))\b"
    )


@cache
def _scale() -> re.Pattern[str]:
    words = _either(table("scales"))
    return re.compile(rf"[\s-](?P<word>(?i:{words}))\b|\s?(?P<sign>(?i:bn|mn|tn))\b|(?P<letter>[kKmMbBtT])\b")


@cache
def _unit() -> re.Pattern[str]:
    units = lexicons.load("units")
    return re.compile(
        rf"[\s-](?P<points>(?i:{_either(units['points'])}))\b"
        rf"|\s?%|[\s-]?(?i:percent|per\scent|pct)\b"
        rf"|[\s-](?P<money>(?i:{_either(units['currency_words'])}))\b"
        rf"|\s?(?P<code>{'|'.join(units['currency_codes'])})\b"
        rf"|\s?(?P<sign>{_either(sign for sign in units['signs'] if sign != 'm')})\b|(?P<metres>m)\b"
    )


def find_atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """The numbers in `text[start:end]`, left to right."""
    while found := _start().search(text, start, end):
        atom = _read(text, found)
        start = max(found.end(), atom.end if atom else 0)
        if atom and atom.end <= end:
            yield atom


def _read(text: str, found: re.Match[str]) -> Atom | None:
    """The whole number that begins at a match; none where its digits run on into a word ("5th", "A320")."""
    digits = found["paid"] or found["digits"]
    if digits:
        number = float(digits.translate(_SEPARATORS))
        raw = whole(-number if found["minus"] else number)
        value, stop = _scaled(text, raw, found.end(), bool(found["money"]))
    else:
        first = found["article"] or found["word"]
        value, stop = _words(text, found, first.lower())
        raw = value
    if digits and stop == found.end() and _runs_on(text, stop):
        return None
    unit, stop_unit = _unit_after(text, stop, found["money"])
    plain = bool(digits) and digits.isdecimal() and stop_unit == found.end()
    return Atom(found.start(), stop_unit, stop, value, raw, unit, bool(digits), plain)


def _words(text: str, found: re.Match[str], first: str) -> tuple[float | int, int]:
    if not found["article"]:
        return read_words(text, found.start(), found.end(), first)
    stop = found.start() + len(found["article"]) - 1  # before the space or hyphen that ends the article
    return read_words(text, found.start(), stop, first)


def _scaled(text: str, raw: float | int, stop: int, money: bool) -> tuple[float | int, int]:
    """The number with the scales that follow its digits, and where they end."""
    value = raw
    while found := _scale().match(text, stop):
        factor = _factor(text, found, money)
        if factor is None:
            break
        value, stop = whole(round(value * factor, 6)), found.end()
    return value, stop


def _factor(text: str, found: re.Match[str], money: bool) -> float | None:
    if found["word"]:
        return table("scales")[found["word"].lower()]
    sign = found["sign"] or found["letter"]
    if sign in _LETTERS and not money and not (sign in "mMkK" and _PLURAL_AFTER.match(text, found.end())):
        return None
    return table("scale_signs")[sign if sign in _LETTERS else sign.lower()]


def _runs_on(text: str, stop: int) -> bool:
    """Whether a word goes on right after the digits, other than a unit sign."""
    return (
        stop < len(text) and (text[stop].isalnum() or text[stop] in "_'’") and not _unit().match(text, stop)
    )


def _unit_after(text: str, stop: int, money: str | None) -> tuple[str | None, int]:
    """The unit of a number and where its sign ends."""
    units = lexicons.load("units")
    if money:
        return units["currency_signs"].get(money, money), stop
    found = _unit().match(text, stop)
    if not found:
        return None, stop
    if found["points"]:
        return f"{found['points'].lower().split()[0]} points", found.end()
    if found["money"]:
        return units["currency_words"][found["money"].lower()], found.end()
    if found["code"]:
        return found["code"], found.end()
    if found["sign"] or found["metres"]:
        return units["signs"][found["sign"] or found["metres"]], found.end()
    return "%", found.end()
