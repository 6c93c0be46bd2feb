"""A noun of saying, thinking or wanting with what it is about: "his claim that", "a plan to", "support for".

Takes: The senator defended his claim that the ships were lost.
Leaves: The senator read the book that the ships carried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import VERBAL, is_infinitive, prepositional, subtree_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "noun"
TAKES = "The senator defended his claim that the ships were lost."
LEAVES = "The senator read the book that the ships carried."
_CLAUSES = frozenset(("acl", "ccomp"))
_MARKS = frozenset(("that", "whether", "if"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand behind their noun."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["noun"]:
        yield from _clauses(view, cue)
        for word, head in prepositional(cue.after):
            content = [subtree_span(view, head, after=word.i)]
            yield from propose(view, "noun-preposition", cue, head, content, last=word)
        if cue.token.dep_ == "nsubj" and cue.token.head.lemma_ == "be":
            yield from _equation(view, cue, cue.token.head)


def _clauses(view: View, cue: CueToken) -> Iterator[Proposal]:
    """The clause or infinitive that hangs on the noun."""
    for child in cue.after:
        if child.dep_ not in _CLAUSES or child.pos_ not in VERBAL:
            continue
        content = [subtree_span(view, child, after=cue.token.i)]
        if is_infinitive(child):
            yield from propose(view, "noun-infinitive", cue, child, content)
        elif child.dep_ == "ccomp" or any(item.lower_ in _MARKS for item in child.lefts):
            yield from propose(view, "noun-clause", cue, child, content)


def _equation(view: View, cue: CueToken, verb: Token) -> Iterator[Proposal]:
    """The clause that the noun is said to be: "The claim is that …"."""
    for child in verb.rights:
        if child.dep_ == "ccomp":
            yield from propose(view, "noun-clause", cue, child, [subtree_span(view, child, after=verb.i)])
