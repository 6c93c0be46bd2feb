"""An adjective of holding something so: "was confident that", "is ready to", "critical of".

Takes: The minister was confident that the force would hold.
Leaves: The minister was tall and the force was small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import is_infinitive, prepositional, subtree_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "adjective"
TAKES = "The minister was confident that the force would hold."
LEAVES = "The minister was tall and the force was small."
_CLAUSES = frozenset(("ccomp", "xcomp"))
_AUXILIARIES = frozenset(("aux", "auxpass"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_MARKS = frozenset(("that", "whether", "if"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand behind their adjective."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["adjective"]:
        for child in _complements(cue):
            shape = "adjective-infinitive" if is_infinitive(child) else "adjective-clause"
            content = [subtree_span(view, child, after=cue.token.i)]
            yield from propose(view, shape, cue, child, content, source=_holder(cue))
        for word, head in prepositional(cue.after):
            content = [subtree_span(view, head, after=word.i)]
            yield from propose(
                view, "adjective-preposition", cue, head, content, source=_holder(cue), last=word
            )


def _holder(cue: CueToken) -> Token | None:
    """Who "is convinced", where the parser takes the adjective for a passive."""
    near = (
        *cue.before,
        *(word for child in cue.before if child.dep_ in _AUXILIARIES for word in child.lefts),
    )
    return next((child for child in near if child.dep_ in _SUBJECTS), None)


def _complements(cue: CueToken) -> Iterator[Token]:
    """The clauses of the adjective, also where the parser hung them on its copula."""
    for child in cue.after:
        if child.dep_ in _CLAUSES or (
            child.dep_ == "advcl" and any(item.lower_ in _MARKS for item in child.lefts)
        ):
            yield child
    if cue.token.dep_ == "acomp":
        yield from (
            child for child in cue.token.head.rights if child.dep_ == "ccomp" and child.i > cue.token.i
        )
