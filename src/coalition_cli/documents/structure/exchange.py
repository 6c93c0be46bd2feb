"""Talks in which nothing but the taking of turns tells that the lone words before colons are names.

Takes: Roe: Were you afraid? / Doe: I was. / Roe: Why? / Doe: My boat was small.
Leaves: Iowa: The roads are open. / Ohio: The roads are shut. / Iowa: …
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.names import given_names
from coalition_cli.documents.structure.said import SPEECH, SPEECH_SHARE, asks, speaks_up, turn_body
from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit

EXCHANGE_SHARE = 0.5
"""The least share of turns under lone words that hold a first person singular, a question at their end or a
greeting, so that the words are surnames: in the made interviews of the tests all do, in their columns of
tips, forecasts and weather at most one in three."""
CHANGES = 0.75
"""The least share of turns under lone words that somebody else's follow: an interview changes at each, and
one in four leaves room for a label said again after an aside."""

_SELF = re.compile(
    r"\b(?:I['’]m|I am|[Mm]y name is|[Tt]his is)(?:,? [a-z][\w-]*){0,4},? "
    r"(?P<name>[A-Z][\w'’-]+ [A-Z][\w'’-]+)"
)


def find_exchange(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels of a talk, where somebody says who he is or where people take turns and speak."""
    ordered = sorted(labels, key=lambda label: label.index)
    return _introduced(units, ordered) or _alternating(units, ordered)


def _alternating(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels of a talk in which nothing but the taking of turns tells that lone words are surnames.

    Two or more come back, they alternate, each of them speaks for himself or asks, and somebody asks, or
    all are given names.
    """
    counts = Counter(label.key for label in labels)
    places = [place for place, label in enumerate(labels) if counts[label.key] > 1]
    if len({labels[place].key for place in places}) < 2:
        return []
    talk = labels[places[0] : places[-1] + 1]
    changes = sum(one.key != other.key for one, other in pairwise(talk))
    speaking = [label for label in talk if speaks_up(turn_body(units, label))]
    silent = {label.key for label in talk if counts[label.key] > 1} - {label.key for label in speaking}
    if silent or changes < CHANGES * (len(talk) - 1) or len(speaking) < EXCHANGE_SHARE * len(talk):
        return []
    asked = any(asks(turn_body(units, label)) for label in talk)
    return list(talk) if asked or given_names().issuperset(label.key for label in talk) else []


def _introduced(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels that are given names, where one who speaks says that this is his ("I'm NAME, your host")."""
    named = {label.key for label in labels if _says_own_name(units, label)}
    people = [label for label in labels if label.key in named or label.key in given_names()]
    if not named or len({label.key for label in people}) < 2:
        return []
    spoken = sum(SPEECH.search(turn_body(units, label)) is not None for label in people)
    return people if spoken >= SPEECH_SHARE * len(people) else []


def _says_own_name(units: Sequence[Unit], label: Label) -> bool:
    """Whether the bearer of a label of one word says his full name with this word in it."""
    names = (match["name"] for match in _SELF.finditer(turn_body(units, label)))
    return any(label.key in name.casefold().split() for name in names)
