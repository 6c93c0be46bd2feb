"""The one who answers in an interview, as its title and its introduction name him.

Takes: 'Salt and Iron': Petra Lind on her album (and below it: We talked to drummer Petra Lind about it.)
Leaves: Petra Lind on her album (and below it nothing of a talk: a column may have such a title).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import LONGEST, plain, words

FRONT = 10
"""Lines before the first question in which a guest may be named."""
TITLES = 3
"""Lines at the top of which one may be the title."""

_NAME = r"(?P<name>[A-Z][\w'’-]{1,30}\.?(?: (?:[A-Z]\.|[A-Z][\w'’-]{1,30}|d[eiu]|v[ao]n|der|al)){1,3}?)"
_WHOLE = r"(?P<name>[A-Z][\w'’-]{1,30}\.?(?: (?:[A-Z]\.|[A-Z][\w'’-]{1,30}|d[eiu]|v[ao]n|der|al)){1,3})"
_DESCRIBED = r"(?:(?:[A-Z]?[a-z][\w’'-]{0,30},? ){0,6}?)"


class Guest(NamedTuple):
    """The span of a guest's name, and whether a line above the introduction names him too."""

    span: tuple[int, int]
    titled: bool


def find_guest(units: Sequence[Unit], first: int) -> Guest | None:
    """The one guest named before the first question, which is the unit at index `first`.

    Evidence is twofold, or somebody's own "we talked to": the title names the guest, and what introduces the
    talk names him again and calls it one. A guest who wrote the page himself is none.
    """
    front = [unit for unit in units[:first] if unit.kind is None and unit.text[0] != "-"][:FRONT]
    titles, introduction = front[:TITLES], " ".join(unit.text for unit in front[1:])
    found = _told(front) or _titled(titles, introduction)
    if found is None:
        return None
    name = _text(units, found.span)
    wrote = any(words().byline.fullmatch(plain(unit.text)) and name in unit.text for unit in front)
    return None if wrote else found


def _told(front: Sequence[Unit]) -> Guest | None:
    """The guest to whom "we" talked, or somebody else did where a line above names the guest too."""
    for index, unit in enumerate(front):
        for match in _talked().finditer(unit.text):
            above = any(match["name"] in other.text for other in front[:index])
            if (match["we"] or above) and is_name_like(match["name"]) and not _joined(unit, match):
                return Guest(_span(unit, match), above)
    return None


def _titled(titles: Sequence[Unit], introduction: str) -> Guest | None:
    """The guest of a title whose name comes back in an introduction that calls the talk one."""
    if not words().interviewing.search(" ".join((*(unit.text for unit in titles), introduction))):
        return None
    named = [
        _span(unit, match)
        for unit in titles
        if len(unit.text) <= LONGEST
        for match in _announced(unit.text)
        if is_name_like(match["name"]) and match["name"] in introduction and not _joined(unit, match)
    ]
    return Guest(named[0], titled=True) if len(set(named)) == 1 else None


def _announced(title: str) -> Iterator[re.Match[str]]:
    for pattern in _announcing():
        yield from pattern.finditer(title)


@cache
def _announcing() -> tuple[re.Pattern[str], ...]:
    """ "…: NAME on her book", "NAME discusses …", and "Q&A: NAME"."""
    before = rf"(?:^|[:–—|] |[”\"’'], ?){_NAME} (?i:{words().discussing})\b"
    behind = rf"(?:^|[:–—|] )(?i:{words().dialogue_openers}): {_WHOLE}(?=$|,)"
    return re.compile(before), re.compile(behind)


@cache
def _talked() -> re.Pattern[str]:
    """ "We talked to drummer NAME", "… spoke with NAME", "our interview with NAME"."""
    spoke = (
        rf"(?:(?P<we>\b(?:We|we|I)\b)(?: \w{{1,20}})?|\b\w{{1,30}}(?: \w{{1,20}}ly)?) (?i:{words().talking})"
    )
    return re.compile(rf"(?:{spoke}|\b(?:[Ii]nterview|[Cc]onversation) with) {_DESCRIBED}{_WHOLE}")


def _joined(unit: Unit, match: re.Match[str]) -> bool:
    """Whether somebody else answers beside the one named: "NAME and Paul Doe"."""
    return (
        re.match(r"(?:,[^.]{0,60})? (?:and|&) (?:[a-z]+ )?[A-Z]", unit.text[match.end("name") :]) is not None
    )


def _span(unit: Unit, match: re.Match[str]) -> tuple[int, int]:
    begin, end = match.span("name")
    return unit.start + begin, unit.start + end


def _text(units: Sequence[Unit], span: tuple[int, int]) -> str:
    return next(
        unit.text[span[0] - unit.start : span[1] - unit.start]
        for unit in units
        if unit.start <= span[0] < unit.end
    )
