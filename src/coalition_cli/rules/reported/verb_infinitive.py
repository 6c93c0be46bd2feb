"""A verb with an infinitive or a gerund that says what is promised, wanted, asked or refused.

Takes: Norway vowed to send ships.
Leaves: Norway rose to greet the guests.

With an object between them ("urged Norway to send ships") the object is part of the content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import is_infinitive, prepositional, subtree_span, token_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "verb-infinitive"
TAKES = "Norway vowed to send ships."
LEAVES = "Norway rose to greet the guests."
_TO_WHOM = frozenset(("on", "upon", "with"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand as an infinitive or gerund after their verb."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        for child in cue.after:
            if child.dep_ == "ccomp" and is_infinitive(child):
                yield from propose(view, "verb-told", cue, child, [subtree_span(view, child, after=cue.last)])
            elif child.dep_ == "xcomp" and cue.cue.takes and not cue.is_passive and not cue.seems:
                yield from _open(view, cue, child)


def _open(view: View, cue: CueToken, child: Token) -> Iterator[Proposal]:
    """A complement whose subject stands with the cue."""
    object_ = next((item for item in cue.after if item.dep_ == "dobj" and item.i < child.i), None)
    if object_ is not None:
        first = max(object_.left_edge.i, cue.last + 1)
        yield from propose(view, "verb-told", cue, child, [token_span(view, first, child.right_edge.i)])
        return
    addressee = next((head for word, head in prepositional(cue.after) if word.lower_ in _TO_WHOM), None)
    if addressee is not None and addressee.i < child.i:
        span = token_span(view, addressee.left_edge.i, child.right_edge.i)
        yield from propose(view, "verb-told", cue, child, [span])
        return
    shape = "verb-infinitive" if is_infinitive(child) else "verb-gerund"
    yield from propose(view, shape, cue, child, [subtree_span(view, child, after=cue.last)])
