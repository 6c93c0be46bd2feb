"""Speech, then the cue, then its source: inversions and “according to”.

Takes: “The plan is real,” said the minister. “It is ready.”
Leaves: The minister said: “The plan is real.”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "content-cue-source"
TAKES = "“The plan is real,” said the minister. “It is ready.”"
LEAVES = "The minister said: “The plan is real.”"


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
