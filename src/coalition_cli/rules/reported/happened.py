"""Attributions that a text does not make: "did not say that …", "Has she said that …?", "if he says".

What is not said is nobody's claim. Kept are denials, refusals and doubts ("did not deny that", "did not say
whether", "does not believe that"): they tell where somebody stands, and their stance says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.reported.proposal import Proposal

_CLAUSES = frozenset(("verb-clause", "verb-infinitive", "verb-told"))
_SUPPOSING = frozenset(("if", "unless", "whether"))
_ASKED = frozenset(("advmod", "mark", "attr", "dobj", "nsubj"))


def did_not_happen(one: Proposal) -> bool:
    """Whether a proposal's cue of plain saying is negated, asked about or only supposed."""
    cue = one.cue
    if one.shape not in _CLAUSES or cue.cue.stance(one.shape) != "asserts":
        return False
    if any(child.dep_ == "mark" and child.lower_ in _SUPPOSING for child in cue.before):
        return True
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in cue.before):
        return not _is_question(one.head)
    return _is_asked(cue.before)


def _is_question(verb: Token) -> bool:
    """Whether a clause is one of "whether", "how", "who": not said is then what is left open."""
    return any(
        child.dep_ in _ASKED and (child.tag_ in ("WRB", "WP", "WDT") or child.lower_ in _SUPPOSING)
        for child in verb.lefts
    )


def _is_asked(before: tuple[Token, ...]) -> bool:
    """Whether an auxiliary stands before the subject: "Did the minister say …"."""
    subject = next((child.i for child in before if child.dep_ == "nsubj"), None)
    return subject is not None and any(child.dep_ == "aux" and child.i < subject for child in before)
