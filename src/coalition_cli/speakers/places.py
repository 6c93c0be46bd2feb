"""Surnames that are countries or capitals too: "Jane Paris came. Paris said" is she, "in Paris" is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.sightings import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coalition_cli.speakers.scan import Tokens
    from coalition_cli.speakers.sightings import Sighting

_WHERE = frozenset(("in", "of", "to", "from", "at", "near", "into", "across", "outside"))


def without_places(tokens: Tokens, found: Sequence[Sighting], places: Collection[int]) -> list[Sighting]:
    """The same sightings without single words that name a country; `places` are the offsets of countries.

    Behind a full name that ends so the word alone is its bearer, if it nowhere says where something is.
    """
    at = {number for number, one in enumerate(found) if len(one.key) == 1 and tokens[one.start].idx in places}
    real = {found[number].key[-1] for number in at if _is_where(tokens, found[number])}
    surnames: set[str] = set()
    kept = []
    for number, one in enumerate(found):
        if len(one.key) > 1 and one.named and one.points >= ENOUGH and not one.loud:
            surnames.add(one.key[-1])
        if number not in at or one.key[-1] in surnames - real:
            kept.append(one)
    return kept


def _is_where(tokens: Tokens, one: Sighting) -> bool:
    """Whether a word stands behind a preposition of place."""
    return one.start > 0 and tokens[one.start - 1].lower_ in _WHERE
