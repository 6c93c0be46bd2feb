"""Speech without a cue, right behind a sentence about its source.

Takes: The minister shook her head. “We shall never sign such a paper.”
Leaves: The minister chairs the “Friends of the Sea”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "beside-content"
TAKES = "The minister shook her head. “We shall never sign such a paper.”"
LEAVES = "The minister chairs the “Friends of the Sea”."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
