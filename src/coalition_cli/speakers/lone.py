"""A title with its party, where one person alone is near: "the Green councillor" is Councillor Roe.

Takes: Councillor Jane Roe rose. It was late, [[the Green councillor]] said.
Leaves: Labour Councillor Jane Roe rose. It was late, [[the Green councillor]] said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.index import Index


def lone_holder(view: View, index: Index, phrase: Span, head: Token) -> Entity | None:
    """The only person of this paragraph and the one before, who holds the office and has no party told."""
    told = phrase[1 : head.i - phrase.start]
    blocks = [block for block in view.blocks if block.start <= head.idx][-2:]
    if not blocks or not len(told) or not all(map(_may_be_party, told)):
        return None
    near = [
        place for place in index.inside((blocks[0].start, blocks[-1].end)) if place.entity.type == "person"
    ]
    ids = {place.entity.id for place in near}
    one = near[0].entity if len(ids) == 1 and near[0].start < head.idx else None
    office = lexicon().same_role.get(head.lower_, "")
    holds = one is not None and any(office in role_heads(role) for role in one.roles)
    return one if holds and one is not None and not any(map(_tells_more, one.roles)) else None


def _may_be_party(token: Token) -> bool:
    return bool(token.is_title) and country_of(token.text) is None


def _tells_more(role: str) -> bool:
    """Whether a role has a large word that is no office: a party, a country."""
    return any(word[0].isupper() and word.lower() not in lexicon().roles for word in role.split())
