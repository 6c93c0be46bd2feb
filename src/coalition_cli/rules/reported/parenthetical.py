"""A clause, then who said it; it may go on behind: "The force, he said, is ready."

Takes: The force is ready, the minister said.
Leaves: The force is ready, and the minister slept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import subtree_span, without
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose, weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "parenthetical"
TAKES = "The force is ready, the minister said."
LEAVES = "The force is ready, and the minister slept."
_VERBAL = frozenset(("VERB", "AUX"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand before or around their cue."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        token = cue.token
        for child in cue.before:
            if child.dep_ == "ccomp":
                yield from propose(view, ID, cue, child, [subtree_span(view, child, before=token.i)])
        if token.dep_ == "parataxis" and cue.cue.takes and token.head.pos_ in _VERBAL:
            yield from propose(view, ID, cue, token.head, _around(view, cue))


def _around(view: View, cue: CueToken) -> tuple[Offsets, ...]:
    """The clause that the parser made the cue's governor, without the cue's own words."""
    first, last = cue.token.left_edge, cue.token.right_edge
    span = subtree_span(view, cue.token.head)
    return () if span is None else without(span, (first.idx, last.idx + len(last)), view)
