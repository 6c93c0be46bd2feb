"""Who a pronoun cannot be by its place: "He said Roe had attacked him" is not Roe's, nor is *him* in "Roe saw
him", nor *he* in "Roe, he said, had left".
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.speakers.index import Index

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative")
_OWN_CLAUSES = frozenset(("conj", "parataxis", "cc"))
_INSERTS = frozenset(("parataxis", "ccomp"))
_REFLEXIVES = frozenset(("himself", "herself"))


def bound_apart(index: Index, pronoun: Token) -> frozenset[str]:
    """The ids of those named where `pronoun` would have to stand for them, or *himself* would."""
    names: Iterator[Token]
    if pronoun.dep_ in _SUBJECTS:
        names = itertools.chain(_told(pronoun), _parted(pronoun))
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


def is_parted(name: Token) -> bool:
    """Whether a subject and its verb are parted by who says so: "Roe, he said, had left"."""
    verb = name.head
    inserts = (child for child in verb.lefts if child.dep_ in _INSERTS and name.i < child.i < verb.i)
    return name.dep_ in _SUBJECTS and any(_has_subject(insert) for insert in inserts)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _parted(subject: Token) -> Iterator[Token]:
    """The subject of the clause that a pronoun and its verb stand inside: "Roe, | he said, | had left"."""
    insert = subject.head
    if insert.dep_ in _INSERTS and insert.i < insert.head.i:
        yield from (child for child in insert.head.lefts if child.i < subject.i and is_parted(child))
