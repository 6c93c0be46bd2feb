"""Who is asked or told is not who says it: "Robertson was asked whether …", "Asked how he felt, Robertson …",
"The court heard that …".

Takes: Robertson was told that it rained. (nobody named is the source)
Leaves: Robertson was asked by a reporter whether it rained. (the reporter is)
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.cues import cue_within, has_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View


def names_addressee(view: View, one: Candidate) -> bool:
    """Whether the source of a candidate is only the one to whom its cue is said."""
    if one.cue is None or one.source is None:
        return False
    cue = cue_within(view, one.cue)
    if cue is None:
        return False
    if _is_heard(view, cue.token, one.source):
        return True
    if cue.token.lemma_ not in _words("said to somebody"):
        return False
    inserted = view.text[one.source[1] : one.cue[0]].strip() == ","  # "Robertson, asked whether …, said"
    passive = inserted or is_passive(cue.token) or _is_opening(view, one.cue, one.content, one.source)
    return passive and not _is_agent(cue.token, one.source)


def hears(view: View, cue: Offsets, span: Offsets) -> bool:
    """Whether a span is only the one to whom a cue is said: "Dahl told | reporters"."""
    words = view.doc.char_span(*span, alignment_mode="expand")
    verb = cue_within(view, cue)
    if words is None or verb is None or verb.token.lemma_ not in _words("said to somebody"):
        return False
    return words.root.dep_ in ("nsubjpass", "dobj", "dative") and words.root.head == verb.token


def _is_heard(view: View, verb: Token, source: Offsets) -> bool:
    """Whether a court hears it: "The court heard he was late", "… and told detectives that he was ill"."""
    while verb.dep_ == "conj" and verb.lemma_ != "hear":
        verb = verb.head
    words = view.text[slice(*source)].lower().split()
    return verb.lemma_ == "hear" and not _words("hearers").isdisjoint(words)


def is_passive(verb: Token) -> bool:
    """Whether a verb is "was asked", joins one that is, or hangs on a noun or a clause as "asked whether"."""
    children = {child.dep_ for child in verb.children}
    own = children.isdisjoint(("aux", "nsubj"))
    bare = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and own
    joined = verb.dep_ == "conj" and own and has_passive(verb.head.children)
    return bare or joined or has_passive(verb.children)


def _is_opening(view: View, cue: Offsets, content: Sequence[Offsets], source: Offsets) -> bool:
    """Whether the cue opens the sentence, with the content behind it and the source behind that."""
    first = view.token_at(cue[0])
    opens = first is not None and (first.is_sent_start or (first.i and first.nbor(-1).is_sent_start))
    return bool(opens) and cue[1] <= content[0][0] and content[-1][1] <= source[0]


def _is_agent(verb: Token, source: Offsets) -> bool:
    """Whether a source stands behind the *by* of a passive."""
    agents = (child for child in verb.children if child.dep_ == "agent" or child.lower_ == "by")
    return any(
        agent.idx < source[0] <= agent.right_edge.idx + len(agent.right_edge) and source[0] > verb.idx
        for agent in agents
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("cues")[key])
