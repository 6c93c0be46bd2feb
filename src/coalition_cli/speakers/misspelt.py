"""A surname that speaks a letter off: the one whose full name stands before, where nobody bears it so.

Takes: Peter Lindholm was tired. It was late, [[Lindolm]] said.
Leaves: Peter Lindholm and Nils Lindolm were tired. It was late, [[Lindolm]] said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.runs import is_given
from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coalition_cli.speakers.persons import Person
    from coalition_cli.speakers.scan import Tokens
    from coalition_cli.speakers.sightings import Sighting

_SHORT = 5  # letters: of two names, the longer of fewer is another


def misspelt(
    tokens: Tokens, persons: Sequence[Person], sighting: Sighting, found: Iterable[Sighting]
) -> Person | None:
    """The one person whose surname a lone word misspells, once: written so again it is a name of its own."""
    if len(sighting.key) != 1 or not sighting.speaks or sighting.loud:
        return None
    if not _may_be_slip(tokens[sighting.start].text) or sum(sighting.key[0] in one.key for one in found) > 1:
        return None
    near = [one for one in persons if len(one.key) > 1 and _is_off(sighting.key[0], one.key[-1])]
    before = near and min(start for start, _, _ in near[0].mentions) < sighting.start
    return near[0] if len(near) == 1 and before else None


def _may_be_slip(word: str) -> bool:
    """Whether a word is no name in its own right: a country, a body, a given name, an acronym."""
    known = country_of(word) is not None or (word,) in lexicon().bodies or is_given(word)
    return not known and not word.isupper()


def _is_off(word: str, surname: str) -> bool:
    """Whether a word is one slip away from a surname, its first letters and its ending kept."""
    from rapidfuzz.distance import OSA

    if max(len(word), len(surname)) < _SHORT or word[:2] != surname[:2] or word == surname + "s":
        return False
    doubled = word + word[-1] == surname or surname + surname[-1] == word
    return doubled or (word[-1:] == surname[-1:] and OSA.distance(word, surname, score_cutoff=1) <= 1)
