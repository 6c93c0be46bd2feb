"""A clause, then who said it; it may go on behind: "The force, he said, is ready", "as he said".

Takes: The force is ready, the minister said.
Leaves: The force is ready, and the minister slept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import VERBAL, subtree_span, without
from coalition_cli.rules.cues import cue_tokens, subject_among
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "parenthetical"
TAKES = "The force is ready, the minister said."
LEAVES = "The force is ready, and the minister slept."
_COMPLEMENTS = frozenset(("ccomp", "xcomp", "dobj", "acomp", "attr", "oprd"))
_NEAR = 8  # words from the cue to its comma (16: the same in 80 texts of train; 4: worse)


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand before or around their cue."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        token = cue.token
        before = [child for child in cue.before if child.dep_ == "ccomp"]
        for child in before:
            yield from propose(view, ID, cue, child, [subtree_span(view, child, before=token.i)])
        if before or "clause" not in cue.cue.takes or token.head.pos_ not in VERBAL:
            continue
        if token.dep_ == "parataxis":
            yield from propose(view, ID, cue, token.head, _around(view, cue))
        elif token.dep_ == "advcl" and any(child.lower_ == "as" for child in cue.before):
            yield from propose(view, "as-clause", cue, token.head, _around(view, cue))
        elif not any(child.dep_ in _COMPLEMENTS for child in cue.children):
            yield from _between_commas(view, cue)


def _around(view: View, cue: CueToken) -> tuple[Offsets, ...]:
    """The clause that the parser made the cue's governor, without the cue's own words."""
    first, last = cue.token.left_edge, cue.token.right_edge
    span = subtree_span(view, cue.token.head)
    return () if span is None else without(span, (first.idx, last.idx + len(last)), view)


def _between_commas(view: View, cue: CueToken) -> Iterator[Proposal]:
    """ "A, they believe, B", where the parser made neither the complement of the cue."""
    token, doc = cue.token, view.doc
    subject = subject_among(reversed(cue.before))
    if subject is None or subject.left_edge.i == 0 or doc[subject.left_edge.i - 1].text != ",":
        return
    end = token.i + 1
    while end < min(token.i + _NEAR, len(doc)) and not doc[end].is_punct:
        end += 1
    if end < len(doc) and doc[end].text in (",", "."):
        span = subtree_span(view, token.sent.root)
        hole = doc[subject.left_edge.i].idx, doc[end].idx
        if span is not None:
            content = without(span, hole, view)
            yield from propose(view, "between-commas", cue, token.sent.root, content, source=subject)
