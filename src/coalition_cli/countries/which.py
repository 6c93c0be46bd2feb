"""Which country, or none, where the word alone does not say: Georgia, Korea; a language or its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.countries.lexicon import traps
from coalition_cli.countries.reading import Place, holds, modifies

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.records import Via

_NEAR = 160  # characters either side in which words about Georgia count before the whole text does


def is_country_georgia(place: Place) -> bool:
    """Georgia the country, not the state: by the words near it, else by those of the whole text."""
    country, state = tuple(traps()["georgia_country"]), tuple(traps()["georgia_state"])
    near = place.left(_NEAR) + place.right(_NEAR)
    if holds(near, country) != holds(near, state):
        return holds(near, country)
    return place.text.says(country) and not place.text.says(state)


def divided(place: Place) -> tuple[str, ...]:
    """The country that *Korea* or *Congo* alone means: the one that the text names in full, if only one."""
    readings = traps()["ambiguous"].get(place.word, {})
    codes = tuple(code for code, words in readings.items() if place.text.says(tuple(words)))
    return codes if len(codes) == 1 else ()


def as_adjective(place: Place) -> Via | None:
    """How an adjective names its country: as such, or as a people (*the French*); none for a language."""
    token = place.span.root
    if _is_language(place, token):
        return None
    return "people" if token.pos_ in ("NOUN", "PROPN") and not modifies(token) else "demonym"


def _is_language(place: Place, token: Token) -> bool:
    """*Speaks French*, *in Russian*, *a Spanish-language paper*."""
    if place.word not in traps()["languages"]:
        return False
    if place.right(20).startswith(tuple(traps()["language_after"])):
        return True
    if modifies(token):
        return False
    verb = token.dep_ in ("dobj", "conj") and token.head.lemma_ in traps()["language_verbs"]
    return verb or (token.dep_ == "pobj" and token.head.lower_ in traps()["language_prepositions"])
