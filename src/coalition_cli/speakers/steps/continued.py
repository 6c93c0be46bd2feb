"""Speech without a source right after the same person's: the speaker of the attribution before.

Takes: “The plan is ready,” Jane Roe said. “It is a good plan.”
Leaves: “The plan is ready,” Jane Roe said. (two paragraphs on, or in a headline) “It is a good plan.”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.cues import has_passive
from coalition_cli.speakers.steps.resolution import Resolution, nobody

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

    Said = tuple[Candidate, Resolution]  # a candidate and its speakers

_NOBODY = nobody("no source in the text")


def _is_passive(view: View, cue: Offsets) -> bool:
    """Whether others name or describe what the content is about: "is known as", "was described as"."""
    return any(token.tag_ == "VBN" and has_passive(token.children) for token in view.tokens(cue))


def continued(view: View, candidate: Candidate, before: Said | None) -> Resolution:
    """Who goes on speaking in `candidate`; `before` is the last attribution that has speakers."""
    if before is None:
        return _NOBODY
    if candidate.cue is not None and _is_passive(view, candidate.cue):
        return nobody("a passive without its agent")
    last, resolution = before
    start, end = last.content[-1][1], candidate.content[0][0]
    if last.form not in ("quotation", "reported") or candidate.form != "quotation" or end < start:
        return _NOBODY
    blocks = [block for block in view.blocks if block.start <= end and block.end >= start]
    if len(blocks) > 2 or any(block.kind == "heading" for block in blocks):
        return _NOBODY
    return Resolution(resolution.speakers, "continued speech", f"goes on after {resolution.detail}")
