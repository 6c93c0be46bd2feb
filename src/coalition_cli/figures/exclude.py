"""Numbers that state no figure although nothing in their own form says so."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli import lexicons
from coalition_cli.figures.sentence import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.figures.amounts import Amount
    from coalition_cli.figures.counted import Counted
    from coalition_cli.records import Bound
    from coalition_cli.rules.view import View

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_COUNTED_YEARS = 1700  # below, a number before a plural noun is a count; above, only a round one may be
_ROUND = 50
_YEAR_BEFORE = re.compile(
    r"\b(?:in|of|since|by|from|during|until|till|before|after|the|and|to|early|late|mid)\s$", re.I
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|both|any|either|other|last|first|next|its|their|his|her|our)\s$", re.I
)
_ARGUMENTS = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "npadvmod", "oprd", "acomp")
)
_NOT = re.compile(r"\b(?:not|never)\s$|n['’]t\s$", re.IGNORECASE)
_OPENERS = frozenset("“\"‘':(-–—.•")  # a capital is due after these
_LAST_WORD = re.compile(r"([\w.#§]+)\s$")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(lexicons.load("units")[key])


@cache
def _time_after() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in lexicons.load("units")["time_after"])
    return re.compile(rf"\s?(?:{words})(?!\w)")


@cache
def _time_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicons.load('units')['time_before'])})\s(?:\w+\s)?$", re.IGNORECASE)


@cache
def _idioms() -> re.Pattern[str]:
    idioms = sorted(lexicons.load("units")["idioms"], key=len, reverse=True)
    return re.compile("|".join(re.escape(idiom) for idiom in idioms), re.IGNORECASE)


def why_no_figure(
    view: View, amount: Amount, bound: Bound, qualifier: str | None, counted: Counted
) -> str | None:
    """Why an amount states nothing ("a year", "a label"), or none where it is a figure."""
    left = view.text[max(0, amount.start - 30) : amount.start].replace("\n", " ")
    number = view.token_at(amount.core_end - 1)
    if number is None:
        return "no word"
    if counted.end < 0:
        return "half of a term"
    if _NOT.search(left):
        return "said not to be so"
    if amount.atom.plain and not amount.joined and _is_year(amount, left, bound, counted):
        return "a year"
    if _is_label(view, amount, left, counted):
        return "a label"
    if _is_time(view, left, counted):
        return "a point in time"
    if _in_idiom(view, amount):
        return "a fixed phrase"
    if (
        amount.value == 1
        and not amount.atom.digits
        and not amount.unit
        and not _counts_one(counted, qualifier)
    ):
        return "one as a pronoun or article"
    if counted.elided and not counted.pointer and not amount.unit:
        return _states_nothing(view, amount, left, number, qualifier)
    return None


def _counts_one(counted: Counted, qualifier: str | None) -> bool:
    """*Only one member*, *at least one of them*; not *the only one*, *about one of the members*."""
    counts = (qualifier or "").lower() in lexicons.load("numbers")["counting_one"]
    return counts and (counted.pointer or not counted.elided)


def _is_year(amount: Amount, left: str, bound: Bound, counted: Counted) -> bool:
    """Four digits without a separator, unless a plural noun that no year has follows."""
    value = amount.value
    if value is None or not _FIRST_YEAR <= value <= _LAST_YEAR or amount.unit:
        return False
    head = counted.head
    if head is None or head.tag_ not in ("NNS", "NNPS"):
        return not (value < _COUNTED_YEARS and counted.unit)
    if head.lemma_.lower() in _listed("of_a_year"):
        return True
    if bound in ("at least", "at most"):
        return False
    return value >= _COUNTED_YEARS and (value % _ROUND != 0 or _YEAR_BEFORE.search(left) is not None)


def _is_label(view: View, amount: Amount, left: str, counted: Counted) -> bool:
    """*Article 5*, *Apollo 11*, *the Final Four*, *Ten Hag*: the number names something."""
    if amount.joined == "between" or (amount.unit and amount.unit != "share"):
        return False
    last = _LAST_WORD.search(left)
    word = view.text[amount.start : amount.core_end]
    if _is_name(amount, counted):
        return True
    if not amount.atom.digits and word[:1].isupper() and not _opens(view, amount.start):
        return True
    if last is None or not amount.atom.digits:
        return False
    before = view.token_at(amount.start - 2)
    free = counted.elided or (counted.head is not None and counted.head.tag_ not in ("NNS", "NNPS"))
    if last.group(1).lower() in _listed("labels") and free:
        return True
    if before is not None and _shares_noun(before, counted):
        return True
    named = (
        before is not None
        and before.pos_ == "PROPN"
        and last.group(1)[:1].isupper()
        and not before.is_sent_start
    )
    return named and free and not counted.unit


def _is_name(amount: Amount, counted: Counted) -> bool:
    """*Ten Hag said*: nobody counts one name in words."""
    named = counted.head is not None and counted.head.tag_ == "NNP" and not counted.unit
    return named and not amount.atom.digits and amount.value is not None


def _shares_noun(before: Token, counted: Counted) -> bool:
    """*Challenger 2 tanks*: the name before the number belongs to the same noun."""
    modifier = before.pos_ == "PROPN" and before.dep_ in ("amod", "compound", "nmod", "nummod")
    return modifier and counted.head is not None and before.i < before.head.i <= counted.head.i


def _opens(view: View, offset: int) -> bool:
    """Whether a capital is due here: at a sentence's or a quotation's start, or in a heading."""
    block = view.block_at(offset)
    token = view.token_at(offset)
    if block is None or block.kind == "heading" or token is None or token.is_sent_start:
        return True
    return view.text[max(0, offset - 2) : offset].strip()[-1:] in _OPENERS


def _is_time(view: View, left: str, counted: Counted) -> bool:
    """*Four weeks ago*, *the last ten years*."""
    if counted.unit not in _listed("time"):
        return False
    return _time_after().match(view.text, counted.end) is not None or _time_before().search(left) is not None


def _in_idiom(view: View, amount: Amount) -> bool:
    start, end = max(0, amount.start - 20), amount.end + 25
    return any(
        found.start() <= amount.start - start < found.end()
        for found in _idioms().finditer(view.text[start:end])
    )


def _states_nothing(
    view: View, amount: Amount, left: str, number: Token, qualifier: str | None
) -> str | None:
    """A number without a noun: a figure only where the sentence needs it as one."""
    if qualifier or amount.joined or amount.value is None:
        return None
    if not amount.atom.digits and amount.value == 0:
        return "nothing"
    if _DEFINITE.search(left):
        return "an earlier number taken up (the six, all three)"
    if not any(token.pos_ in ("VERB", "AUX") for token in sentence_of(number)):
        return "a bare number without a verb"
    if number.dep_ not in _ARGUMENTS:
        return "a bare number that is no part of the sentence"
    return None
