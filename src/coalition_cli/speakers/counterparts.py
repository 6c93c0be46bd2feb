"""Roles told through somebody else's: "the Finnish minister …, while his Dutch counterpart said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.states import country_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.persons import Person
    from coalition_cli.speakers.scan import Tokens

_WORD = "counterpart"
_COUNTERPART = frozenset((_WORD,))
_NEAR = 60  # words: a name given later than two sentences on is no longer "his counterpart"


def name_counterparts(view: View, tokens: Tokens, persons: Sequence[Person]) -> None:
    """Give each "counterpart" its person, and that person role and country; changes `persons`."""
    for token in tokens_of(view, _COUNTERPART):
        if token.i:
            _name_one(tokens, persons, token)


def _name_one(tokens: Tokens, persons: Sequence[Person], token: Token) -> None:
    adjective = tokens[token.i - 1].text
    country = country_of(adjective)
    model = _nearest_before(tokens, persons, token)
    if country is None or model is None:
        return
    after = _named_right_after(tokens, persons, token)
    if after is not None:
        own = [role for role in after.roles if not role.endswith(_WORD)]
        if not any(country_of(role) for role in own):
            after.roles[:] = [f"{adjective} {own[0]}" if own else _like(model, adjective)]
        after.mentions.append(_place(tokens, token))
        return
    person = _bearer(persons, model, country) or _named_later(persons, token)
    if person is not None:
        person.mentions.append(_place(tokens, token))
        if not person.roles and model.roles:
            person.roles.append(_like(model, adjective))


def _place(tokens: Tokens, token: Token) -> tuple[int, int, str]:
    """The mention "his Dutch counterpart" around its last word."""
    owned = token.i > 1 and tokens[token.i - 2].pos_ in ("PRON", "DET")
    return token.i - (2 if owned else 1), token.i + 1, "counterpart"


def _nearest_before(tokens: Tokens, persons: Sequence[Person], token: Token) -> Person | None:
    """The person last named before, in the same sentence; for *his* at its start, in the one before."""
    sentence = token.sent.start
    if token.i - 2 == sentence and sentence and tokens[sentence].pos_ == "PRON":
        sentence = tokens[sentence - 1].sent.start
    named = [
        (start, person)
        for person in persons
        for start, _, _ in person.mentions
        if sentence <= start < token.i
    ]
    return max(named, key=lambda item: item[0])[1] if named else None


def _named_right_after(tokens: Tokens, persons: Sequence[Person], token: Token) -> Person | None:
    """The person whose name follows the word directly, a comma and a role between them at most."""
    for person in persons:
        for start, _, _ in person.mentions:
            between = tokens[token.i + 1 : start]
            if token.i < start <= token.i + 6 and all(
                word.text == "," or word.pos_ in ("PROPN", "NOUN", "ADJ") for word in between
            ):
                return person
    return None


def _bearer(persons: Sequence[Person], model: Person, country: str) -> Person | None:
    """The one person who holds the same office for that country."""
    heads = frozenset().union(*map(role_heads, model.roles)) if model.roles else frozenset()
    fits = [
        person
        for person in persons
        if any(country_of(role) == country and role_heads(role) & heads for role in person.roles)
    ]
    return fits[0] if len(fits) == 1 else None


def _named_later(persons: Sequence[Person], token: Token) -> Person | None:
    """The one person without a role who is named for the first time soon after."""
    fits = [
        person
        for person in persons
        if not person.roles and token.i < min(person.mentions)[0] <= token.i + _NEAR
    ]
    return fits[0] if len(fits) == 1 else None


def _like(model: Person, adjective: str) -> str:
    """The same office under another adjective: "Finnish Defence Minister", "Dutch Defence Minister"."""
    if not model.roles:
        return f"{adjective} counterpart of {model.name}"
    words = model.roles[0].split()
    return " ".join([adjective, *(word for word in words if country_of(word) is None)])
