"""Names alone on their lines above what they say, as in parliamentary reports.

Takes: Mr. Roe / Will you build it? / Mr. Doe / We shall. / Mr. Roe / …
Leaves: Jane Roe / Roe has sailed since she was four. / Paul Doe / … (a page of profiles)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.said import EXCERPT, SPEECH, SPEECH_SHARE, asks, turn_body
from coalition_cli.documents.structure.shapes import (
    Label,
    by_person,
    holds_office,
    is_courteous,
    standing_labels,
)
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_SEAT = re.compile(r"[^()]+ \([^\W\d][^()\d]{2,60}\)")
RETURNING = 1 / 3
"""The least share of the names alone on their lines that come back, so that a page of profiles is none."""


def find_standing(units: Sequence[Unit]) -> list[Label]:
    """The labels alone on their lines, as in parliamentary reports, where people take turns and speak.

    Where most bear a courtesy title or an office, it is enough that one of them comes back, and none need
    where a member's question is put to a minister.
    """
    found, _ = by_person(standing_labels(units))
    if found and found[0].index == 0 and _is_title(units, found):
        del found[0]
    named = [label for label in found if label.key not in words().nameless]
    counts = Counter(label.key for label in named)
    again = sum(count > 1 for count in counts.values())
    if len(counts) < 2 or not again:
        members = [label for label in named if _is_formal(units[label.index])]
        return members if is_question_time(units, members) else []
    formal = sum(_is_formal(units[label.index]) for label in named) * 2 > len(named)
    if not formal and (len(named) < 4 or again < RETURNING * len(counts)):
        return []
    spoken = sum(_is_said(units, label) for label in found)
    return found if spoken >= SPEECH_SHARE * len(found) else []


def is_question_time(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    """Whether labels alone on their lines are a record's: a member's, a question, the minister's below it.

    The member has a courtesy title and in brackets a seat, the minister an office and in brackets a name.
    """
    if len(labels) > EXCERPT or not all(_is_formal(units[label.index]) for label in labels):
        return False
    return any(
        is_courteous(units[one.index])
        and _SEAT.fullmatch(units[one.index].text)
        and holds_office(units[other.index])
        and one.index < other.index - 1
        and asks(units[other.index - 1].text)
        for one, other in pairwise(labels)
    )


def _is_formal(unit: Unit) -> bool:
    return is_courteous(unit) or holds_office(unit)


def _is_title(units: Sequence[Unit], found: Sequence[Label]) -> bool:
    """Whether the first of the labels is the page's title: nobody's name, by what stands below it."""
    again = any(label.key == found[0].key for label in found[1:])
    return not (again or is_courteous(units[0]) or _is_said(units, found[0]))


def _is_said(units: Sequence[Unit], label: Label) -> bool:
    """Whether what stands under a name is said by its bearer, not told of him as on a page of profiles."""
    body = turn_body(units, label)
    opening = {part.strip(".,'’").casefold() for part in body.split()[:3]}
    own = set(label.key.split()) - words().titles - words().connectors
    return opening.isdisjoint(own) and SPEECH.search(_QUOTED.sub("", body)) is not None
