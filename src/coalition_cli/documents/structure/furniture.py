"""Site furniture and contact lines: what stands on a page and is no part of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

LONGEST = 200
"""Characters: a longer line is never furniture."""
RUN = 14
"""Words: a longer line between two prompts is left as text."""

_LINKS = re.compile(
    r"(?:(?:(?:https?://|www\.)\S+|pic\.(?:twitter|x)\.com/\S+|t\.co/\S+|\[?image\]?|#\w+|@\w+)[\s|,;]*)+",
    re.IGNORECASE,
)
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?:\+|\(?0)[\d\s()./-]{6,}\d|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}"
_REACH = re.compile(rf"(?:(?:{_EMAIL}|{_PHONE})[\s,;|/]*)+", re.IGNORECASE)
_DIRECTION = re.compile(r"\((?:[A-Z][^()]{2,40})\)\.?|\[(?:[A-Za-z][^\[\]]{2,60})\]\.?")
_STAGE = re.compile(
    r"applause|laughter|crosstalk|inaudible|cheer|boo|music|video|pause|silence|break|interrupt|cross ?talk",
    re.I,
)


def mark_furniture(units: Sequence[Unit]) -> None:
    """Give every line of furniture and of contacts its kind; unsure lines stay undecided."""
    prompts = [_mark(unit) for unit in units]
    _mark_contacts(units)
    if any(prompts):
        _mark_runs(units, prompts)


def _mark(unit: Unit) -> bool:
    """Decide one line by itself; true where it is a prompt, the furniture that comes in runs."""
    if unit.kind is not None or len(unit.text) > LONGEST:
        return False
    if not any(map(str.isalnum, unit.text)) and not unit.quoted:
        unit.kind = "furniture"
        return False
    if _REACH.fullmatch(unit.text):
        unit.kind = "contact"
    elif _LINKS.fullmatch(unit.text) or (_DIRECTION.fullmatch(unit.text) and _STAGE.search(unit.text)):
        unit.kind = "furniture"
    elif unit.words <= 25 and not unit.quoted:
        return _mark_by_words(unit)
    return False


def _mark_by_words(unit: Unit) -> bool:
    lexicon = words()
    line = plain(unit.bare)
    if lexicon.prompts.fullmatch(line):
        unit.kind = "furniture"
        return True
    if lexicon.asides.fullmatch(line) or lexicon.delivery_notes.fullmatch(line):
        unit.kind = "furniture"
    elif lexicon.contact.fullmatch(line):
        unit.kind = "contact"
    return False


def _mark_contacts(units: Sequence[Unit]) -> None:
    """Names and offices that stand right above a telephone number or an address are contact lines too."""
    for index in range(len(units) - 1, 0, -1):
        if units[index].kind != "contact":
            continue
        above = index - 1
        while above >= 0 and index - above <= 3 and _may_be_contact(units[above], units[above + 1]):
            units[above].kind = "contact"
            above -= 1


def _may_be_contact(unit: Unit, below: Unit) -> bool:
    if unit.kind is not None or below.gap or unit.closed or unit.quoted or unit.words > 12:
        return False
    return unit.text[0].isupper()


def _mark_runs(units: Sequence[Unit], prompts: Sequence[bool]) -> None:
    """Short lines in a run of prompts before or after the article are furniture like their neighbours."""
    texts = [index for index, unit in enumerate(units) if unit.kind is None and unit.words >= 20]
    first, last = (texts[0], texts[-1]) if texts else (len(units), len(units))
    for begin, end in ((0, first), (last + 1, len(units))):
        inside = [index for index in range(begin, end) if prompts[index]]
        for left, right in pairwise(inside):
            _fill(units, left + 1, right)
        if inside and begin > 0:
            _fill(units, inside[-1] + 1, end)


def _fill(units: Sequence[Unit], begin: int, end: int) -> None:
    between = [unit for unit in units[begin:end] if unit.kind is None]
    if between and all(unit.words <= RUN and not unit.quoted and not unit.gap for unit in between):
        for unit in between:
            unit.kind = "furniture"
