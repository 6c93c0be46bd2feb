"""Speech, then a dash and a name.

Takes: “The plan is real.” — Jo Jones
Leaves: The “plan” — a sketch — fell through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "content-label"
TAKES = "“The plan is real.” — Jo Jones"
LEAVES = "The “plan” — a sketch — fell through."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
