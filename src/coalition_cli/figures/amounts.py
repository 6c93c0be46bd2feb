"""Single numbers joined into what they state: a value, a range, a part of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from coalition_cli import lexicons
from coalition_cli.figures.atoms import Atom
from coalition_cli.figures.words import table

_HYPHEN = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"(?:\s|-)to(?:\s|-)(?:about\s|around\s|roughly\s|nearly\s|over\s)?")
_AND = re.compile(r"\sand\s(?:about\s|around\s|roughly\s|nearly\s|over\s)?")
_OR = re.compile(r"\sor\s(?:even\s)?")
_IN = re.compile(r"(?:\s|-)(?:in|out\sof)(?:\s|-)(?:every\s)?")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s|roughly\s|an\sestimated\s|some\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|ranging)\s(?:about\s|around\s|roughly\s|as\slow\sas\s)?$", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z]+")
_NEAR = 45  # characters to the left in which a result or a change is named
_CLOSE = 3  # "two or three" is one uncertain count, "two or fifty" two counts
_COUNTABLE = re.compile(
    r"\s(?:[a-z-]+\s){0,2}?(?:[a-z]+s|people|men|women|children)\b|\s?%|\s(?:percent|per cent)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What numbers state together: a value or a range, `start` to `end` with unit signs, `core_end` without.

    `joined` is the word that makes it a range ("between", "to", "or", "-"), none for a single number.
    """

    start: int
    end: int
    core_end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str | None
    joined: str | None
    atom: Atom


def join(text: str, atoms: Sequence[Atom]) -> Iterator[Amount]:
    """The amounts that a block's numbers make, left to right. Results of votes and games make none."""
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        made = _pair(text, atom, following) if following else ()
        if made is None:
            index += 2
        elif made:
            yield from made
            index += 2
        else:
            yield _single(atom)
            index += 1


def _single(atom: Atom) -> Amount:
    return Amount(atom.start, atom.end, atom.core_end, atom.value, None, None, atom.unit, None, atom)


def _pair(text: str, first: Atom, second: Atom) -> tuple[Amount, ...] | None:
    """What two neighbours make: a range or share; () for two numbers apart; none for a result."""
    gap = text[first.end : second.start]
    if len(gap) > 20 or "\n" in gap:
        return ()
    if _IN.fullmatch(gap):
        return _share(text, first, second)
    low, high = _like(first, second), second
    ordered = low.value < high.value
    if _HYPHEN.fullmatch(gap):
        return _hyphened(text, low, high) if ordered else None
    left = text[max(0, first.start - _NEAR) : first.start]
    if first.plain and second.plain and _is_year(first.value) and _is_year(second.value):
        return ()
    if _AND.fullmatch(gap):
        return (_range(low, high, "between"),) if ordered and _BETWEEN.search(left) else ()
    if _OR.fullmatch(gap):
        return (_range(low, high, "or"),) if ordered and _is_one_guess(low, high) else ()
    if _TO.fullmatch(gap) and first.unit == "%" and second.unit is None:
        return ()
    if _TO.fullmatch(gap):
        return _to(text, left, low, high, stated=first.unit is not None)
    return ()


def _like(first: Atom, second: Atom) -> Atom:
    """The first number in the scale and unit that only the second shows: *5 to 10 million*, *$5-10bn*."""
    unit = first.unit or second.unit
    factor = second.value / second.raw if second.raw else 1
    shared = factor > 1 and first.value == first.raw and first.raw < second.raw
    value = round(first.raw * factor, 6) if shared else first.value
    return replace(first, value=int(value) if value == int(value) else value, unit=unit)


def _range(low: Atom, high: Atom, joined: str) -> Amount:
    unit = low.unit or high.unit
    return Amount(low.start, high.end, high.core_end, None, low.value, high.value, unit, joined, high)


def _is_year(value: float) -> bool:
    return 1700 <= value <= 2100


