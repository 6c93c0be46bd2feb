"""A title that stands for somebody named or described elsewhere: "the Dutch minister", "the spokesman".

Takes: Dutch Defence Minister Jane Roe came. It was late, [[the Dutch minister]] said.
Leaves: Dutch Defence Minister Jane Roe came. It was late, [[the Greek minister]] said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.departures import has_left
from coalition_cli.speakers.introduced import set_apart
from coalition_cli.speakers.links import Title
from coalition_cli.speakers.lone import lone_holder
from coalition_cli.speakers.offices import holders, is_bare_title, may_mean
from coalition_cli.speakers.roles import described
from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.steps.named import named
from coalition_cli.speakers.steps.resolution import Resolution, told
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.steps.scene import Scene


def by_title(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """The one who holds the office, was described so before, or is prominent enough to be meant."""
    bearers = _bearers(scene, phrase, head)
    person = bearers[0] if len(bearers) == 1 else _described_before(scene, phrase, head)
    person = person or scene.index.entities.get(scene.links.get(head.i, ""))
    return None if person is None else told(person, "title", phrase.text)


def titles(scene: Scene) -> dict[int, Title]:
    """Every *the senator* by its offset: what it tells, and whom it means where a role tells that."""
    found = {}
    borne = _borne(scene)
    for head in tokens_of(scene.view, lexicon().offices):
        if head.i in borne:
            continue
        start = min((child.i for child in head.lefts), default=head.i)
        phrase = scene.view.doc[start : head.i + 1]
        if phrase[0].lower_ != "the" or not is_bare_title(phrase) or _is_named(scene, phrase, head):
            continue
        if _is_described(head):
            continue
        bearers = _bearers(scene, phrase, head)
        one = bearers[0] if len(bearers) == 1 else _described_before(scene, phrase, head)
        one = one or lone_holder(scene.view, scene.index, phrase, head)
        names = frozenset(bearer.id for bearer in bearers)
        like = frozenset(bearer.id for bearer in _bearers(scene, phrase[-1:], head))
        others = set_apart(scene.view, scene.index, head)
        found[head.idx] = Title(lexicon().roles[head.lower_], one.id if one else None, names, like, others)
    return found


def _bearers(scene: Scene, phrase: Span, head: Token) -> list[Entity]:
    """Everybody who holds the office that a source describes; of a heading also those named after it."""
    block = scene.view.block_at(head.idx)
    ahead = block is not None and block.kind == "heading"
    found = holders(phrase, head, scene.index.entities.values(), ahead=ahead)
    return [one for one in found if not (ahead and has_left(scene.view, one))]


def _described_before(scene: Scene, phrase: Span, head: Token) -> Entity | None:
    """Somebody unnamed whom *the spokesman* takes up: the last one described by the same noun or one that
    means the same.
    """
    if phrase[0].lower_ != "the" or len(phrase) > 2 or head.lower_ not in lexicon().unnamed:
        return None
    before = (
        place
        for place in reversed(scene.index.before(head.idx))
        if place.entity.type == "unnamed"
        and may_mean(head.lower_, place.entity.name.lower())
        and scene.view.quotation_at(place.start) is scene.view.quotation_at(head.idx)
    )
    return next((place.entity for place in before), None)


def _borne(scene: Scene) -> frozenset[int]:
    """The nouns that a person's name stands in apposition to: token indices."""
    ends = (place.end - 1 for place in scene.index.places if place.entity.type == "person")
    names = (scene.view.token_at(offset) for offset in ends)
    return frozenset(described(name).i for name in names if name is not None and name.dep_ == "appos")


def _is_described(head: Token) -> bool:
    """Whether what somebody does there tells who is meant: "the minister winding up the debate"."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    return after.tag_ == "VBG" or (after.lower_ in ("who", "that") and after.dep_ in ("nsubj", "nsubjpass"))


def _is_named(scene: Scene, phrase: Span, head: Token) -> bool:
    """Whether a name stands beside a title, or covers it: then the name counts, not the title."""
    if head.dep_ in ("appos", "compound") or named(scene, phrase, head) is not None:
        return True
    after = scene.view.text[head.idx + len(head) :]
    next_word = head.idx + len(head) + len(after) - len(after.lstrip(" ,"))
    return any(place.entity.type == "person" for place in scene.index.at(next_word))
