"""Calls in bullets: a name alone in its own bullet, above the bullets of what its bearer says.

Takes: • Operator / • Welcome to the call. / • Jane Roe / • Thanks. I am Jane Roe.
Leaves: • Jane Roe / • Roe has sailed since she was four. / • Paul Doe / … (profiles, and no operator)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from coalition_cli.documents.structure.alone import standing_labels
from coalition_cli.documents.structure.cuts import cut
from coalition_cli.documents.structure.people import by_person
from coalition_cli.documents.structure.said import SPEECH_SHARE, is_spoken
from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words


def find_bulleted(units: Sequence[Unit]) -> list[Label]:
    """The labels of a call in bullets, which are left out of it then; none where the evidence is thin.

    Somebody whom nobody names, an operator, is among those who speak; everybody else is introduced or comes
    back.
    """
    bare = [replace(unit, text=unit.bare, start=unit.end - len(unit.bare)) for unit in units]
    labels, _ = by_person(label for label in standing_labels(bare) if _is_bulleted(units, label))
    labels = [label for label in labels if label.source is None or _is_known(bare, labels, label)]
    if not _enough(bare, labels):
        return []
    for unit in units[labels[0].index :]:
        cut(unit, len(unit.text) - len(unit.bare))
    return labels


def _is_bulleted(units: Sequence[Unit], label: Label) -> bool:
    """Whether a label and what stands below it are bullets."""
    return all(unit.bullet for unit in units[label.index : label.index + 2])


def _is_known(units: Sequence[Unit], labels: Collection[Label], label: Label) -> bool:
    """Whether somebody says the name that a label gives, or the label comes back."""
    name = units[label.index].text
    said = any(name in unit.text and name != unit.text for unit in units)
    return said or Counter(one.key for one in labels)[label.key] > 1


def _enough(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    """Whether an operator and somebody else speak."""
    keys = {label.key for label in labels}
    spoken = sum(is_spoken(units, label) for label in labels)
    return len(keys) > 1 and not keys.isdisjoint(words().nameless) and spoken >= SPEECH_SHARE * len(labels)
