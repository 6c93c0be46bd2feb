"""Interviews without labels: a question on its line, its answer below, and a front that says who answers.

Takes: How did it begin? / I had a boat. / Were you afraid? / … (under "An interview with Jane Roe")
Leaves: How did it begin? / The council built a quay. / … (nobody's own words)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from coalition_cli.documents.structure.guests import Guest, find_guest
from coalition_cli.documents.structure.title import Title
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

FEWEST = 3
"""Pairs of a question and an answer: fewer may be an article that asks its readers (chosen by eye)."""
OWN_SHARE = 0.5
"""The least share of answers with a first person in them: one to two may be as short as "Not this year."
(chosen by eye)."""
ASKED_SHARE = 0.5
"""The least share of questions to "you" where no title names the guest (chosen by eye)."""
LONGEST = 60
"""Words of a question: a longer paragraph that ends in one is an answer's (chosen by eye)."""
PROMPT = 25
"""Words below which a paragraph to "you" may be another question, as "Show us your work." (chosen by eye)."""

_OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y)\b")
_OURS = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Uu]s)\b")
_BOLD = re.compile(r"(\*{1,2}|_{1,2})(?=\S)(?P<said>.*\S)\1", re.DOTALL)

_WORD = re.compile(r"[^\W\d_][\w-]*")

Pair = tuple[int, list[int]]
"""A question and what answers it: the indexes of their units."""


def mark_interview(units: Sequence[Unit], title: Title | None) -> None:
    """Make questions of the lines that ask, and answers of the guest's of what stands below them.

    Nothing is decided where no guest is named, the pairs are few or the answers are not somebody's own words.
    """
    begin = title.index + 1 if title else 1
    first = next((index for index in range(begin, len(units)) if _asks(units[index])), None)
    if first is None:
        return
    guest = Guest(title.guest, titled=True) if title and title.guest else find_guest(units, first)
    if guest is None:
        return
    pairs = list(_pairs(units, begin, _names(units, guest.span)))
    if not _enough(units, pairs, titled=guest.titled):
        return
    if title:
        units[title.index].kind = "heading"
    for question, below in pairs:
        _open(units[question])
        for index in below:
            units[index].kind, units[index].source = "answer", guest.span


def _enough(units: Sequence[Unit], pairs: Sequence[Pair], *, titled: bool) -> bool:
    """Whether pairs are an interview's: several, the answers somebody's own words.

    Where no title names the guest, questions must be to "you": an essay may ask its readers under "We talked
    to Jane Roe", and answer itself.
    """
    own = sum(any(_OURS.search(units[index].text) for index in below) for _, below in pairs)
    asked = sum(words().readers.search(units[question].text) is not None for question, _ in pairs)
    if len(pairs) < FEWEST or own < OWN_SHARE * len(pairs):
        return False
    return titled or asked >= ASKED_SHARE * len(pairs)


def _names(units: Sequence[Unit], span: tuple[int, int]) -> frozenset[str]:
    """The words of the name at a span."""
    unit = next(unit for unit in units if unit.start <= span[0] < unit.end)
    return frozenset(unit.text[span[0] - unit.start : span[1] - unit.start].split())


def _open(unit: Unit) -> None:
    """Make a line a question, without the marks that make the whole of it bold."""
    unit.kind = "question"
    if bold := _BOLD.fullmatch(unit.text):
        unit.start, unit.end = unit.start + bold.start("said"), unit.start + bold.end("said")
        unit.text = bold["said"]


def _pairs(units: Sequence[Unit], begin: int, name: Collection[str]) -> Iterator[Pair]:
    """Every question with an answer right below it."""
    asked = [index for index in range(begin, len(units)) if _asks(units[index])]
    for index, following in pairwise((*asked, len(units))):
        between = following < len(units)
        below: list[int] = []
        for further in range(index + 1, following):
            cut_off = further == len(units) - 1 and not below and _OWN.search(units[further].text) is not None
            if not _goes_on(units[further], name, sure=between or not below, cut_off=cut_off):
                break
            below.append(further)
        if below:
            yield index, below


def _asks(unit: Unit) -> bool:
    return unit.kind is None and unit.text.rstrip("*_").endswith("?") and unit.words <= LONGEST


def _goes_on(unit: Unit, name: Collection[str], *, sure: bool, cut_off: bool) -> bool:
    """Whether a paragraph is the guest's: below a question, or behind the last answer with a first person.

    What names the guest is told of him, and a short line to "you", or one in bold, is the next question
    without its mark. A page's last paragraph may be cut off before its full stop.
    """
    if unit.kind is not None or _is_told(unit, name) or _BOLD.fullmatch(unit.text):
        return False
    if not (unit.closed or cut_off):
        return False
    if unit.words < PROMPT and words().readers.search(unit.text):
        return False
    return sure or _OWN.search(unit.text) is not None


def _is_told(unit: Unit, name: Collection[str]) -> bool:
    """Whether a paragraph is about the guest: it names or quotes him."""
    named = any(part in name for part in _WORD.findall(unit.text))
    return named or (unit.quoted and words().reported.search(unit.text) is not None)
