"""Plays: what stands between the words of their people and is said by nobody.

Takes: The CLERK leaves. / Beat. (in a talk of CLERK and PAINTER)
Leaves: CLERK, I asked you to stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from coalition_cli.documents.structure.said import SPEECH
from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

_PART = r"(?:[A-Z][A-Z.'’-]* ){1,4}AS [A-Z][A-Z.'’ -]{1,60}"
_CAST = re.compile(rf"{_PART}(?:, {_PART})+\.?")
_WORD = re.compile(r"[^\W\d_]+")


def cast_of(units: Sequence[Unit], labels: Sequence[Label]) -> frozenset[str]:
    """The people of a play: the labels of one word, alone on their lines, where all are in capitals."""
    lines = {units[label.index].text for label in labels}
    alone = all(label.body == len(units[label.index].text) for label in labels)
    return (
        frozenset(lines)
        if alone and all(line.isalpha() and line.isupper() for line in lines)
        else frozenset()
    )


def is_cast(unit: Unit) -> bool:
    """Whether a line in capitals says who plays whom: "ANN POE AS THE CLERK, RAY COX AS THE MAYOR."."""
    return _CAST.fullmatch(unit.text) is not None


def is_direction(units: Sequence[Unit], index: int, cast: Collection[str]) -> bool:
    """Whether a unit below some words tells what people do, or goes on with one that does."""
    unit, above = units[index], units[index - 1]
    if not cast or above.start == above.end:  # no play, or the first line below a label
        return False
    if above.kind is None and not above.closed and unit.text[0].islower():
        return True
    if words().beats.fullmatch(plain(unit.text)):
        return True
    return not SPEECH.search(unit.text) and any(word in cast for word in _WORD.findall(unit.text))
