"""Speech without a cue, right behind a sentence about its source.

Takes: She laughed. “I do not know. Ask my lawyer.”
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
TAKES = "She laughed. “I do not know. Ask my lawyer.”"
LEAVES = "The minister chairs the “Friends of the Sea”."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
