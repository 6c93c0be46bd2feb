"""A verb of saying or thinking with a clause after it: with "that", bare, or a question.

Takes: The minister said that the force was ready.
Leaves: The minister saw the ship that sank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import is_infinitive, subtree_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose, weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "verb-clause"
TAKES = "The minister said that the force was ready."
LEAVES = "The minister saw the ship that sank."
_QUESTIONS = frozenset(("if", "whether"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand as a clause after their verb."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        for child in cue.after:
            if (child.dep_ == "ccomp" and not is_infinitive(child)) or _is_question(cue, child):
                yield from propose(view, ID, cue, child, [subtree_span(view, child, after=cue.last)])


def _is_question(cue: CueToken, child: Token) -> bool:
    """Whether the parser took a question for a condition: "asked if the force was ready"."""
    if child.dep_ != "advcl" or "question" not in cue.cue.takes:
        return False
    return any(item.dep_ == "mark" and item.lower_ in _QUESTIONS for item in child.lefts)
