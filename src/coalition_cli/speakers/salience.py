"""How prominent people are at a point of a text, in the spirit of Lappin and Leass (1994): weights for the
grammatical place of each mention, halved from sentence to sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalition_cli.speakers.binding import is_parted
from coalition_cli.speakers.roles import described
from coalition_cli.speakers.words import Gender

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from spacy.tokens import Token

# Chosen on the tuning part of benchmarks/resolution.py; moving one by a fifth moves no total by a point.
_TOPIC = 1.6  # "As for Jane Roe, she said"
_SUBJECT = 1.0
_EMBEDDED = 0.7  # subject of a clause inside another
_OBJECT = 0.5
_SUBJECT_OWNER = 0.55  # "Jane Roe's decision came after she"
_OTHER = 0.4
_OWNER = 0.3
_PART = 0.15  # "the Roe campaign"
SOURCE = 0.6  # added where the mention is the source of an attribution
_UNKNOWN = 0.7  # factor for a person whose gender nothing tells
_DECAY = 0.4
_MARGIN = 1.5  # how many times the next one's weight the best one needs; the widest that answers 90%
_FLOOR = 0.1  # below it nobody has been named for three sentences
_TITLE_MARGIN = 2.0  # the same two for a title, which says less of whom it means
_TITLE_FLOOR = 0.35


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

    def best(
        self, gender: Gender, genders: Mapping[str, Gender | None], but: Collection[str] = ()
    ) -> str | None:
        """The one who agrees and stands out; None where two are close or nobody is near.

        Those in `but` are not meant, whatever they weigh.
        """
        return _first(
            {
                entity: self.of(entity) * (1.0 if genders[entity] else _UNKNOWN)
                for entity in {**self.before, **self.here}
                if genders[entity] in (None, gender) and entity not in but
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


def weight(token: Token) -> float:
    """How prominent a mention is by its place in the sentence."""
    while token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN", "PRON"):
        token = token.head  # of two in one subject neither stands out
    role = token.dep_
    if role == "appos" and token.head.pos_ in ("NOUN", "PROPN"):
        token = described(token)
        role = token.dep_
    if role in ("nsubj", "nsubjpass"):
        is_main = token.head.dep_ in ("ROOT", "conj", "parataxis") and not is_parted(token)
        return _SUBJECT if is_main else _EMBEDDED
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
