"""Names that *he* and *she* take up: "Jane Roe was tired. She left." is a person, whatever her name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.speakers.sightings import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.scan import Tokens
    from coalition_cli.speakers.sightings import Sighting

_PERSONAL = frozenset(("he", "she", "his", "her", "himself", "herself"))
_SUBJECTS = frozenset(("he", "she"))
_PLURAL = frozenset(("are", "were", "have"))
_REACH = 60  # words after a name in which a pronoun may take it up: two sentences (chosen by eye)


def with_pronouns(view: View, tokens: Tokens, found: Sequence[Sighting]) -> list[Sighting]:
    """The same sightings with one more point for each name of several words that a pronoun takes up.

    Only the first name of a paragraph that may be a person's is taken up: behind another the pronoun may mean
    that one.
    """
    told: list[Sighting] = []
    block, free = None, True
    for one in found:
        here = view.block_at(tokens[one.start].idx)
        if here is not block:
            block, free = here, True
        if (
            free
            and len(one.key) > 1
            and one.points < ENOUGH
            and not one.loud
            and _is_taken_up(view, tokens, one)
        ):
            one = replace(one, points=one.points + 1)
        free = free and not one.points
        told.append(one)
    return told


def _is_taken_up(view: View, tokens: Tokens, one: Sighting) -> bool:
    """Whether a name is the subject of a sentence in which, or in the next, a pronoun goes on."""
    verb = _verb(tokens[one.start : one.end])
    if verb is None or _is_many(verb) or not all(map(_may_name, tokens[one.start : one.end])):
        return False
    quotation = view.quotation_at(tokens[one.start].idx)
    sentence = 0
    for token in tokens[one.end : one.end + _REACH]:
        if token.is_quote or view.quotation_at(token.idx) is not quotation:
            continue  # other people's words have their own *he*
        sentence += token.is_sent_start is True
        if sentence > 1 or (token.lower_ in ("it", "its") and not _is_object(token, verb)):
            return False
        if token.lower_ in (_SUBJECTS if sentence else _PERSONAL):
            return not sentence or token.dep_ == "nsubj"
    return False


def _is_object(it: Token, verb: Token) -> bool:
    """Whether *it* is what somebody does something to, and so not who does it: "Roe makes it plain"."""
    return it.lower_ == "it" and it.i == verb.i + 1 and it.dep_ not in ("expl", "poss")


def _is_many(verb: Token) -> bool:
    """Whether a verb's form tells that its subject is more than one."""
    return verb.tag_ == "VBP" or any(child.lower_ in _PLURAL for child in (verb, *verb.children))


def _may_name(token: Token) -> bool:
    """Whether a word of a name is no plural, and the model has it for nothing but a person's."""
    return token.ent_type_ in ("", "PERSON") and token.tag_ != "NNPS"


def _verb(name: Iterable[Token]) -> Token | None:
    """The verb of the main clause whose subject a name is."""
    for token in name:
        if token.dep_ in ("nsubj", "nsubjpass"):
            return token.head if token.head.dep_ in ("ROOT", "conj") else None
    return None
