"""Speech whose marks are re-opened in the next paragraph belongs to whoever began it.

Takes: He added: “I think so.⏎⏎“I am sure.⏎⏎“It was late.” (one content in three spans)
Leaves: He added: “I think so.⏎⏎“I am sure,” she said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import meet
from coalition_cli.rules.quotation.stretches import reopens, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

_LABEL = re.compile(r"\(|[A-Z][A-Z .'’-]{2,40}:")


def with_reopened(view: View, winners: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, each with the quotations of the paragraphs behind that go on with its own."""
    following = {one.quotation.outer_start: later for one, later in pairwise(stretches(view))}
    taken = [span for one in winners for span in one.content]
    for one in winners:
        further = list(_further(view, one, following, taken))
        joined = (("joined", "re-opened paragraph"),) * len(further)
        yield replace(one, content=(*one.content, *further), evidence=(*one.evidence, *joined))


def _further(
    view: View, one: Candidate, following: dict[int, Stretch], taken: Sequence[Offsets]
) -> Iterator[Offsets]:
    """The quotations behind the last one of a candidate, until marks close or somebody else has the words, by
    another cue or by a label ("ROE: …", "(APPLAUSE)").
    """
    last = view.quotation_at(one.content[-1][1] - 1)
    while last is not None and last.continues:
        stretch = following.get(last.outer_start)
        if stretch is None or not reopens(view, last, stretch):
            return
        last = stretch.quotation
        if any(meet((last.start, last.end), span) for span in taken):
            return
        if _LABEL.match(view.text, last.start):
            return
        yield last.start, last.end
