"""Speech, then its source, then the cue.

Takes: “The plan is real,” the minister told reporters.
Leaves: “The Long Road,” a film about the war, opened in May.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "content-source-cue"
TAKES = "“The plan is real,” the minister told reporters."
LEAVES = "“The Long Road,” a film about the war, opened in May."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
