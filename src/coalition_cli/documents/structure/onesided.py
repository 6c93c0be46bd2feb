"""Talks in which but one person's label stands: his answers below unlabelled questions, or readers' places.

Takes: Was it cold? / Jane Roe: Very cold. / Were you alone? / Jane Roe: I was. / …
Leaves: Is it safe? / Verdict: It is. / Is it cheap? / Verdict: It is not. / … (nobody's name)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from coalition_cli.documents.structure.names import given_names, is_name_like
from coalition_cli.documents.structure.said import asks
from coalition_cli.documents.structure.shapes import Label, place_labels
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

FEWEST = 3
"""Answers below questions, or turns in all of a chat whose page calls it one (chosen by eye)."""
MOSTLY = 0.8
"""The least share of answers that stand right below a question (chosen by eye)."""


def find_one_sided(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels of a talk with the one whose label comes back, and of those who ask him.

    `labels` are all that may name somebody. What asks is nobody's.
    """
    counts = Counter(label.key for label in labels)
    if not counts:
        return []
    key, count = counts.most_common(1)[0]
    answers = sorted((label for label in labels if label.key == key), key=lambda label: label.index)
    if count < 2 or not _is_named_above(units, answers):
        return []
    return _below_questions(units, answers, counts) or _among_places(units, answers, labels)


def _is_named_above(units: Sequence[Unit], answers: Sequence[Label]) -> bool:
    """Whether what stands above the first answer gives the full name."""
    parts = answers[0].key.split()
    above = (unit.text for unit in units[: answers[0].index])
    full = (one for text in above for one in _full_names(text))
    return any(name.casefold().split()[-1] == parts[-1] for name in full)


def _full_names(text: str) -> Iterator[str]:
    """Every two neighbouring words of a text that may be a first and a last name."""
    parts = [part.strip(".,:;()[]*_#\"“”'‘’") for part in text.split()]
    pairs = (f"{one} {other}" for one, other in pairwise(parts))
    return (pair for pair in pairs if is_name_like(pair))


def _below_questions(units: Sequence[Unit], answers: Sequence[Label], counts: Counter[str]) -> list[Label]:
    """The answers and the lines above them, where those ask and no other label comes back."""
    above = [label.index - 1 for label in answers]
    taken = {label.index for label in answers}
    asked = [index for index in above if units[index].kind is None and asks(units[index].text)]
    if len(asked) < max(FEWEST, MOSTLY * len(answers)) or taken.intersection(asked) or len(counts) > 1:
        return []
    questions = [Label(index, 0, None, "question", "asks") for index in asked]
    return sorted((*questions, *answers), key=lambda label: label.index)


def _among_places(units: Sequence[Unit], answers: Sequence[Label], labels: Sequence[Label]) -> list[Label]:
    """The answers and the labels of readers by the places from which they write.

    The page calls itself a chat, or two readers give a town and a state. Every reader is answered.
    """
    own = {label.index for label in answers}
    first = answers[0].index
    readers = [one for one in place_labels(units) if one.index not in own and not _is_person(one)]
    readers = [replace(one, source=None) for one in readers if first <= one.index]
    called = any(words().chats.search(unit.text) for unit in units[:first])
    stated = len({one.key for one in readers if "," in one.key}) >= 2
    others = {label.index for label in labels} - own - {one.index for one in readers}
    if others or not readers or not (called or stated):
        return []
    talk = sorted((*answers, *readers), key=lambda label: label.index)
    return talk if len(talk) >= FEWEST else []


def _is_person(label: Label) -> bool:
    """Whether a label begins with a given name."""
    return label.key.split()[0].strip(",") in given_names()
