"""*who* and *which*: the noun that their clause hangs on.

Takes: Jane Roe, [[who]] said the vote was close, left.
Leaves: The bridge is old, and I know [[who]] said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.resolution import Resolution, nobody, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Span, Token

    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.scene import Scene

    Resolve = Callable[[Scene, Span, Token], Resolution]

_RELATIVE = frozenset(("who", "which", "that", "whose"))


def by_antecedent(scene: Scene, token: Token, resolve: Resolve) -> Resolution | None:
    """What a relative pronoun stands for; `resolve` tells what the noun before it does, in its phrase."""
    if token.lower_ not in _RELATIVE:
        return None
    place = _beside(scene, token)
    if place is not None:
        return told(place.entity, "relative", token.text)
    noun = _antecedent(token)
    if noun is None:
        return nobody(f"no noun stands before {token.text!r}")
    for antecedent in _antecedents(noun):
        found = resolve(scene, scene.view.doc[antecedent.left_edge.i : token.i], antecedent)
        if found.speakers and scene.index.entities[found.speakers[0]].type != "country":
            return _unless_others(antecedent, token, found)
    return nobody(f"nobody named stands before {token.text!r}")


def _beside(scene: Scene, token: Token) -> Place | None:
    """The person whose name ends right before *who*, a comma, dash or bracket between them at most."""
    before = scene.view.text[: token.idx].rstrip(" ,(–—-")
    places = scene.index.at(len(before) - 1)
    return next((place for place in places if place.entity.type == "person"), None)


def _antecedent(token: Token) -> Token | None:
    """The noun before a relative clause that the parser hangs it on."""
    clause = token.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" and clause.head.i < token.i else None


def _antecedents(noun: Token) -> Iterator[Token]:
    """That noun, and those it hangs on: the parser hangs many a clause on the last noun before it."""
    for token in (noun, *noun.ancestors):
        if token.pos_ in ("NOUN", "PROPN") and token.sent.start == noun.sent.start:
            yield token


def _unless_others(antecedent: Token, token: Token, found: Resolution) -> Resolution:
    """*Jane Roe and others who*: not she alone, so nobody."""
    if any(child.dep_ == "cc" and child.i < token.i for child in antecedent.children):
        return nobody(f"more than one stands before {token.text!r}")
    return Resolution(found.speakers, "relative", f"{token.text!r}: {found.detail}")
