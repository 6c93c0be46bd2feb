"""Countries' words that are part of somebody's name: *Michael Jordan*, *Chad Smith*, *Mr Holland*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli import lexicons
from coalition_cli.countries.lexicon import traps
from coalition_cli.countries.reading import modifies

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.countries.reading import Place

_WORD_BEFORE = re.compile(r"(\w[\w.'-]*) $")
_INITIAL = re.compile(r"[A-Z]\.")
_IN = re.compile(r" (?:in|across|throughout) $")


@cache
def _given() -> frozenset[str]:
    names = lexicons.load("given_names")
    return frozenset(word for block in names.values() for word in block.split())


def is_surname(place: Place) -> bool:
    """A given name or a title stands right before; only words that people are called by."""
    if not place.is_personal:
        return False
    before = place.text.view.token_at(max(0, place.match.start - 2))
    return _follows_given_name(place.left(40)) and before is not None and before.pos_ == "PROPN"


def _follows_given_name(left: str) -> bool:
    before = _WORD_BEFORE.search(left)
    if not before:
        return False
    word = before.group(1)
    if word in traps()["titles"]:
        return True
    if _INITIAL.fullmatch(word):
        return _follows_given_name(left[: before.start(1)])
    return word[0].isupper() and word.casefold() in _given() and word not in traps()["personal"]


def in_full_name(place: Place) -> bool:
    """Part of a full name, first or last."""
    if is_surname(place):
        return True
    token = place.span.root
    return place.is_personal and token.ent_type_ == "PERSON" and _shares_entity(token)


def _shares_entity(token: Token) -> bool:
    """Whether the word before or after is in the same name."""
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return any(
        word.ent_type_ == "PERSON" and word.pos_ == "PROPN" and "I" in (word.ent_iob_, token.ent_iob_)
        for word in beside
    )


def is_somebody(place: Place, surnames: set[str]) -> bool:
    """Alone, but the surname of somebody whose full name the text has: not after *in*, nor before a noun."""
    if place.word not in surnames or _IN.search(place.left(12)):
        return False
    return not (place.match.name.via == "demonym" and modifies(place.span.root))
