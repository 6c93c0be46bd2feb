"""A verb whose preposition brings what is said or wanted: "called for", "warned of", "complained about".

Takes: The unions called for a new law.
Leaves: The unions met for a new song.

With an object ("accused him of fraud", "described it as a farce") the object is part of the content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import prepositional, subtree_span, token_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "verb-preposition"
TAKES = "The unions called for a new law."
LEAVES = "The unions met for a new song."


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand behind the preposition of their verb."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        if not cue.cue.takes or cue.is_passive:
            continue
        object_ = next((child for child in cue.after if child.dep_ == "dobj"), None)
        for word, head in prepositional(cue.after):
            shape = ID if head.dep_ == "pobj" else "verb-preposition-clause"
            content = [subtree_span(view, head, after=word.i)]
            yield from propose(view, shape, cue, head, content, last=word)
            if object_ is not None and object_.i < word.i:
                content = [token_span(view, max(object_.left_edge.i, cue.last + 1), head.right_edge.i)]
                yield from propose(view, "verb-object-preposition", cue, head, content, last=word)
