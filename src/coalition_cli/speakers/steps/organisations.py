"""*it* and *the company*: the organisation named before in whose name the noun stands, or that spoke last.

Takes: Holm Bank cut its rates, Holm Bank said. [[The bank]] said it was late.
Leaves: Holm Bank and Sund Bank cut their rates. [[The bank]] said it was late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import words
from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.steps.resolution import Resolution, told
from coalition_cli.speakers.turns import own_speakers
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence, Set

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.speakers.steps.continued import Said
    from coalition_cli.speakers.steps.scene import Scene


def by_organisation(
    scene: Scene, source: Offsets, last: Said | None, spoke: Collection[str]
) -> Resolution | None:
    """The organisation that *it* or a noun for bodies means.

    `last` is the attribution right before, `spoke` the organisations that any before was resolved to.
    """
    article, *rest = scene.view.text[slice(*source)].split() or [""]
    noun = rest[-1] if article.lower() == "the" and len(rest) in (1, 2) else ""
    if noun in lexicon().body_nouns:
        found = _meant(scene, rest[:-1], noun, source, last, spoke)
    elif article.lower() == "it" and not rest:
        found = _spoke_last(scene, source, "", last) or _subject(scene, source)
    else:
        return None
    if len(found) != 1 or found[0] in own_speakers(scene.view, scene.index, source[0]):
        return None
    return told(scene.index.entities[found[0]], "organisation", " ".join((article.lower(), *rest)))


def _meant(
    scene: Scene, kind: Sequence[str], noun: str, source: Offsets, last: Said | None, spoke: Collection[str]
) -> list[str]:
    """Those whom a noun for bodies means, with one word before it at most: "the (district) council"."""
    if kind:
        return _of_kind(scene, kind[0], noun, source[0])
    found = _called(scene, noun, source[0])
    if len(found) == 1:
        return found
    if found:
        heard = [one for one in found if one in spoke]
        return (
            heard if len(heard) < 2 else [one for one in _spoke_last(scene, source, "", last) if one in heard]
        )
    if noun not in lexicon().vague_bodies:
        return []
    return _spoke_last(scene, source, noun, last) or _only_one(scene, source[0], spoke)


def _of_kind(scene: Scene, kind: str, noun: str, offset: int) -> list[str]:
    """The one body named before in whose name a noun stands, where the word before it can be true of it."""
    kinds = lexicon().body_kinds
    found = _called(scene, noun, offset)
    own = [one for one in found if kind in words(scene.index.entities[one].name)]
    free = [one for one in found if kinds.isdisjoint(words(scene.index.entities[one].name))]
    if own or kind not in kinds or _acts(scene, kinds - {kind}, noun):
        return own
    return free


def _acts(scene: Scene, kinds: Set[str], noun: str) -> bool:
    """Whether a body of another kind is a subject anywhere: a parish council beside the district's."""
    subjects = (token for token in tokens_of(scene.view, frozenset((noun,))) if token.dep_ == "nsubj")
    return any(child.lower_ in kinds for token in subjects for child in token.lefts)


def organisations_of(scene: Scene, resolution: Resolution) -> list[str]:
    """Those of the speakers that are organisations."""
    known = scene.index.entities
    return [one for one in resolution.speakers if one in known and known[one].type == "organisation"]


def _before(scene: Scene, offset: int) -> frozenset[str]:
    """The organisations named before an offset."""
    places = (place.entity for place in scene.index.before(offset))
    return frozenset(entity.id for entity in places if entity.type == "organisation")


def _called(scene: Scene, noun: str, offset: int) -> list[str]:
    """Those named before in whose name a noun stands."""
    entities = (scene.index.entities[one] for one in _before(scene, offset))
    return [one.id for one in entities if any(noun in words(name) for name in (one.name, *one.aliases))]


def _spoke_last(scene: Scene, source: Offsets, noun: str, last: Said | None) -> list[str]:
    """Those to whom the attribution right before belongs, where *it* or the noun can mean them."""
    if last is None or not _is_next(scene, last[0], source):
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


def _is_next(scene: Scene, last: Candidate, source: Offsets) -> bool:
    """Whether a source stands in the block of the attribution before or the next, nobody named between."""
    start, end = last.content[0][0], source[0]
    spoken = max(last.content[-1][1], last.source[1] if last.source else 0)
    between = scene.index.inside((spoken, end)) if spoken < end else []
    if any(place.entity.type in ("person", "organisation") for place in between):
        return False
    blocks = [block for block in scene.view.blocks if block.start <= end and block.end >= start]
    return len(blocks) <= 2


def _may_be(scene: Scene, body: str, noun: str) -> bool:
    """Whether *it* or a noun for bodies can mean one: no other such noun stands in its name."""
    return not noun or lexicon().body_nouns.isdisjoint(words(scene.index.entities[body].name))
