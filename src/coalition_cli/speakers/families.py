"""Given names that share the surname beside them: "Nick and Linda Roe", "Linda Roe and her husband Nick"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import fold
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.sightings import ENOUGH
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.speakers.scan import Tokens
    from coalition_cli.speakers.sightings import Sighting

_AND = frozenset(("and", "&"))
_OWNERS = frozenset(("his", "her"))


def with_families(tokens: Tokens, found: Sequence[Sighting]) -> list[Sighting]:
    """The same sightings, each given name that shares a surname with it.

    Only where a title tells that somebody of that surname and of the given name's gender is there: else
    "Cameron and Angela Merkel" would be a couple.
    """
    titled = {(one.key, one.gender) for one in found if len(one.key) == 1 and one.gender}
    told = list(found)
    for number, one in enumerate(found):
        if len(one.key) > 1 or fold(one.key[0]) not in lexicon().given:
            continue
        for other in found[max(0, number - 1) : number + 2]:
            gender = lexicon().given[one.key[0]]
            shares = _is_couple(tokens, one, other) and (other.key[-1:], gender) in titled
            if shares and gender != lexicon().given.get(other.key[0]):
                told[number] = _named(tokens, one, other)
    return told


def _is_couple(tokens: Tokens, one: Sighting, other: Sighting) -> bool:
    """Whether a given name is coordinated with a full one, or said to be that one's husband or wife."""
    if len(other.key) < 2 or not other.named:
        return False
    if one.end + 1 == other.start:
        return tokens[one.end].lower_ in _AND
    between = [token.lower_ for token in tokens[other.end : one.start] if token.text != ","]
    spouses = lexicon().spouses
    return len(between) == 3 and between[0] in _AND and between[1] in _OWNERS and between[2] in spouses


def _named(tokens: Tokens, one: Sighting, other: Sighting) -> Sighting:
    """The given name as the full name that it stands for."""
    surname = phrase_of(tokens, other.start + 1, other.end)
    form = f"{phrase_of(tokens, one.start, one.end)} {surname}"
    return replace(one, key=(one.key[0], *other.key[1:]), points=ENOUGH, named=True, form=form)
