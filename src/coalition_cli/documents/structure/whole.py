"""Whether a text with labels is a transcript as a whole, not an article with an excerpt of one.

Takes: Jane Roe: Good morning. / Paul Doe: Good morning. / Jane Roe: Let us begin. / …
Leaves: an article of some paragraphs / Q. Why now? / A. It was time.
"""

from __future__ import annotations

from collections.abc import Sequence

from coalition_cli.documents.structure.labels import Label, is_question_time
from coalition_cli.documents.structure.title import Title
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

SHOUTED = 4
"""Labels in capitals in a script: fewer may be an article's excerpt (chosen by eye)."""


def is_whole(units: Sequence[Unit], labels: Sequence[Label], title: Title | None, *, hearing: bool) -> bool:
    """Whether the turns from the first of `labels` to the last are most of the text, or all that counts.

    `title` is the one that announces a talk, `hearing` whether a committee met.
    """
    if hearing:
        return True
    first, last = labels[0].index, labels[-1].index
    total = sum(unit.words for unit in units)
    before = sum(unit.words for unit in units[:first])
    within = sum(unit.words for unit in units[first : last + 1])
    if title is not None:
        return before < total / 4 or all(label.role != "speaks" for label in labels)
    if before < total / 4 and is_question_time(units, labels):
        # two labels are the whole of it, and the minister's answer may be as long as he likes
        return not any(unit.prose for unit in units[:first])
    if _is_shouted(units, labels):
        return within > total / 3 and before + within > total * 3 / 4
    if before < total / 4 and _is_opened_by_operator(units, labels[0]):
        return True
    return len(labels) >= 3 and before < total / 4 and within > total / 3


def _is_opened_by_operator(units: Sequence[Unit], first: Label) -> bool:
    """Whether an operator's label alone on its line is the first, as in calls."""
    return first.key in words().nameless and first.body == len(units[first.index].text)


def _is_shouted(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    """Whether several labels are in capitals before their words: what stands above may be the page's."""
    turns = [(units[label.index].text, label.body) for label in labels]
    return len(turns) >= SHOUTED and all(
        body < len(line) and line[:body].partition("(")[0].isupper() for line, body in turns
    )
