"""Organisations of the lexicon whose names no run of large words holds.

Takes: [[Save the Children]], [[Doctors Without Borders]]; [[Twitter]] said.
Leaves: [[NATO]] and [[World Bank]], which are found among the runs; she said on [[Twitter]].
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.speakers.bodies import Organisation
from coalition_cli.speakers.words import Body, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from coalition_cli.rules.view import View

_LONG = 3  # words: shorter names are runs


@cache
def _names() -> re.Pattern[str]:
    names = sorted(filter(_is_broken, lexicon().bodies), key=len, reverse=True)
    forms = "|".join(r"\s+".join(map(re.escape, name)) for name in names)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _is_broken(name: tuple[str, ...]) -> bool:
    """Whether a run may not hold a name: it is long, or a word by which no person is called."""
    return len(name) >= _LONG or not lexicon().never.isdisjoint(word.lower() for word in name)


def listed(view: View, taken: Set[int]) -> Iterator[Organisation]:
    """Every such name, of one word only as a subject; `taken` are the tokens of persons' names."""
    found: dict[Body, list[tuple[int, int]]] = defaultdict(list)
    forms: dict[Body, dict[str, None]] = defaultdict(dict)
    for match in _names().finditer(view.text):
        first, last = view.token_at(match.start()), view.token_at(match.end() - 1)
        if first is None or last is None or not taken.isdisjoint(range(first.i, last.i + 1)):
            continue
        words = tuple(match.group().split())
        if len(words) == 1 and first.dep_ != "nsubj":
            continue
        body = lexicon().bodies[words]
        found[body].append((first.i, last.i + 1))
        forms[body][" ".join(words)] = None
    for body, spans in found.items():
        yield Organisation(body, tuple(form for form in forms[body] if form != body.name), tuple(spans))
