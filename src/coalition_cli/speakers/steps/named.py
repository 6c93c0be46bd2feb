"""A noun of a source that is named in place, or has its name beside it in the source.

Takes: The vote was close, said [[the mayor, Jane Roe]].
Leaves: The vote was close, said [[the mayor]].
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.describing import is_crowd
from coalition_cli.speakers.steps.resolution import nobody
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.resolution import Resolution
    from coalition_cli.speakers.steps.scene import Scene


def by_name(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """Whoever is named where `head` stands or beside it."""
    place = named(scene, phrase, head)
    if place is not None and place.entity.type == "country" and _goes_on(scene, phrase, place):
        return nobody(f"{phrase.text!r} is somebody of {place.entity.name}")
    return None if place is None else scene.shown(place)


def _goes_on(scene: Scene, phrase: Span, place: Place) -> bool:
    """Whether a country only opens what a source names: "Guinea | opposition"."""
    after = scene.view.token_at(place.end + 1)
    inside = after is not None and place.end < after.idx < phrase.end_char
    return inside and after is not None and after.pos_ == "NOUN" and after.text.islower()


def named(scene: Scene, phrase: Span, head: Token) -> Place | None:
    """The named mention that `head` belongs to, or that its role or apposition introduces."""
    span = (phrase.start_char, phrase.end_char)
    places = [place for place in scene.index.covering(span, head.idx) if not is_crowd(place)]
    if not places and _is_description(head):  # "Jane Roe, a former adviser": the adviser is she
        places = [place for place in scene.index.at(head.head.idx) if place.entity.type == "person"]
    if places:
        return places[0]
    persons = [place for place in scene.index.inside(span) if place.entity.type == "person"]
    beside = [child.idx for child in head.children if child.dep_ == "appos" and child.i > head.i]
    for place in persons:
        if any(place.start <= offset < place.end for offset in beside):
            return place  # "One of them, Jane Roe"
        if _is_introduced(scene.view, phrase, head, place):
            return place
    return None


def _is_description(head: Token) -> bool:
    """Whether a noun in apposition says what one person is: no plural, and no name of somebody else."""
    is_name = head.tag_ == "NNP" and head.lower_ not in lexicon().roles
    return head.dep_ == "appos" and not is_name and head.tag_ not in ("NNS", "NNPS")


def _is_introduced(view: View, phrase: Span, head: Token, place: Place) -> bool:
    """Whether a person's name stands beside the role `head`: right after it, or first with a comma behind."""
    if head.lower_ not in lexicon().roles:
        return False
    if place.start > head.idx:
        between = view.text[head.idx + len(head) : place.start].strip(" ,-–—(")
        return not between or between.lower() in lexicon().role_endings
    after = view.text[place.end : place.end + 2]
    return (place.start == phrase.start_char and after[:1] in (",", "(")) or after == " ("
