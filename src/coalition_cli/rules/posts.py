"""A social post embedded in a text: the whole block is what the one who signed it says.

Takes: a paragraph followed by “— Jo Jones (@jojones) May 1, 2025”.
Leaves: a paragraph of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.view import View

ID = "post"
TAKES = "We sail today.\n— Jo Jones (@jojones) May 1, 2025"
LEAVES = "We sail today."
SCORE = 0.97  # by eye: no corpus at hand has posts; all of the seeds' are right


def find(view: View) -> Iterator[Candidate]:
    """One candidate a post."""
    for block in view.blocks:
        if block.kind == "post":
            yield Candidate(
                content=((block.start, block.end),),
                cue=None,
                source=block.source,
                form="post",
                origin=f"rule:{ID}",
                score=SCORE,
                evidence=(("block", "stands in an embedded post"),),
            )
