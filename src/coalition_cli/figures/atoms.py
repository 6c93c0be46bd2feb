"""Single numbers with their sign, scale and unit as the text has them; what is no figure comes later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli import lexicons
from coalition_cli.figures.words import read_words, table, whole

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?(?!,?\d)|\d+(?:\.\d+)?")
_MINUS = re.compile(r"(?:^|\s)[-−]$")
_FREE = re.compile(r"(?<![\w.,:/'’#&-])|(?<=[\dmnk%]-)")
_FREE_WORD = re.compile(r"(?<![\w'’-])|(?<=to-)|(?<=half-)|(?<=half-a-)")
_WORD = re.compile(r"[A-Za-z]+")
_ARTICLE = re.compile(r"\b(?:half[\s-]an?[\s-]|an?\shalf[\s-]|half[\s-]|an?\s)$", re.IGNORECASE)
_LETTERS = frozenset("kKmMbBtT")  # as scales: only after money, or before what is counted in millions
_PLURAL_AFTER = re.compile(r"\s(?:people|[a-z]{3,}s)\b")
_LONGEST = 17  # characters: anything longer is an id
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
def _words() -> frozenset[str]:
    return frozenset(word for key in ("units", "teens", "tens", "scales") for word in table(key))


@cache
def _money() -> re.Pattern[str]:
    units = lexicons.load("units")
    codes = "|".join(units["currency_codes"])
    return re.compile(rf"(?P<sign>{_either(units['currency_signs'])}|(?<!\w)(?:{codes}))\s?$")


def number_starts(doc: Doc, text: str) -> list[int]:
    """Offsets at which a number may start: runs of digits, and number words by their hash."""
    hashes = {doc.vocab.strings[word] for word in _words()}
    lowers = doc.to_array("LOWER").tolist()
    words = (doc[index].idx for index, lower in enumerate(lowers) if lower in hashes)
    return sorted({*words, *(run.start() for run in re.finditer(r"\d+", text))})


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
        rf"|\s?(?P<sign>{_either(sign for sign in units['signs'] if sign != 'm')})\b"
        rf"|(?P<metres>m)(?=\s(?:{_either(units['extents'])})\b)"
    )


def find_atoms(text: str, starts: Iterable[int]) -> Iterator[Atom]:
    """The numbers that begin at offsets among `starts` (ascending), left to right, none inside another."""
    done = 0
    for start in starts:
        if start < done:
            continue
        atom = _in_digits(text, start) if text[start].isdecimal() else _in_words(text, start)
        if atom:
            done = atom.end
            yield atom


def _in_digits(text: str, start: int) -> Atom | None:
    """A number in digits; none where they begin or run on in a word ("MH17", "5th")."""
    left = text[max(0, start - 4) : start]
    money = _money().search(left)
    sign = None if money else _MINUS.search(left)
    if not (money or sign or _FREE.match(text, start)):
        return None
    found = _DIGITS.match(text, start)
    assert found is not None
    if len(found.group()) > _LONGEST:
        return None
    number = float(found.group().translate(_SEPARATORS))
    raw = whole(-number if sign else number)
    value, stop = _scaled(text, raw, found.end(), money is not None)
    if stop == found.end() and _runs_on(text, stop):
        return None
    unit, end = _unit_after(text, stop, money["sign"] if money else None)
    shift = len(money.group()) if money else int(sign is not None)
    plain = found.group().isdecimal() and end == found.end()
    return Atom(start - shift, end, stop, value, raw, unit, digits=True, plain=plain)


def _in_words(text: str, start: int) -> Atom | None:
    """A number in words; a scale ("million") needs an article or *half* before it."""
    if not _FREE_WORD.match(text, start):
        return None
    word = _WORD.match(text, start)
    assert word is not None
    first, stop = word.group().lower(), word.end()
    if first in table("scales"):
        article = _ARTICLE.search(text, max(0, start - 7), start)
        if not article:
            return None
        first, stop, start = article.group().lower(), article.end() - 1, article.start()
    value, core_end = read_words(text, start, stop, first)
    unit, end = _unit_after(text, core_end, None)
    return Atom(start, end, core_end, value, value, unit, digits=False, plain=False)


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
