"""A clause and "according to" whom.

Takes: According to the ministry, the force is ready.
Leaves: The prizes were ranked according to size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import subtree_span, without
from coalition_cli.rules.cues import Cue, CueToken
from coalition_cli.rules.reported.proposal import Proposal, propose, weighed
from coalition_cli.rules.source import source_span, source_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "according-to"
TAKES = "According to the ministry, the force is ready."
LEAVES = "The prizes were ranked according to size."
_CUE = Cue("according to", "verb", {"clause": "asserts"})
_VERBAL = frozenset(("VERB", "AUX"))


def find(view: View) -> Iterator[Candidate]:
    """Contents around "according to" and its source."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    start = view.text.lower().find("according to ")
    while start != -1:
        token = view.token_at(start)
        source = None if token is None else source_token(view, token)
        if token is not None and source is not None:
            yield from _proposal(view, token, source)
        start = view.text.lower().find("according to ", start + 1)


def _proposal(view: View, token: Token, source: Token) -> Iterator[Proposal]:
    head = _clause(token)
    span = subtree_span(view, head)
    if span is None:
        return
    last = source.right_edge
    end = max(source_span(view, source)[1], last.idx + len(last) if last.sent == token.sent else 0)
    cue = CueToken(token, _CUE)
    content = without(span, (token.idx, end), view)
    yield from propose(view, ID, cue, head, content, source=source, last=token.nbor())


def _clause(token: Token) -> Token:
    """The verb of the clause that the phrase stands in."""
    head = token.head
    while head.pos_ not in _VERBAL and head.head != head:
        head = head.head
    return head
