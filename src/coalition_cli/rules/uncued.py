"""What has been found, and quotations added to it that no cue gives to anybody.

Takes: a paragraph in marks that nothing has, or only a find less likely than not, which then gives way.
Leaves: one that an attribution has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import meet
from coalition_cli.rules.reopened import with_reopened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.documents.marks import Quotation
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

LEAST = 0.5
"""How sure an attribution must be to count: by eye, the confidence that the commands ask for."""


def is_free(quotation: Quotation, found: Sequence[Candidate]) -> bool:
    """Whether no attribution that counts has a part of a quotation."""
    words = [(quotation.start, quotation.end)]
    return not any(_overlap(words, one.content) for one in found if one.score >= LEAST)


def with_uncued(view: View, found: Sequence[Candidate], further: Sequence[Candidate]) -> list[Candidate]:
    """What was found and what is added to it, with the paragraphs that go on with it, in text order."""
    if not further:
        return list(found)
    sure = [one for one in found if one.score >= LEAST]
    unsure = [one for one in found if one.score < LEAST]
    joined = list(with_reopened(view, [*sure, *further]))
    kept = [
        one for one in unsure if not any(_overlap(one.content, new.content) for new in joined[len(sure) :])
    ]
    return sorted([*joined, *kept], key=lambda one: (one.content, one.form))


def _overlap(some: Sequence[Offsets], others: Sequence[Offsets]) -> bool:
    return any(meet(one, other) for one in some for other in others)
