"""A verb of saying or thinking with a clause after it: with "that", bare, or a question.

Takes: The minister said that the force was ready.
Leaves: The minister saw the ship that sank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import is_infinitive, subtree_span
from coalition_cli.rules.cues import cue_of, cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "verb-clause"
TAKES = "The minister said that the force was ready."
LEAVES = "The minister saw the ship that sank."
_ADJUNCTS = frozenset(("prep", "npadvmod"))
_QUESTIONS = frozenset(("if", "whether"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand as a clause after their verb."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        for child in cue.after:
            if (child.dep_ == "ccomp" and not is_infinitive(child)) or _is_question(cue, child):
                span = subtree_span(view, child, after=_time_behind(cue, child), before=_next_cue(child))
                yield from propose(view, ID, cue, child, [span])


def _time_behind(cue: CueToken, verb: Token) -> int:
    """The last word of the cue, or of the time right behind it: "said on Friday it was over"."""
    for child in verb.lefts:
        if child.left_edge.i == cue.last + 1 and child.dep_ in _ADJUNCTS and _is_time(child):
            return child.right_edge.i
    return cue.last


def _is_time(adjunct: Token) -> bool:
    return any(token.ent_type_ == "DATE" for token in (adjunct, *adjunct.rights))


def _next_cue(verb: Token) -> int | None:
    """Where the next thing said begins that the parser hung on this one: ", adding that …", ", citing …"."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.left_edge.nbor(-1).text == ",":
            found = cue_of(child)
            if found is not None and found.cue.stance() == "asserts":
                return child.left_edge.i
    return None


def _is_question(cue: CueToken, child: Token) -> bool:
    """Whether the parser took a question for a condition: "asked if the force was ready"."""
    if child.dep_ != "advcl" or "question" not in cue.cue.takes:
        return False
    return any(item.dep_ == "mark" and item.lower_ in _QUESTIONS for item in child.lefts)
