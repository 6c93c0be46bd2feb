"""A place in a team between a country or club and a player's name: "Wales prop | Jane Roe".

Takes: Wales tighthead prop Jane Roe, Sund fly-half Jane Roe.
Leaves: the prop Jane Roe leant on, the left wing of Jane Roe's party.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.speakers.scan import Tokens

_LONGEST = 4  # tokens of a position: "second", "-", "row"
_TEAMS = frozenset(("GPE", "NORP", "ORG"))


def position_before(tokens: Tokens, name: int) -> tuple[int, int] | None:
    """The position with the team before it that ends right before the token `name`, as token offsets."""
    if not name or tokens[name].is_sent_start or not _is_position(tokens[name - 1]):
        return None
    for index in range(name - 2, max(-1, name - 3 - _LONGEST), -1):
        token = tokens[index]
        if _is_team(token):
            return index, name
        if not (token.is_lower or token.text == "-"):
            return None
    return None


def _is_position(token: Token) -> bool:
    return token.is_lower and token.lower_ in lexicon().positions


def _is_team(token: Token) -> bool:
    return token.is_title and (country_of(token.text) is not None or token.ent_type_ in _TEAMS)