def _is_one_guess(low: Atom, high: Atom) -> bool:
    return low.digits == high.digits and (high.raw - low.raw <= _CLOSE or high.raw <= 2 * low.raw)


def _hyphened(text: str, low: Atom, high: Atom) -> tuple[Amount, ...] | None:
    """*10-15 people* is a range, *48-52* alone or *a 5-9 vote* a result."""
    counted = low.unit or high.unit or high.value != high.raw or _COUNTABLE.match(text, high.end)
    if not counted or _names(text[max(0, low.start - _NEAR) : low.start], "results"):
        return None
    return (_range(low, high, "-"),)


def _to(text: str, left: str, low: Atom, high: Atom, *, stated: bool) -> tuple[Amount, ...] | None:
    """*10 to 15 years* is a range, *rose from 10 to 15 percent* two values, *won by 52 to 48* a result.

    `stated`: the first number has a unit of its own.
    """
    apart = (_single(low), _single(high))
    if low.value >= high.value:
        return apart if low.unit or _FROM.search(left) else None
    if _names(left, "results") or _names(text[high.end : high.end + 12], "results"):
        if stated:
            return apart
        if high.unit is None and not _COUNTABLE.match(text, high.end):
            return None
    return apart if _FROM.search(left) and _names(left, "change") else (_range(low, high, "to"),)


@cache
def _listed(key: str) -> frozenset[str]:
    source = "numbers" if key == "change" else "units"
    return frozenset(lexicons.load(source)[key])


def _names(text: str, key: str) -> bool:
    """Whether a word of a list stands in the clause at hand."""
    clause = re.split(r"[.;:!?]\s", text)[-1]
    return any(word.lower() in _listed(key) for word in _WORDS.findall(clause))


def _share(text: str, part: Atom, of: Atom) -> tuple[Amount, ...]:
    """*One in five*, *nine out of ten*: a part of the whole."""
    apart = part.unit or of.unit or not 0 <= part.value < of.value <= 1000
    if apart or not isinstance(of.value, int) or text[of.end : of.end + 1] == "-":
        return ()
    share = round(part.value / of.value, 4)
    return (Amount(part.start, of.end, of.core_end, share, None, None, "share", None, of),)


@cache
def _fraction() -> re.Pattern[str]:
    parts = "|".join(sorted((part for part in table("fractions") if part != "half"), reverse=True))
    counts = "|".join(("an?", *table("units")))
    return re.compile(
        rf"\b(?P<count>{counts})[\s-](?P<part>{parts})\b(?=\sof\s(?!a\scentury)|\s?-?majority|,?\s(?:say|said|have)\b)"
        rf"|(?<=\bby\s)an?\s(?P<by>{parts})\b"
        rf"|\b(?P<several>two|three|four|five|seven|nine)[\s-](?P<parts>{parts})\b(?!\s(?:time|place|year)s?\b)"
        r"|(?<!other )(?<!first )(?<!second )(?<!top )(?<!bottom )(?<!latter )(?<!better )(?<!last )"
        r"(?<![\w-])(?P<half>half)(?=\s(?:of|the|its|their|our|his|her|your|these|those|all)\s)",
        re.IGNORECASE,
    )


def find_fractions(text: str, start: int, end: int) -> Iterator[Amount]:
    """Parts of a whole in words: *a third of*, *two-thirds*, *half the countries*."""
    if not any(part in text[start:end] for part in table("fractions")):
        return
    for found in _fraction().finditer(text, start, end):
        value = _fraction_value(found)
        first, last = found.span()
        atom = Atom(first, last, last, value, value, "share", digits=False, plain=False)
        yield Amount(first, last, last, value, None, None, "share", None, atom)


def _fraction_value(found: re.Match[str]) -> float:
    if found["half"]:
        return 0.5
    count = (found["count"] or found["several"] or "one").lower()
    part = (found["part"] or found["parts"] or found["by"]).lower()
    return round(table("units").get(count, 1) / table("fractions")[part], 4)
