"""Who *he* and *she* stand for: the most prominent agreeing person before them, in the spirit of Lappin and
Leass (1994): weights for the grammatical place of each mention, halved from sentence to sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.words import Gender

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.index import Index

PRONOUNS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip

# Weights and margin chosen on the tuning half of benchmarks/resolution.
_SUBJECT, _EMBEDDED, _OBJECT, _OTHER, _OWNER, _PART = 1.0, 0.7, 0.5, 0.4, 0.3, 0.15
_SOURCE = 0.4  # added where the mention is the source of an attribution
_UNKNOWN = 0.6  # factor for a person whose gender nothing tells
_DECAY = 0.5
_MARGIN = 1.25  # how many times the runner-up's weight the best one needs
_TITLE_MARGIN = 2.0  # the same for a title, which says less of whom it means
_TITLE_FLOOR = 0.4  # a title means somebody of the sentence before
_FLOOR = 0.1  # below it nobody has been named for three sentences


@dataclass(slots=True)
class Salience:
    """How prominent each person is at one point of the text."""

    before: dict[str, float] = field(default_factory=dict)
    here: dict[str, float] = field(default_factory=dict)

    def add(self, entity: str, weight: float) -> None:
        """One more mention; of several in one sentence the most prominent counts."""
        self.here[entity] = max(weight, self.here.get(entity, 0.0))

    def fade(self) -> None:
        """A sentence has ended."""
        for entity, weight in self.here.items():
            self.before[entity] = self.before.get(entity, 0.0) + weight
        self.here.clear()
        for entity in self.before:
            self.before[entity] *= _DECAY

    def of(self, entity: str) -> float:
        """How prominent one person is now."""
        return self.before.get(entity, 0.0) + self.here.get(entity, 0.0)

    def best(self, gender: Gender, entities: dict[str, Entity]) -> str | None:
        """The one person who agrees with a pronoun and stands out; None where two are close or nobody is near."""
        return _first(
            {
                entity: self.of(entity) * (1.0 if entities[entity].gender else _UNKNOWN)
                for entity in {**self.before, **self.here}
                if entities[entity].gender in (None, gender)
            },
            _MARGIN,
            _FLOOR,
        )

    def holder(self, gender: Gender | None, entities: dict[str, Entity]) -> str | None:
        """The one person of the sentences before whom a title can mean ("the senator"), far ahead of all others.

        Not one of whom the text says another office: that of the title would have been found there.
        """
        found = _first(
            {
                entity: weight
                for entity, weight in self.before.items()
                if entity not in self.here and (gender is None or entities[entity].gender in (None, gender))
            },
            _TITLE_MARGIN,
            _TITLE_FLOOR,
        )
        return None if found is None or entities[found].roles else found


def _first(weights: dict[str, float], margin: float, floor: float) -> str | None:
    """The heaviest, if it weighs `floor` at least and `margin` times the next."""
    ranked = sorted(((weight, entity) for entity, weight in weights.items()), reverse=True)
    if not ranked or ranked[0][0] < floor:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= margin * ranked[1][0] else None


def pronoun_links(
    view: View, index: Index, sources: Collection[int], titles: Mapping[int, Gender | None]
) -> dict[int, str]:
    """The person behind each *he* or *she* that can be told: token index → entity id.

    `sources` are the start offsets of the sources of attributions; `titles` the offsets of nouns like *senator* that
    stand for somebody, with the gender they tell: they are linked as the pronouns are. Inside quotation marks no pronoun is
    linked and no mention counts: other people's words have their own *he*.
    """
    names = {place.start: place.entity.id for place in index.places if place.entity.type == "person"}
    quoted = [(one.start, one.end) for one in view.quotations if one.depth == 0]
    offsets = sorted({*names, *titles, *(token.idx for token in tokens_of(view, PRONOUNS))})
    sentences = _outside(_sentence_starts(view), quoted)
    links: dict[int, str] = {}
    salience = Salience()
    passed = 0
    for offset in _outside(offsets, quoted):
        token = view.token_at(offset)
        if token is None:
            continue
        while passed < len(sentences) and sentences[passed] <= offset:
            salience.fade()
            passed += 1
        entity = names.get(offset)
        if entity is None and offset in titles:
            entity = salience.holder(titles[offset], index.entities)
        elif entity is None:
            entity = salience.best(PRONOUNS[token.lower_], index.entities)
        if entity is not None:
            if offset not in names:
                links[token.i] = entity
            salience.add(entity, weight(_head(token)) + (_SOURCE if offset in sources else 0.0))
    return links


def _sentence_starts(view: View) -> list[int]:
    starts = view.doc.to_array("SENT_START").tolist()
    return [view.doc[index].idx for index, is_start in enumerate(starts) if is_start == 1]


def _outside(offsets: Sequence[int], quoted: Sequence[tuple[int, int]]) -> list[int]:
    """The offsets, in order, that stand in none of the stretches."""
    found = []
    position = 0
    for offset in offsets:
        while position < len(quoted) and quoted[position][1] <= offset:
            position += 1
        if position == len(quoted) or offset < quoted[position][0]:
            found.append(offset)
    return found


def _head(token: Token) -> Token:
    """The token of a name that the sentence hangs it on: its last word, or a pronoun itself."""
    head = token
    while (
        head.dep_ in ("compound", "flat")
        and head.head.i > head.i
        and head.head.i - token.i < 5
        and (head.head.pos_ == "PROPN")
    ):
        head = head.head
    return head


def weight(token: Token) -> float:
    """How prominent a mention is by its place in the sentence."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN", "PRON"):
        token = token.head  # of two in one subject neither stands out
    role = token.dep_
    if role == "appos" and token.head.pos_ in ("NOUN", "PROPN"):
        role, token = token.head.dep_, token.head
    if role in ("nsubj", "nsubjpass"):
        return _SUBJECT if token.head.dep_ in ("ROOT", "conj", "parataxis") else _EMBEDDED
    if role == "attr" and any(child.dep_ == "expl" for child in token.head.children):
        return _SUBJECT  # "there is Jane Roe"
    if role in ("dobj", "dative", "obj", "agent"):
        return _OBJECT
    if role == "poss":
        return _OWNER
    if role in ("compound", "amod", "nmod"):
        return _PART
    if role == "ROOT":
        return _EMBEDDED
    return _OTHER
