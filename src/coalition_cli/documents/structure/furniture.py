"""Site furniture and contact lines: what stands on a page and is no part of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.names import is_date
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

LONGEST = 200
"""Characters: a longer line is never furniture."""
RUN = 14
"""Words: a longer line between two prompts is left as text."""
SHORT = 6
"""Words: so short a sentence between prompts is a prompt too ("100+ trusted global sources.")."""

_LINKS = re.compile(
    r"(?:(?>(?:https?://|www\.|pic\.(?:twitter|x)\.com/|t\.co/)\S+|\[?image\]?|#\w+|@\w+)[\s|,;]*+)++",
    re.IGNORECASE,
)
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?:\+|\(?0)[\d\s()./-]{6,}\d|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}"
_REACH = re.compile(rf"(?:(?>{_EMAIL}|{_PHONE})[\s,;|/]*+)++", re.IGNORECASE)
_DIRECTION = re.compile(r"\((?:[A-Z][^()]{2,40})\)\.?|\[(?:[A-Za-z][^\[\]]{2,60})\]\.?")
_BRACKETS = re.compile(r"[*_]{0,2}(?:(?:\((?:[^()]|\([^()]{1,40}\)){1,120}\)|\[[^\[\]]{1,120}\])[.\s*_]*+)+")
_BARRED = re.compile(r"[^|.!?]{1,60}\|")
"""A line of a page's own before its date, with the bar between them: "Speeches |"."""
_AMOUNT = re.compile(r"[%‰$€£¥₴₽\"“”]")

_CODE = re.compile(
    r"[!(;]*(?:function\b\s*\w*\(|(?:var|let|const)\s\w+\s?=|(?:window|document)\.\w+\s?[.(=\[]).*[;}]"
)
"""What begins as a program does, and has its semicolons or braces: a script left in the text."""


def is_note(line: str) -> bool:
    """Whether brackets hold the whole of a line in a talk, and nothing that anybody says in them."""
    if len(line) > LONGEST or not _BRACKETS.fullmatch(line):
        return False
    lexicon = words()
    return "?" not in line and not (lexicon.first_person.search(line) or lexicon.readers.search(line))


def mark_furniture(units: Sequence[Unit]) -> None:
    """Give every line of furniture and of contacts its kind; unsure lines stay undecided."""
    prompts = [_mark(unit) for unit in units]
    _mark_contacts(units)
    if any(prompts):
        _mark_runs(units, prompts)


def _mark(unit: Unit) -> bool:
    """Decide one line by itself; true where it is a prompt, the furniture that comes in runs."""
    if unit.kind is None and _CODE.match(unit.text):
        unit.kind = "furniture"
    if unit.kind is not None or len(unit.text) > LONGEST:
        return False
    if not any(map(str.isalpha, unit.text)):
        _mark_wordless(unit)
    elif _REACH.fullmatch(unit.text):
        unit.kind = "contact"
    elif (
        _LINKS.fullmatch(unit.text)
        or _BARRED.fullmatch(unit.text)
        or (_DIRECTION.fullmatch(unit.text) and words().stage.search(unit.text))
    ):
        unit.kind = "furniture"
    elif unit.words <= 25 and not unit.quoted:
        return _mark_by_words(unit)
    return False


def _mark_wordless(unit: Unit) -> None:
    """A line without a letter is a telephone number, a date, an amount, or a rule or number of the page."""
    if _REACH.fullmatch(unit.text) and not is_date(unit):
        unit.kind = "contact"
    elif not is_date(unit) and not _AMOUNT.search(unit.text):
        unit.kind = "furniture"


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
        if units[index].kind == "contact" and _may_be_contact(units[index - 1], units[index]):
            units[index - 1].kind = "contact"


def _may_be_contact(unit: Unit, below: Unit) -> bool:
    if unit.kind is not None or below.gap or unit.closed or unit.quoted or unit.words > 12:
        return False
    return unit.text[0].isupper()


def _mark_runs(units: Sequence[Unit], prompts: Sequence[bool]) -> None:
    """Short lines in a run of prompts before or after the article are furniture like their neighbours."""
    texts = [index for index, unit in enumerate(units) if unit.kind is None and unit.words > RUN]
    first, last = (texts[0], texts[-1]) if texts else (len(units), len(units))
    before = [index for index in range(first) if prompts[index]]
    for left, right in pairwise(before):
        if right - left == 2 and units[left + 1].words <= SHORT:
            _fill(units, left + 1, right)
    after = [index for index in range(last + 1, len(units)) if prompts[index]]
    for left, right in pairwise((*after, len(units))):
        _fill(units, left + 1, right)
    for left, right in pairwise(after):
        _fill(units, right - 1, left, -1)


def _fill(units: Sequence[Unit], begin: int, end: int, step: int = 1) -> None:
    """Make lines beside a prompt furniture, up to the first that may be a sentence of the article."""
    alone = abs(end - begin) == 1 and end < len(units)
    for index in range(begin, end, step):
        if units[index].kind is None:
            if not _in_run(units[index], alone=alone):
                return
            units[index].kind = "furniture"


def _in_run(unit: Unit, *, alone: bool) -> bool:
    if unit.words > RUN or unit.quoted or words().reporting.search(unit.text):
        return False
    if not unit.closed or unit.text[-1] == "?":
        return True
    return not unit.gap and (unit.words <= SHORT or (alone and words().readers.search(unit.text) is not None))
