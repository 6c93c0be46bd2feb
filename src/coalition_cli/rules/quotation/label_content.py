"""A name and a colon, then speech.

Takes: Minister Jones: “The plan is real.”
Leaves: Three words: “plan”, “ship” and “sea”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "label-content"
TAKES = "Minister Jones: “The plan is real.”"
LEAVES = "Three words: “plan”, “ship” and “sea”."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
