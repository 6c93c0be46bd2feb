"""A clause and a phrase that says whose word it is: "according to", "in her view", "in a poll", "per".

Takes: According to the ministry, the force is ready.
Leaves: The prizes lay in the hall.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.records import Stance
from coalition_cli.rules.clause import VERBAL, subtree_span, without
from coalition_cli.rules.cues import Cue, CueToken
from coalition_cli.rules.mention import source_span
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed
from coalition_cli.rules.source import source_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "phrase"
TAKES = "According to the ministry, the force is ready."
LEAVES = "The prizes lay in the hall."
_TAKES: dict[str, Stance] = {"clause": "asserts"}
_OPENINGS = re.compile(r"\b(?:according to|per|in|to)\b", re.IGNORECASE)


def find(view: View) -> Iterator[Candidate]:
    """Contents around a phrase that names their source."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for match in _OPENINGS.finditer(view.text):
        token = view.token_at(match.start())
        if token is None:
            continue
        if token.lower_ == "according":
            source = source_token(view, token)
            if source is not None and token.i + 1 < len(view.doc):
                yield from _proposal(view, "according-to", token, token.nbor(), source)
        else:
            yield from _prepositional(view, token)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("cues")["phrases"][name])


def _prepositional(view: View, token: Token) -> Iterator[Proposal]:
    """ "In the view of X", "in X's view", "in a poll", "per X"."""
    noun = next((child for child in token.rights if child.dep_ == "pobj"), None)
    if noun is None:
        return
    if token.lower_ == "per":
        yield from _proposal(view, "per", token, token, noun)
    elif noun.lemma_.lower() in _words("documents"):
        yield from _proposal(view, "in-document", token, token, noun)
    elif noun.lemma_.lower() in _words("views"):
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        if owner is None and of is not None:
            owner = next((child for child in of.rights if child.dep_ == "pobj"), None)
        if owner is not None:
            yield from _proposal(view, "in-view", token, noun, owner)


def _proposal(view: View, shape: str, token: Token, last: Token, source: Token) -> Iterator[Proposal]:
    head = _clause(token)
    span = subtree_span(view, head)
    if span is None:
        return
    edge = max(source.right_edge, last, key=lambda item: item.i)
    end = source_span(view, source)[1] if edge.sent != token.sent else edge.idx + len(edge)
    word = "according to" if shape == "according-to" else token.lower_
    cue = CueToken(token, Cue(word, "verb", _TAKES), None if last == token else last)
    content = without(span, (token.idx, end), view)
    yield from propose(view, shape, cue, head, content, source=source)


def _clause(token: Token) -> Token:
    """The verb of the clause that the phrase stands in."""
    head = token.head
    while head.pos_ not in VERBAL and head.head != head:
        head = head.head
    return head
