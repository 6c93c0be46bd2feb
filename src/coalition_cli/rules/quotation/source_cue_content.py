"""The source and its cue, then speech after a colon, a comma, “that” or nothing.

Takes: The minister said: “The plan is real.”
Leaves: The minister chairs the “Friends of the Sea”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "source-cue-content"
TAKES = "The minister said: “The plan is real.”"
LEAVES = "The minister chairs the “Friends of the Sea”."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
