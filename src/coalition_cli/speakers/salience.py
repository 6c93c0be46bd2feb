"""Who *he* and *she* stand for: the most prominent agreeing person before them, in the spirit of Lappin and
Leass (1994): weights for the grammatical place of each mention, halved from sentence to sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coalition_cli.speakers.roles import described, role_gender
from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.strangers import STRANGERS, strangers
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.index import Index, Place

PRONOUNS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip

# Chosen on the tuning part of benchmarks/resolution.py; moving one by a fifth moves no total by a point.
_TOPIC = 1.6  # "As for Jane Roe, she said"
_SUBJECT = 1.0
_EMBEDDED = 0.7  # subject of a clause inside another
_OBJECT = 0.5
_SUBJECT_OWNER = 0.55  # "Jane Roe's decision came after she"
_OTHER = 0.4
_OWNER = 0.3
_PART = 0.15  # "the Roe campaign"
_SOURCE = 0.6  # added where the mention is the source of an attribution
_UNKNOWN = 0.7  # factor for a person whose gender nothing tells
_DECAY = 0.4
_MARGIN = 1.5  # how many times the next one's weight the best one needs; the widest that answers 90%
_FLOOR = 0.1  # below it nobody has been named for three sentences
_TITLE_MARGIN = 2.0  # the same two for a title, which says less of whom it means
_TITLE_FLOOR = 0.35
_RIVALS = 4.0  # how far ahead of others of the same office (chosen by eye)


class Title(NamedTuple):
    """A noun like *senator*: the gender it tells, whom it means where the text tells that, and all who hold
    that office.
    """

    gender: Gender | None
    holder: str | None
    holders: frozenset[str] = frozenset()


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

    def best(self, gender: Gender, genders: Mapping[str, Gender | None]) -> str | None:
        """The one who agrees and stands out; None where two are close or nobody is near."""
        return _first(
            {
                entity: self.of(entity) * (1.0 if genders[entity] else _UNKNOWN)
                for entity in {**self.before, **self.here}
                if genders[entity] in (None, gender)
            },
            _MARGIN,
            _FLOOR,
        )

    def holder(self, gender: Gender | None, genders: Mapping[str, Gender | None]) -> str | None:
        """The one of the sentences before whom a title can mean ("the senator"), far ahead of all others."""
        return _first(
            {
                entity: weight
                for entity, weight in self.before.items()
                if entity not in self.here and (gender is None or genders[entity] in (None, gender))
            },
            _TITLE_MARGIN,
            _TITLE_FLOOR,
        )


def _first(weights: dict[str, float], margin: float, floor: float) -> str | None:
    """The heaviest, if it weighs `floor` at least and `margin` times the next."""
    ranked = sorted(((weight, entity) for entity, weight in weights.items()), reverse=True)
    if not ranked or ranked[0][0] < floor:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= margin * ranked[1][0] else None


def pronoun_links(
    view: View, index: Index, sources: Collection[int], titles: Mapping[int, Title]
) -> dict[int, str]:
    """The person behind each *he* or *she* that can be told: token index → entity id.

    `sources` are the start offsets of the sources of attributions; `titles` the offsets of nouns like
    *senator* that stand for somebody: they are linked as the pronouns are. Inside quotation marks no
    pronoun is linked and no mention counts: other people's words have their own *he*.
    """
    walk = _Walk(view, index, sources, titles)
    quoted = [(one.start, one.end) for one in view.quotations if one.depth == 0]
    pronouns = (token.idx for token in tokens_of(view, frozenset(PRONOUNS)))
    offsets = _outside(sorted({*walk.people, *walk.strangers, *titles, *pronouns}), quoted)
    sentences = _outside(_sentence_starts(view), quoted)
    numbered = [(offset, bisect_right(sentences, offset)) for offset in offsets]
    walk.learn_genders(numbered)
    passed = 0
    for offset, sentence in numbered:
        for _ in range(sentence - passed):
            walk.salience.fade()
        passed = sentence
        walk.step(offset)
    return walk.links


_NOBODY = frozenset(STRANGERS.values())


class _Walk:
    """One pass over the people, titles and pronouns of a document, in text order."""

    def __init__(
        self, view: View, index: Index, sources: Collection[int], titles: Mapping[int, Title]
    ) -> None:
        self.view, self.sources, self.titles = view, sources, titles
        self.people = {place.start: place for place in reversed(index.places) if _is_one(place.entity)}
        self.genders = {place.entity.id: _gender(place.entity) for place in self.people.values()}
        self.strangers = strangers(view, index)
        self.genders |= {name: gender for gender, name in STRANGERS.items()}
        self.held = {place.entity.id for place in self.people.values() if place.entity.roles}
        self.unnamed = {place.entity.id for place in self.people.values() if place.entity.type == "unnamed"}
        self.salience = Salience()
        self.links: dict[int, str] = {}

    def learn_genders(self, numbered: Iterable[tuple[int, int]]) -> None:
        """Genders that only the pronouns tell: of *his* after a name with nobody else in the sentence.

        `numbered` are offsets with the number of their sentence; two votes and no other are enough.
        """
        votes: dict[str, Counter[Gender]] = defaultdict(Counter)
        seen: set[str] = set()
        last = -1
        for offset, sentence in numbered:
            if sentence != last:
                seen, last = set(), sentence
            place = self.people.get(offset)
            if place is not None:
                seen.add(place.entity.id)
            elif offset in self.titles:
                seen.add(STRANGERS[None])
            elif offset in self.strangers:
                seen.add(STRANGERS[self.strangers[offset][1]])
            elif len(seen) == 1:
                token = self.view.token_at(offset)
                votes[next(iter(seen))].update([PRONOUNS[token.lower_]] if token else [])
        for entity, counts in votes.items():
            if (
                self.genders[entity] is None
                and entity not in _NOBODY
                and len(counts) == 1
                and counts.total() > 1
            ):
                self.genders[entity] = next(iter(counts))

    def step(self, offset: int) -> None:
        """Take in one mention, or link one pronoun or title and take it in as a mention of its person."""
        token = self.view.token_at(offset)
        if token is None:
            return
        place = self.people.get(offset)
        if place is not None:
            found: str | None = place.entity.id
            token = _head(self.view, token, place)
        elif offset in self.strangers:
            token, gender = self.strangers[offset]
            found = STRANGERS[gender]
        elif offset in self.titles:
            found = self.title(offset) or STRANGERS[None]
        else:
            found = self.salience.best(PRONOUNS[token.lower_], self.genders)
        if found is None:
            return
        if place is None and found not in _NOBODY:
            self.links[token.i] = found
        self.salience.add(found, weight(token) + (_SOURCE if offset in self.sources else 0.0))

    def title(self, offset: int) -> str | None:
        """Whom a title means: nobody of whom the text says another office, or it would stand there, and
        nobody who has no name: *the minister* is not the neighbour of the sentence before.
        """
        title = self.titles[offset]
        if title.holder is not None:
            return title.holder
        found = self.salience.holder(title.gender, self.genders)
        if found in self.unnamed or (found in self.held and found not in title.holders):
            return None
        rivals = (self.salience.before.get(other, 0.0) for other in title.holders if other != found)
        return (
            found if self.salience.before.get(found or "", 0.0) >= _RIVALS * max(rivals, default=0) else None
        )


def _is_one(entity: Entity) -> bool:
    """Whether *he* or *she* can stand for it: a person, named or not."""
    singular = lexicon().unnamed
    return entity.type == "person" or (
        entity.type == "unnamed" and any(word in singular for word in entity.name.lower().split())
    )


def _gender(entity: Entity) -> Gender | None:
    return role_gender(entity.name) if entity.type == "unnamed" else entity.gender


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


def _head(view: View, token: Token, place: Place) -> Token:
    """The token of a mention that the sentence hangs it on; `token` is its first."""
    if place.entity.type == "unnamed":
        span = view.doc.char_span(place.start, place.end, alignment_mode="expand")
        return token if span is None else span.root
    while token.dep_ in ("compound", "flat") and token.head.i > token.i and token.head.idx < place.end:
        token = token.head
    return token


def weight(token: Token) -> float:
    """How prominent a mention is by its place in the sentence."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN", "PRON"):
        token = token.head  # of two in one subject neither stands out
    role = token.dep_
    if role == "appos" and token.head.pos_ in ("NOUN", "PROPN"):
        token = described(token)
        role = token.dep_
    if role in ("nsubj", "nsubjpass"):
        return _SUBJECT if token.head.dep_ in ("ROOT", "conj", "parataxis") else _EMBEDDED
    if role == "attr" and any(child.dep_ == "expl" for child in token.head.children):
        return _SUBJECT  # "there is Jane Roe"
    if role in ("dobj", "dative", "obj", "agent"):
        return _OBJECT
    if role == "poss":
        return _SUBJECT_OWNER if token.head.dep_ in ("nsubj", "nsubjpass") else _OWNER
    if role == "pobj" and token.head.lower_ == "for" and _follows(token.head, "as"):
        return _TOPIC  # "As for Jane Roe, she said"
    if role in ("compound", "amod", "nmod"):
        return _PART
    if role == "ROOT":
        return _EMBEDDED
    return _OTHER


def _follows(token: Token, word: str) -> bool:
    return bool(token.i) and token.nbor(-1).lower_ == word
