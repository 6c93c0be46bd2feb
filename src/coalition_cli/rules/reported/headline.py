"""A headline that names who says it and then what: a name, a colon, the claim.

Takes: Maria Lopez: We must save the harbour
Leaves: Breaking: We must save the harbour
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.clause import VERBAL, token_span
from coalition_cli.rules.cues import Cue, CueToken
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed
from coalition_cli.rules.topic import is_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "headline"
TAKES = "Maria Lopez: We must save the harbour"
LEAVES = "Breaking: We must save the harbour"
_LONGEST = 160  # characters (320: the same in 80 texts of train; 80: worse)
_LABEL = 6  # words (12: the same in 80 texts of train; 3: worse)
_KINDS = frozenset(("heading", "paragraph"))
_CUE = Cue(":", "verb", {"quotation": "asserts"})


def find(view: View) -> Iterator[Candidate]:
    """Contents behind the colon of a headline."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for block in view.blocks:
        if (
            block.kind in _KINDS
            and block.end - block.start < _LONGEST
            and ":" in view.text[block.start : block.end]
        ):
            yield from _proposal(view, block)


def _proposal(view: View, block: Block) -> Iterator[Proposal]:
    first, last = view.token_at(block.start), view.token_at(block.end - 1)
    if first is None or last is None or is_topic(view.text, first.idx + len(first) + 1):
        return
    for index in range(first.i + 1, min(first.i + _LABEL, last.i)):
        colon = view.doc[index]
        if colon.text == ":":
            head = _name(view.doc[index - 1])
            if head is not None and any(word.pos_ in VERBAL for word in view.doc[index : last.i + 1]):
                content = [token_span(view, index + 1, last.i)]
                yield from propose(
                    view, ID, CueToken(colon, _CUE), view.doc[last.i - 1], content, source=head
                )
            return


def _name(last: Token) -> Token | None:
    """The last word of a label that is a name or a document."""
    if last.pos_ == "PROPN" or last.ent_type_ or last.lemma_.lower() in _documents():
        return last
    return None


@cache
def _documents() -> frozenset[str]:
    return frozenset(load("cues")["phrases"]["documents"])
