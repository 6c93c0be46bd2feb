"""*the latter* and *the former*: of the last two persons joined by *and* the second, or the first.

Takes: The court fined Jane Roe and John Doe after [[the latter]] said it was late.
Leaves: The court fined Jane Roe, Ann Holm and John Doe after [[the latter]] said it was late.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.resolution import Resolution, nobody, told
from coalition_cli.speakers.steps.wholly import is_own

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.scene import Scene

_PLACES = {"the former": 0, "the latter": 1}


def by_latter(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """One of the two persons named last in the sentence, where just these two are joined."""
    place = _PLACES.get(phrase.text.lower())
    if place is None:
        return None
    before = scene.index.inside((head.sent.start_char, phrase.start_char))
    persons = [one for one in before if one.entity.type == "person"]
    if len(persons) < 2 or not _is_joined(scene, *persons[-2:]) or _is_list(scene, persons):
        return nobody(f"no two are joined before {phrase.text!r}")
    return told(persons[place - 2].entity, "latter", phrase.text)


def _is_joined(scene: Scene, one: Place, other: Place) -> bool:
    """Whether nothing but "and" and what the second is stands between two names."""
    between = scene.view.text[one.end : other.start]
    return between.startswith(" and ") and is_own(between, other, is_first=False)


def _is_list(scene: Scene, persons: list[Place]) -> bool:
    """Whether the two are the end of a longer list: "Ann Holm, Jane Roe and John Doe"."""
    between = [scene.view.text[one.end : two.start] for one, two in pairwise(persons[:-1])]
    return bool(between) and between[-1].startswith(",") and is_own(between[-1], persons[-2], is_first=True)
