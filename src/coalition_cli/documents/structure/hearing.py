"""Hearings of committees: where a header says that one met, a single label is enough.

Takes: Ms. Roe. The meeting will come to order. / Senator Doe. I have no statement. / The Chairwoman. …
Leaves: the same lines without "The committee met, pursuant to notice, …, Hon. Jane Roe presiding."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coalition_cli.documents.structure.said import SPEECH, SPEECH_SHARE, turn_body
from coalition_cli.documents.structure.shapes import Label, is_titled, named
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

FRONT = 40
"""Lines at the top of which one may say that a committee met."""

_LABEL = re.compile(
    r"[*_]{0,2}(?P<name>(?:The )?[A-Z][\w'’-]*\.?(?: (?:[A-Z]\.|[A-Z][\w'’-]+|of|de|van|von)){1,5})"
    r"\.[*_]{0,2}\s+(?=[\"“(\[]?[A-Z])"
)


def is_hearing(units: Sequence[Unit]) -> bool:
    """Whether a line at the top says that a committee met."""
    return any(map(_convenes, units[:FRONT]))


def hearing_labels(units: Sequence[Unit]) -> list[Label]:
    """The labels below the line that says that a committee met; none where no line does."""
    begin = next((index for index, unit in enumerate(units[:FRONT]) if _convenes(unit)), None)
    labels = [] if begin is None else list(_labels(units, begin + 1))
    spoken = sum(SPEECH.search(turn_body(units, label)) is not None for label in labels)
    return labels if spoken >= SPEECH_SHARE * len(labels) else []


def _convenes(unit: Unit) -> bool:
    return words().convened.search(unit.text) is not None


def _labels(units: Sequence[Unit], begin: int) -> Iterator[Label]:
    for index in range(begin, len(units)):
        match = _LABEL.match(units[index].text) if units[index].kind is None else None
        if match and _is_member(match["name"].split()):
            yield named(index, units[index], match)


def _is_member(parts: Sequence[str]) -> bool:
    """Whether words are a title and a name, or an office alone: "Senator Roe", "The Chairwoman".

    A name does not end in an initial or in what may go on behind its full stop: "Sen. John D. Roe".
    """
    last = parts[-1].lower()
    if parts[0] == "The":
        return len(parts) <= 3 and last in words().offices | words().chairs
    return is_titled(parts) and len(last) > 1 and last not in words().after_names | {"st"}
