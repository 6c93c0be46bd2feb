"""Who a pronoun cannot be by its place: "He said Roe had attacked him" is not Roe's, nor is *him* in "Roe saw
him".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.speakers.index import Index

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative")
_OWN_CLAUSES = frozenset(("conj", "parataxis", "cc"))
_REFLEXIVES = frozenset(("himself", "herself"))


def bound_apart(index: Index, pronoun: Token) -> frozenset[str]:
    """The ids of those named where `pronoun` would have to stand for them, or *himself* would."""
    if pronoun.dep_ in _SUBJECTS:
        names = _told(pronoun)
    elif pronoun.dep_ in _OBJECTS and pronoun.lower_ not in _REFLEXIVES:
        names = (child for child in pronoun.head.children if child.dep_ in _SUBJECTS)
    else:
        return frozenset()
    return frozenset(place.entity.id for token in names for place in index.at(token.idx))


def _told(subject: Token) -> Iterator[Token]:
    """The words behind a subject that its verb governs: what he said, whom he saw."""
    for child in subject.head.rights:
        if child.dep_ not in _OWN_CLAUSES and child.i > subject.i:
            yield from (token for token in child.subtree if token.i > subject.i)
