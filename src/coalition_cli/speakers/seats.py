"""An office with its seat or field right before a name: "MP for Hull | Jane Roe", "Minister for Rail | Roe".

Takes: Member of the Assembly Jane Roe, Vice-President for Values and Transparency Jane Roe.
Leaves: a spokesman for Senator Jane Roe, a member of Labour MP Jane Roe's team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from coalition_cli.speakers.scan import Tokens

_LONGEST = 6  # words of a seat (chosen by eye)
_LINKS = frozenset(("for", "of"))
_INSIDE = frozenset(("and", "&", "-", "the"))
_OWNED = frozenset(("'s", "’s", "'", "’"))


def office_of(tokens: Tokens, name: int) -> int | None:
    """The noun of the office whose seat ends right before token `name`: a small word, then large ones."""
    seat: list[Token] = []
    if name and tokens[name - 1].lower_ in _INSIDE:
        return None  # "MP for Sund and Holm": the second half of the seat
    for index in range(name - 1, max(0, name - 2 - _LONGEST), -1):
        token = tokens[index]
        if tokens[index + 1].is_sent_start:
            return None
        if token.lower_ in _LINKS:
            held = tokens[index - 1].lower_ in lexicon().seated and _is_place(seat)
            return index - 1 if held else None
        if not (token.lower_ in _INSIDE or _may_be_seat(token)):
            return None
        seat.insert(0, token)
    return None


def _may_be_seat(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in lexicon().body_heads


def _is_place(seat: Collection[Token]) -> bool:
    """Whether the words behind the small one begin with a place or field, not with somebody's title."""
    first = next((token for token in seat if token.lower_ not in _INSIDE), None)
    return first is not None and not _is_title(first.lower_)


def _is_title(lower: str) -> bool:
    return lower in lexicon().roles or lower.rstrip(".") in lexicon().titles


def names_seat(role: str) -> bool:
    """Whether a role has the seat or field of its office behind it: "MP for Hull"."""
    words = [word for word in role.lower().split() if word != "the"]
    return any(
        office in lexicon().seated and link in _LINKS and not _is_title(seat)
        for office, link, seat in zip(words, words[1:], words[2:], strict=False)
    )


def is_seated(tokens: Tokens, office: Token, named: Collection[int]) -> bool:
    """Whether the noun of an office has its seat and then the name of its bearer behind it."""
    name = next(
        (token.i for token in tokens[office.i + 1 : office.i + 3 + _LONGEST] if token.i in named), None
    )
    if name is None or office_of(tokens, name) != office.i:
        return False
    end = name
    while end in named:
        end += 1
    return end == len(tokens) or tokens[end].text not in _OWNED
