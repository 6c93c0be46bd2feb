"""A transcript's turn, or a paragraph of remarks: the whole block is what its speaker says.

Takes: the paragraphs of “Q. Will you go?”, “We shall go.”, “Q. When?”
Leaves: The plan is real.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.view import TURNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.view import View

ID = "turn"
TAKES = "Q. Will you go?\n\nWe shall go.\n\nQ. When?"
LEAVES = "The plan is real."
SCORE = 0.97  # by eye: no corpus at hand has transcripts; all of the seeds' are right


def find(view: View) -> Iterator[Candidate]:
    """One candidate a block of speech."""
    for block in view.blocks:
        if block.kind in TURNS:
            yield Candidate(
                content=((block.start, block.end),),
                cue=None,
                source=block.source,
                form="turn",
                origin=f"rule:{ID}",
                score=SCORE,
                evidence=(("block", f"stands in a block of kind {block.kind}"),),
            )
