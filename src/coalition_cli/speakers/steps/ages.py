"""A person told by age: "the 36-year-old", "the 36-year-old American", "the 36-year-old mother of two".

Takes: Jane Roe won the race. The lake was cold, said [[the 36-year-old American]].
Leaves: Jane Roe and Ann Holm won the race. The lake was cold, said [[the 36-year-old American]].
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.speakers.links import Title
from coalition_cli.speakers.offices import has_office
from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.steps.scene import Scene

_AGE = re.compile(r"\b[Tt]he (?:\d+|[a-z]+(?:-[a-z]+)?)-year-old(?: ([A-Z]\w+[^\W_s]))?\b(?! [A-Z])")


def ages(scene: Scene) -> dict[int, Title]:
    """Every such description by the offset of its last word: it tells news, and means the only one near.

    All whom the text gives no other country are each other's rivals: only who is far ahead of them is meant.
    """
    found = {}
    for match in _AGE.finditer(scene.view.text):
        country = country_of(match.group(1)) if match.group(1) else None
        last = scene.view.token_at(match.end() - 1)
        if last is None or (match.group(1) and country is None):
            continue
        noun = last if match.group(1) else _noun(last)
        if _goes_on(noun):
            continue
        persons = [one for one in scene.index.entities.values() if one.type == "person"]
        names = frozenset(
            one.id
            for one in persons
            if (None in (country, one.country) or one.country == country) and _may_be(one, noun)
        )
        found[noun.idx] = Title(lexicon().roles.get(noun.lower_), None, names)
    return found


def _noun(last: Token) -> Token:
    """The noun behind an age that says what its bearer is: "the 36-year-old | singer"; else the age's end."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else last
    return after if after.lower_ in lexicon().roles and after.tag_ == "NN" else last


def _may_be(person: Entity, noun: Token) -> bool:
    """Whether nothing that is told of somebody's office speaks against a noun."""
    office = lexicon().same_role.get(noun.lower_) if noun.lower_ in lexicon().offices else None
    return (
        office is None or not has_office(person) or any(office in role_heads(role) for role in person.roles)
    )


def _goes_on(last: Token) -> bool:
    """Whether more follows that says who is meant: "the 36-year-old | dark-haired man"."""
    return last.i + 1 < len(last.doc) and last.nbor(1).pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
