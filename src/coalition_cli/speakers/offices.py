"""Titles that stand for somebody named elsewhere: "the defence secretary", "the senator"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import words
from coalition_cli.speakers.roles import role_gender, role_heads
from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

    from coalition_cli.speakers.entities import Entity


def holders(
    phrase: Iterable[Token], head: Token, entities: Iterable[Entity], *, ahead: bool = False
) -> list[Entity]:
    """Everybody who holds the office that `phrase` describes, in the order given.

    Every word of the description must be true of the role or the country of that person, and the person be
    named before, unless names come `ahead` as after a heading; `head` is the noun of the phrase.
    """
    words_before = [token for token in phrase if token.i < head.i]
    office = lexicon().same_role.get(head.lower_)
    if office is None or any(token.lower_ in lexicon().open_determiners for token in words_before):
        return []
    known = [entity for entity in entities if entity.type == "person" and (ahead or _is_known(entity, head))]
    bearers = [entity for entity in known if _holds(entity, office)]
    told = [token for token in phrase if token.i != head.i and token.pos_ in ("ADJ", "NOUN", "PROPN")]
    return [entity for entity in bearers if all(_is_true_of(token, entity) for token in told)]


def _is_known(entity: Entity, head: Token) -> bool:
    """Whether somebody was named before the title stands."""
    return min(mention.start for mention in entity.mentions) < head.idx


def has_office(entity: Entity) -> bool:
    """Whether a role tells what somebody does, and not only what to others, or at the time: "Witness"."""
    told = (role.lower().split() for role in entity.roles)
    return any(not words or words[-1] not in lexicon().relations for words in told)


def is_bare_title(phrase: Span) -> bool:
    """Whether a phrase is nothing but a title for one person: "the Dutch minister", "the senator"."""
    head = phrase.root
    known = head.lower_ in lexicon().roles and head.lower_ not in lexicon().relations
    return known and head.i == phrase.end - 1 and head.tag_ in ("NN", "NNP")


def may_mean(noun: str, description: str) -> bool:
    """Whether a noun can take up somebody described: by the same noun, or one for the same office."""
    if noun in description.split():
        return True
    genders = {role_gender(noun), role_gender(description)}
    return bool(role_heads(noun) & role_heads(description)) and len(genders - {None}) < 2


def _holds(entity: Entity, office: str) -> bool:
    return any(office in role_heads(role) for role in entity.roles)


def _is_true_of(token: Token, entity: Entity) -> bool:
    """Whether one word of a description is among those of the roles, or names the same country."""
    plain = words(token.text)
    known = {word for role in entity.roles for word in words(role)}
    if known.issuperset(plain):
        return True
    return entity.country is not None and country_of(token.text) == entity.country
