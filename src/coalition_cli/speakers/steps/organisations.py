"""*it* and *the company*: the organisation named before in whose name the noun stands, or that spoke last.

Takes: Holm Bank cut its rates, Holm Bank said. [[The bank]] said it was late.
Leaves: Holm Bank and Sund Bank cut their rates. [[The bank]] said it was late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import words
from coalition_cli.speakers.steps.resolution import Resolution, told
from coalition_cli.speakers.turns import own_speakers
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.speakers.steps.continued import Said
    from coalition_cli.speakers.steps.scene import Scene


def by_organisation(
    scene: Scene, source: Offsets, last: Said | None, spoke: Collection[str]
) -> Resolution | None:
    """The organisation that *it* or a noun for bodies means.

    `last` is the attribution right before, `spoke` the organisations that any before was resolved to.
    """
    form = scene.view.text[slice(*source)].lower().split()
    noun = form[1] if form[:1] == ["the"] and len(form) == 2 else ""
    if form != ["it"] and noun not in lexicon().body_nouns:
        return None
    found = _called(scene, noun, source[0], spoke) if noun else []
    if not found and (not noun or noun in lexicon().vague_bodies):
        found = _spoke_last(scene, source, noun, last) or (
            _only_one(scene, source[0], spoke) if noun else _subject(scene, source)
        )
    if len(found) != 1 or found[0] in own_speakers(scene.view, scene.index, source[0]):
        return None
    return told(scene.index.entities[found[0]], "organisation", " ".join(form))


def organisations_of(scene: Scene, resolution: Resolution) -> list[str]:
    """Those of the speakers that are organisations."""
    known = scene.index.entities
    return [one for one in resolution.speakers if one in known and known[one].type == "organisation"]


def _before(scene: Scene, offset: int) -> frozenset[str]:
    """The organisations named before an offset."""
    places = (place.entity for place in scene.index.before(offset))
    return frozenset(entity.id for entity in places if entity.type == "organisation")


def _called(scene: Scene, noun: str, offset: int, spoke: Collection[str]) -> list[str]:
    """Those named before in whose name a noun stands; of several those that spoke."""
    entities = (scene.index.entities[one] for one in _before(scene, offset))
    found = [one.id for one in entities if any(noun in words(name) for name in (one.name, *one.aliases))]
    return found if len(found) < 2 else [one for one in found if one in spoke]


def _spoke_last(scene: Scene, source: Offsets, noun: str, last: Said | None) -> list[str]:
    """Those to whom the attribution right before belongs, where *it* or the noun can mean them."""
    if last is None or not _is_next(scene, *last[0].content, source):
        return []
    return [one for one in organisations_of(scene, last[1]) if _may_be(scene, one, noun)]


def _subject(scene: Scene, source: Offsets) -> list[str]:
    """The organisation that is the subject of the main clause before *it*, no other and no country near."""
    phrase = scene.phrase(source)
    if phrase is None:
        return []
    before = scene.index.inside((phrase.root.sent.start_char, source[0]))
    bodies = [place for place in before if place.entity.type in ("organisation", "country")]
    if len({place.entity.id for place in bodies}) != 1 or bodies[0].entity.type == "country":
        return []
    words = phrase.doc.char_span(bodies[0].start, bodies[0].end, alignment_mode="expand")
    is_subject = words is not None and words.root.dep_ == "nsubj" and words.root.head.dep_ == "ROOT"
    return [bodies[0].entity.id] if is_subject else []


def _only_one(scene: Scene, offset: int, spoke: Collection[str]) -> list[str]:
    """The one organisation that is named before an offset, where it spoke too."""
    named = _before(scene, offset)
    return list(named) if len(named) == 1 and named.issubset(spoke) else []


def _is_next(scene: Scene, *spans: Offsets) -> bool:
    """Whether the first and the last of some spans stand in one block or in two neighbours, nobody named
    between them.
    """
    start, end = spans[0][0], spans[-1][0]
    between = scene.index.inside((spans[-2][1], end)) if spans[-2][1] < end else []
    if any(place.entity.type in ("person", "organisation") for place in between):
        return False
    blocks = [block for block in scene.view.blocks if block.start <= end and block.end >= start]
    return len(blocks) <= 2


def _may_be(scene: Scene, body: str, noun: str) -> bool:
    """Whether *it* or a noun for bodies can mean one: no other such noun stands in its name."""
    return not noun or lexicon().body_nouns.isdisjoint(words(scene.index.entities[body].name))
