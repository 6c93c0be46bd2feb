"""What stands under a label: the words of a turn, and whether they are said to somebody.

Takes: Where do you sail? (a question), I do not know. (of oneself)
Leaves: Rain, then sun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.furniture import is_note
from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

SPEECH_SHARE = 0.4
"""The least share of labelled turns that hold a first or second person or a question: lists of results and
profiles hold none, the transcripts in PolNeAR's train part and the seeds two thirds and more."""

EXCERPT = 20
"""Turns of an excerpt: in a longer talk somebody speaks twice."""

SPEECH = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|[Mm]e|[Uu]s)\b|\?")
"""A first or second person, or a question."""
OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y)\b")
"""A first person singular."""
ENDS = (".", "!", "?", "…", "—", "–", "-")
SHUT = "\"”'’*_) "
"""What may stand behind the mark that ends a sentence."""


def turn_body(units: Sequence[Unit], label: Label) -> str:
    """The words of a labelled turn; those of the next unit where the label stands alone or beside a note."""
    unit = units[label.index]
    if label.body < len(unit.text) and not is_note(unit.text[label.body :]):
        return unit.text[label.body :]
    below = label.index + label.lines
    return units[below].text if below < len(units) else ""


def is_spoken(units: Sequence[Unit], label: Label) -> bool:
    """Whether a labelled turn is said to somebody, or a direction beside its label calls it a recording."""
    unit, body = units[label.index], turn_body(units, label)
    noted = label.body < len(unit.text) and not unit.text.endswith(body)
    recorded = noted and words().stage.search(unit.text, label.body) is not None
    return SPEECH.search(body) is not None or (recorded and body.rstrip(SHUT).endswith(ENDS))


def asks(body: str) -> bool:
    """Whether a turn ends in a question."""
    return body.rstrip(SHUT).endswith("?")


def tells_of_bearer(body: str, label: Label) -> bool:
    """Whether words under a label are told of its bearer: they begin with his name, and no one speaks."""
    opening = [part.strip(".,'’").casefold() for part in body.split()[:3]]
    return label.key.split()[-1] in opening and SPEECH.search(body) is None


def speaks_up(body: str) -> bool:
    """Whether a sentence is one person's to another: a question, a greeting, or of himself."""
    if not body.rstrip(SHUT).endswith(ENDS):
        return False
    return asks(body) or bool(OWN.search(body)) or bool(words().greetings.fullmatch(plain(body)))
