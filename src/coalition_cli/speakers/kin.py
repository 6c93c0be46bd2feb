"""Namesakes told apart by what they are to each other: "Roe, a brother of President John Roe" is not he."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.speakers.scan import Tokens
    from coalition_cli.speakers.sightings import Sighting

_NEAR = 10  # words between a surname and the namesake's full name (chosen by eye)
_TO = frozenset(("of", "to"))


def namesakes(tokens: Tokens, found: Sequence[Sighting]) -> dict[int, tuple[str, ...]]:
    """Surnames alone that an apposition tells apart from a full name: start → the words of that full name."""
    apart = {}
    for one, other in pairwise(found):
        if len(one.key) < len(other.key) and other.key[-len(one.key) :] == one.key:
            between = tokens[one.end : other.start]
            if between and len(between) <= _NEAR and between[0].text == "," and _is_kin(tokens, one, other):
                apart[one.start] = other.key
    return apart


def _is_kin(tokens: Tokens, one: Sighting, other: Sighting) -> bool:
    """Whether the one is called the other's kin or the like: "a brother of …", "…'s brother"."""
    relations = lexicon().relations
    between = [token.lower_ for token in tokens[one.end + 1 : other.start]]
    if any(word in relations and after in _TO for word, after in pairwise(between)):
        return True
    behind = tokens[other.end : other.end + 3]
    owns = bool(behind) and behind[0].text in ("'s", "’s")
    return owns and any(token.lower_ in relations for token in behind)
