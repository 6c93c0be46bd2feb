"""Who is asked or told is not who says it: "Robertson was asked whether …", "Asked how he felt, Robertson …".

Takes: Robertson was told that it rained. (nobody named is the source)
Leaves: Robertson was asked by a reporter whether it rained. (the reporter is)
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.cues import cue_within

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

_PASSIVE = ("nsubjpass", "auxpass")


def names_addressee(view: View, one: Candidate) -> bool:
    """Whether the source of a candidate is only the one to whom its cue is said."""
    cue = one.cue and cue_within(view, one.cue)
    if not cue or one.source is None or cue.token.lemma_ not in _said_to_somebody():
        return False
    passive = _is_passive(cue.token) or _is_opening(view, one) or _is_inserted(view, one)
    return passive and not _is_agent(cue.token, one.source)


def _is_passive(verb: Token) -> bool:
    """Whether a verb is "was asked", or hangs on a noun or a clause as "asked whether"."""
    children = {child.dep_ for child in verb.children}
    bare = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and children.isdisjoint(("aux", "nsubj"))
    return bare or not children.isdisjoint(_PASSIVE)


def _is_inserted(view: View, one: Candidate) -> bool:
    """Whether nothing but a comma stands between source and cue: "Robertson, asked whether …, said"."""
    assert one.cue is not None
    assert one.source is not None
    return view.text[one.source[1] : one.cue[0]].strip() == ","


def _is_opening(view: View, one: Candidate) -> bool:
    """Whether the cue opens the sentence, with the content behind it and the source behind that."""
    assert one.cue is not None
    assert one.source is not None
    first = view.token_at(one.cue[0])
    opens = first is not None and (first.is_sent_start or (first.i and first.nbor(-1).is_sent_start))
    return bool(opens) and one.cue[1] <= one.content[0][0] and one.content[-1][1] <= one.source[0]


def _is_agent(verb: Token, source: Offsets) -> bool:
    """Whether a source stands behind the *by* of a passive."""
    agents = (child for child in verb.children if child.dep_ == "agent" or child.lower_ == "by")
    return any(
        agent.idx < source[0] <= agent.right_edge.idx + len(agent.right_edge) and source[0] > verb.idx
        for agent in agents
    )


@cache
def _said_to_somebody() -> frozenset[str]:
    return frozenset(load("cues")["said to somebody"])
