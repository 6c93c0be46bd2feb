"""A verb whose object is what is said, wanted, supported or opposed.

Takes: The senator endorsed the plan for a naval base.
Leaves: The senator carried the plan home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import token_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "verb-object"
TAKES = "The senator endorsed the plan for a naval base."
LEAVES = "The senator carried the plan home."
_OBJECTS = frozenset(("dobj", "oprd", "attr"))
_CLAUSES = frozenset(("ccomp", "xcomp"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand as the object of their verb."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed. A verb with a clause besides ("told the press that …") has its own rule."""
    for cue in cue_tokens(view)["verb"]:
        if not cue.cue.takes or cue.is_passive or any(child.dep_ in _CLAUSES for child in cue.children):
            continue
        objects = [child for child in cue.after if child.dep_ in _OBJECTS]
        if objects:
            first = max(objects[0].left_edge.i, cue.last + 1)
            span = token_span(view, first, objects[-1].right_edge.i)
            yield from propose(view, ID, cue, objects[0], [span])
