"""People whom a source only describes: unnamed, many who speak as one, or those that it gives as examples.

Takes: The road is open, [[a senior official]] said.
Leaves: The road is open, [[the owner of the bridge]] said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.coordinated import several
from coalition_cli.speakers.steps.resolution import Resolution, nobody
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.scene import Scene


_THEIRS = frozenset(("of", "for", "to"))


def is_crowd(place: Place) -> bool:
    """Whether a mention describes people and names nobody."""
    return place.entity.type == "unnamed" or (place.entity.type == "group" and place.how == "group")


def by_description(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """The crowd that `head` heads or, where the phrase names examples of it, the examples."""
    place = _described(scene, phrase, head)
    return None if place is None else _examples(scene, phrase, place) or scene.shown(place)


def by_part(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """The crowd of which a source is a part: "most of the countries" are the countries."""
    of = next((child for child in head.children if child.lower_ == "of"), None)
    if of is None or head.lower_ not in lexicon().quantities:
        return None
    if head.lower_ in lexicon().parts:
        return nobody(f"a part that nobody can tell: {phrase.text!r}")
    whole = next((child for child in of.children if child.dep_ == "pobj"), None)
    place = _described(scene, phrase, whole) if whole is not None and whole.i < phrase.end else None
    return scene.shown(place) if place else nobody(f"nobody named fits {phrase.text!r}")


def by_followers(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """The many with whom a source opens, whosever they are: "supporters of Jane Roe" are not she."""
    first = next((token for token in phrase if token.pos_ in ("NOUN", "PROPN")), None)
    if first is None or first.i >= head.i or first.nbor(1).lower_ not in _THEIRS:
        return None
    place = _described(scene, phrase, first)
    return scene.shown(place) if place is not None and place.end > head.idx else None


def _described(scene: Scene, phrase: Span, head: Token) -> Place | None:
    """The crowd that `head` heads: unnamed people, or many who speak as one."""
    places = scene.index.covering((phrase.start_char, phrase.end_char), head.idx)
    if not places:  # the source stops before the description does
        places = scene.index.covering((head.sent.start_char, head.sent.end_char), head.idx)
    return next((place for place in places if is_crowd(place)), None)


def _examples(scene: Scene, phrase: Span, crowd: Place) -> Resolution | None:
    """Those whom a description names: "nations such as Poland and Greece" are Poland and Greece."""
    after = scene.view.text[crowd.end : phrase.end_char]
    if not after.lstrip(" ,").startswith("such as "):
        return None
    named = [place for place in scene.index.inside((crowd.end, phrase.end_char)) if not is_crowd(place)]
    return several([scene.shown(place) for place in named]) if named else None
