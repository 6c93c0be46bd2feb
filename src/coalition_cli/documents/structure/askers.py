"""Askers whom nobody names: labels that give a role are their turns' sources, "Q" is none.

Takes: INTERVIEWER: Were you afraid?
Leaves: QUESTION: Were you afraid?
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coalition_cli.documents.structure.shapes import NUMBER, Label, name_key
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words


def asks_by_role(label: str) -> bool:
    """Whether a label gives the role of one who asks and no name: "INTERVIEWER", "Caller 2"."""
    return NUMBER.sub("", name_key(label)) in words().asking_roles


def with_role(units: Sequence[Unit], label: Label) -> Label:
    """A label with its role as its source, where it is an asker's."""
    if label.role != "asks" or label.source or label.key not in words().asking_roles:
        return label
    unit = units[label.index]
    match = re.search(rf"\b{re.escape(label.key)}\b", unit.text[: label.body], re.IGNORECASE)
    return replace(label, source=(unit.start + match.start(), unit.start + match.end())) if match else label
