"""Names alone on their lines above what they say, as in parliamentary reports.

Takes: Mr. Roe / Will you build it? / Mr. Doe / We shall. / Mr. Roe / …
Leaves: Jane Roe / Roe has sailed since she was four. / Paul Doe / … (a page of profiles)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.alone import (
    holds_office,
    is_courteous,
    is_officed,
    silent_labels,
    standing_labels,
)
from coalition_cli.documents.structure.people import by_person
from coalition_cli.documents.structure.said import ENDS, EXCERPT, SHUT, SPEECH, SPEECH_SHARE, asks, turn_body
from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_SEAT = re.compile(r"[^()]+ \([^\W\d][^()\d]{2,60}\)")
SAID = 4
"""Words that stand below a name where it is evidence: fewer may stand below one that others prove."""
RETURNING = 1 / 3
"""The least share of the names alone on their lines that come back, so that a page of profiles is none."""


def find_standing(units: Sequence[Unit]) -> list[Label]:
    """The labels alone on their lines, as in parliamentary reports, where people take turns and speak.

    Where most bear a courtesy title or an office, it is enough that one of them comes back, and none need
    where a member's question is put to a minister or where the page marks each of them.
    """
    labels, _ = by_person(standing_labels(units))
    found = [label for label in labels if _is_evidence(units, label)]
    while found and _is_title(units, found):
        del found[0]
    taken = _marked(units, labels) or (found if _enough(units, found) else [])
    if not taken:
        return _members(units, found) or _chaired(units, found)
    known = {label.key for label in taken}
    kept = [label for label in labels if label.key in known and label.index >= taken[0].index]
    return sorted((*kept, *silent_labels(units, kept)), key=lambda label: label.index)


def _is_evidence(units: Sequence[Unit], label: Label) -> bool:
    """Whether enough stands below a name; below one in capitals, as in a play, a short sentence is enough."""
    body = turn_body(units, label)
    if len(body.split()) >= SAID:
        return True
    return units[label.index].text.isupper() and body.rstrip(SHUT).endswith(ENDS)


def _enough(units: Sequence[Unit], found: Sequence[Label]) -> bool:
    """Whether labels alone on their lines are those of a talk: some come back, and they speak."""
    named = [label for label in found if label.key not in words().nameless]
    counts = Counter(label.key for label in named)
    again = sum(count > 1 for count in counts.values())
    if len(counts) < 2 or not again:
        return False
    formal = sum(_is_formal(units[label.index]) or _is_posted(units, label) for label in named)
    if formal * 2 <= len(named) and (len(named) < 4 or again < RETURNING * len(counts)):
        return False
    return _mostly_said(units, found)


def _mostly_said(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    return sum(_is_said(units, label) for label in labels) >= SPEECH_SHARE * len(labels)


def _members(units: Sequence[Unit], found: Sequence[Label]) -> list[Label]:
    """The labels of a member's question and the minister's answer, else none."""
    named = [label for label in found if label.key not in words().nameless]
    members = [label for label in named if _is_formal(units[label.index])]
    return members if is_question_time(units, members) else []


def _chaired(units: Sequence[Unit], found: Sequence[Label]) -> list[Label]:
    """The roles and courteous names in the record of a meeting that was called to order: one is enough."""
    opened = next(
        (i for i, unit in enumerate(units) if words().called.fullmatch(plain(unit.text))), len(units)
    )
    roles = [label for label in found if label.key in words().roles or _is_formal(units[label.index])]
    spoken = bool(roles) and opened < roles[0].index and _mostly_said(units, roles)
    return roles if spoken else []


def _marked(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels below a line that says "speaker", where there are two and more, an operator's among them.

    Somebody who greets will do: the programme of a fair has such lines too.
    """
    marked = [label for label in labels if _is_marker(units, label.index - 1)]
    greeting = (words().greetings.match(turn_body(units, label)) is not None for label in marked)
    heard = any(label.key in words().nameless for label in marked) or any(greeting)
    return marked if len(marked) > 1 and heard and _mostly_said(units, marked) else []


def _is_marker(units: Sequence[Unit], index: int) -> bool:
    return index >= 0 and units[index].text.casefold() in words().markers


def _is_posted(units: Sequence[Unit], label: Label) -> bool:
    """Whether what its bearer is stands beside or below a name."""
    return label.lines > 1 or is_officed(units[label.index])


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
    return not (again or is_courteous(units[found[0].index]) or _is_said(units, found[0]))


def _is_said(units: Sequence[Unit], label: Label) -> bool:
    """Whether what stands under a name is said by its bearer, not told of him as on a page of profiles."""
    body = turn_body(units, label)
    opening = {part.strip(".,'’").casefold() for part in body.split()[:3]}
    own = set(label.key.split()) - words().titles - words().connectors
    return opening.isdisjoint(own) and SPEECH.search(_QUOTED.sub("", body)) is not None
