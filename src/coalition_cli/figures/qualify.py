"""The word that bounds a figure: *over*, *up to*, *some*, *only*; and the bound it sets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from coalition_cli import lexicons
from coalition_cli.records import Bound

if TYPE_CHECKING:
    from coalition_cli.figures.amounts import Amount
    from coalition_cli.rules.view import View

_SIGNS: dict[str, Bound] = {"+": "at least", ">": "at least", "≥": "at least", "<": "at most", "≤": "at most"}
_SIGN_BEFORE = re.compile(r"([<>≤≥~≈])\s?$")
_DURING = re.compile(r"(?<!\bfor )(?<!\bwell )(?<!\bjust )(?<!\bspent )(?<!\btook )(?<!\blasted )\bover\s$")
_LONGEST = 28  # characters of the longest phrase, its article and spaces
_RANGE_WORDS = re.compile(r"\b(between|from|ranging from)\s$", re.IGNORECASE)


@cache
def _phrases(side: str) -> dict[str, Bound]:
    bounds = lexicons.load("numbers")[side]
    return {phrase: cast(Bound, bound) for bound, phrases in bounds.items() for phrase in phrases}


@cache
def _before() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(_phrases("before"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=\W)|^)(?P<phrase>{phrases})\s?(?:the\s|an?\s|of\s(?:the|its|their)\s|all\s)?$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(_phrases("after"), key=len, reverse=True))
    return re.compile(rf"(?P<sign>\+)|(?:\s|(?=-))(?P<phrase>{phrases})\b", re.IGNORECASE)


def qualify(view: View, amount: Amount, unit: str | None) -> tuple[Bound, str | None]:
    """The bound of an amount and the text's word for it; exactly and none where nothing bounds it."""
    left = view.text[max(0, amount.start - _LONGEST) : amount.start].replace("\n", " ")
    found = None if _spans_time(left, unit) else _before().search(left)
    if found and not _is_preposition(
        view, found["phrase"].lower(), amount.start - len(left) + found.start("phrase")
    ):
        return _bound(view, amount, found["phrase"].lower()), found["phrase"]
    sign = _SIGN_BEFORE.search(left)
    if sign:
        return _SIGNS.get(sign.group(1), "about"), sign.group(1)
    behind = _after().match(view.text, amount.end)
    if behind:
        word = behind["sign"] or behind["phrase"]
        return ("at least" if behind["sign"] else _phrases("after")[word.lower()]), word
    if amount.joined:
        return _of_range(left, amount.joined)
    return "exactly", None


def _bound(view: View, amount: Amount, phrase: str) -> Bound:
    """The bound that a phrase sets: *did not rise above 5%* is at most 5%."""
    bound = _phrases("before")[phrase]
    if phrase not in lexicons.load("numbers")["turned_by_not"] or not _is_denied(view, amount):
        return bound
    return "at most" if bound == "at least" else "at least"


def _is_denied(view: View, amount: Amount) -> bool:
    """Whether the verb that a number hangs on is negated."""
    number = view.token_at(amount.core_end - 1)
    above = () if number is None else number.ancestors
    verb = next((token for token in above if token.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(child.dep_ == "neg" for child in verb.lefts)


def _of_range(left: str, joined: str) -> tuple[Bound, str | None]:
    """*Between* bounds nothing more than the range does; *two or three* is a guess."""
    if joined == "or":
        return "about", "or"
    word = _RANGE_WORDS.search(left)
    if word:
        return "exactly", word.group(1)
    return "exactly", "between" if joined == "between" else None


def _spans_time(left: str, unit: str | None) -> bool:
    """*Cut costs over 10 years*: during them, not more."""
    return unit in lexicons.load("units")["time"] and _DURING.search(left) is not None


def _is_preposition(view: View, phrase: str, offset: int) -> bool:
    """*Talk about 30 countries*, *handed over 30 prisoners*: the word belongs to the verb."""
    if phrase not in lexicons.load("numbers")["also_prepositions"]:
        return False
    token = view.token_at(offset)
    if token is None:
        return False
    if token.dep_ == "prt":
        return True
    before = token.nbor(-1).lemma_.lower() if token.i else ""
    return phrase == "about" and before in lexicons.load("numbers")["topic_verbs"]
