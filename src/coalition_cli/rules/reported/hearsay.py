"""A clause that an adverb gives on somebody's word, nobody knows whose: "reportedly", "allegedly".

Takes: The ships were reportedly lost.
Leaves: The ships were quickly lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.clause import VERBAL, subtree_span, without
from coalition_cli.rules.cues import Cue, CueToken
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "hearsay"
TAKES = "The ships were reportedly lost."
LEAVES = "The ships were quickly lost."


def find(view: View) -> Iterator[Candidate]:
    """Contents around an adverb of hearsay."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for match in _adverbs().finditer(view.text):
        token = view.token_at(match.start())
        if token is not None and token.head.pos_ in VERBAL:
            span = subtree_span(view, token.head)
            if span is not None:
                cue = CueToken(token, Cue(token.lower_, "verb", {"clause": "asserts"}))
                content = without(span, (token.idx, token.idx + len(token)), view)
                yield from propose(view, ID, cue, token.head, content, sourceless=True)


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('cues')['adverbs'])})\b", re.IGNORECASE)
