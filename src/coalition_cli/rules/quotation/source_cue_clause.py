"""The source and its cue, then a clause or phrase that is partly in quotation marks.

Takes: The minister said the plan was “real and substantial” on Monday.
Leaves: The minister chairs the “Friends of the Sea”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.utterances import framed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "source-cue-clause"
TAKES = "The minister said the plan was “real and substantial” on Monday."
LEAVES = "The minister chairs the “Friends of the Sea”."


def find(view: View) -> Iterator[Candidate]:
    """Every utterance of this order."""
    return framed(view, ID)
