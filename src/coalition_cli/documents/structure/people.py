"""One key for the labels of one person: "Jane Roe, MD:", "Ms. Roe:", "Roe:".

Takes: Jane Roe: / Roe: (one person)
Leaves: Jane Roe: / Paul Roe: / Roe: (whose the last is cannot be told)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.words import words


def by_person(labels: Iterable[Label], lone: Iterable[Label] = ()) -> tuple[list[Label], list[Label]]:
    """The labels with one key for each person, and the lone words that are nobody's.

    A surname, with or without a title, and a first name are the person's whose full name ends or begins
    with it, where just one label's does; initials the person's behind whose name they stand.
    """
    known = list(labels)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for label in known:
        person = _person(label)
        if len(person) > 1:
            for part in (person[0], person[-1], *label.initials.split()):
                owners[part].add(_full(person))
    for label in known:
        person = _person(label)
        if len(person) == 1 and label.key != person[0] and not owners[person[0]]:
            owners[person[0]].add(label.key)
    taken: list[Label] = []
    nobodys: list[Label] = []
    for label in lone:
        (taken if len(owners.get(label.key, ())) == 1 else nobodys).append(label)
    keyed = [replace(label, key=_key_of_person(label, owners)) for label in (*known, *taken)]
    return sorted(keyed, key=lambda label: label.index), nobodys


def _person(label: Label) -> tuple[str, ...]:
    """The words of the name in a label's key; none for an office."""
    return _bare(label.key) if label.source else ()


@lru_cache(maxsize=1024)
def _bare(key: str) -> tuple[str, ...]:
    """The words of a key without titles before the name and degrees after it."""
    if key in words().roles:
        return ()
    titles = words().titles | words().courtesies | {"the"}
    parts = [part.rstrip(".") for part in key.split()]
    while parts and parts[0] in titles:
        del parts[0]
    while len(parts) > 1 and parts[-1] in words().after_names:
        del parts[-1]
    return () if any(part in ("of", "for", "and", "the") for part in parts) else tuple(parts)


def _full(person: Sequence[str]) -> str:
    """The key of a full name: the first and the last of its words, so that an initial is no other person."""
    return f"{person[0]} {person[-1]}"


def _key_of_person(label: Label, owners: dict[str, set[str]]) -> str:
    """The key of the person whom a label names."""
    person = _person(label)
    if len(person) > 1:
        return _full(person)
    owner = owners.get(person[0], set()) if person else set()
    return next(iter(owner)) if len(owner) == 1 else label.key
