"""Talks in which nothing but the taking of turns tells that the lone words before colons are names.

Takes: Roe: Were you afraid? / Doe: I was. / Roe: Why? / Doe: My boat was small.
Leaves: Iowa: The roads are open. / Ohio: The roads are shut. / Iowa: …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from coalition_cli.documents.structure.said import asks, speaks_up, turn_body
from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit

EXCHANGE_SHARE = 0.5
"""The least share of turns under lone words that hold a first person singular, a question at their end or a
greeting, so that the words are surnames: in the made interviews of the tests all do, in their columns of
tips, forecasts and weather at most one in three."""
CHANGES = 0.75
"""The least share of turns under lone words that somebody else's follow: an interview changes at each, and
one in four leaves room for a label said again after an aside."""


def find_exchange(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels of a talk in which nothing but the taking of turns tells that lone words are surnames.

    Two or more come back, they alternate, each of them speaks for himself or asks, and somebody asks.
    """
    counts = Counter(label.key for label in labels)
    ordered = sorted(labels, key=lambda label: label.index)
    places = [place for place, label in enumerate(ordered) if counts[label.key] > 1]
    if len({ordered[place].key for place in places}) < 2:
        return []
    talk = ordered[places[0] : places[-1] + 1]
    changes = sum(one.key != other.key for one, other in pairwise(talk))
    speaking = [label for label in talk if speaks_up(turn_body(units, label))]
    silent = {label.key for label in talk if counts[label.key] > 1} - {label.key for label in speaking}
    if silent or changes < CHANGES * (len(talk) - 1) or len(speaking) < EXCHANGE_SHARE * len(talk):
        return []
    return talk if any(asks(turn_body(units, label)) for label in talk) else []
