"""Interviews without labels: a question on its line, its answer below, and a title that says who answers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

FEWEST = 3
"""Pairs of a question and an answer: fewer may be an article that asks its readers (chosen by eye)."""
OWN_SHARE = 0.6
"""The least share of answers with a first person singular in them; in the one real interview of this kind at
hand all have one."""
LONGEST = 60
"""Words of a question: a longer paragraph that ends in one is an answer's (chosen by eye)."""
PROMPT = 25
"""Words below which a paragraph to "you" may be another question, as "Show us your work." (chosen by eye)."""

_OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y)\b")

_WORD = re.compile(r"[^\W\d_][\w-]*")


def mark_interview(units: Sequence[Unit], title: int, guest: tuple[int, int]) -> None:
    """Make questions of the lines that ask, and answers of the guest's of what stands below them.

    `title` is the index of the title, `guest` the span of the name in it. Nothing is decided where the pairs
    are few or the answers are not somebody's own words.
    """
    begin = units[title].start
    name = frozenset(units[title].text[guest[0] - begin : guest[1] - begin].split())
    answers = list(_answers(units, title + 1, name))
    own = sum(any(_OWN.search(units[index].text) for index in below) for _, below in answers)
    if len(answers) < FEWEST or own < OWN_SHARE * len(answers):
        return
    units[title].kind = "heading"
    for question, below in answers:
        units[question].kind = "question"
        for index in below:
            units[index].kind, units[index].source = "answer", guest


def _answers(units: Sequence[Unit], begin: int, name: Collection[str]) -> Iterator[tuple[int, list[int]]]:
    """Every question with an answer right below it: their indexes."""
    for index in range(begin, len(units)):
        if not _asks(units[index]):
            continue
        below: list[int] = []
        for further in range(index + 1, len(units)):
            if not _goes_on(units[further], name, first=not below):
                break
            below.append(further)
        if below:
            yield index, below


def _asks(unit: Unit) -> bool:
    return unit.kind is None and unit.text.endswith("?") and unit.words <= LONGEST


def _goes_on(unit: Unit, name: Collection[str], *, first: bool) -> bool:
    """Whether a paragraph is the guest's: right below the question, or with a first person further down.

    What names the guest is told of him, and a short line to "you" is the next question without its mark.
    """
    if unit.kind is not None or not unit.closed or _asks(unit) or _is_told(unit, name):
        return False
    if unit.words < PROMPT and words().readers.search(unit.text):
        return False
    return first or _OWN.search(unit.text) is not None


def _is_told(unit: Unit, name: Collection[str]) -> bool:
    """Whether a paragraph is about the guest: it names or quotes him."""
    named = any(part in name for part in _WORD.findall(unit.text))
    return named or (unit.quoted and words().reported.search(unit.text) is not None)
