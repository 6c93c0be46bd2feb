"""Attributions that a text does not make: "did not say that …", "if he says", "must say", "met to discuss".

What is not said is nobody's claim. Kept are denials, refusals and doubts ("did not deny that", "did not say
whether", "does not believe that"): they tell where somebody stands, and their stance says so.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.clause import VERBAL
from coalition_cli.rules.cues import subject_among

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.cues import CueToken

_ASKED = frozenset(("advmod", "mark", "attr", "dobj", "nsubj"))
_ACCUSING = frozenset(("agent", "aux", "auxpass"))
_PRESENT = frozenset(("VB", "VBP", "VBZ", "MD"))


@cache
def _words(key: str) -> frozenset[str]:
    """One of the word lists of `unsaid` in the cue lexicon."""
    return frozenset(load("cues")["unsaid"][key])


def is_to_come(cue: Token) -> bool:
    """Whether a verb is only called for, or what a meeting is for: "needs to support", "will discuss".

    What was done is not: "had to admit that".
    """
    helpers = {child.lower_ for child in cue.lefts if child.dep_ == "aux"}
    if not helpers.isdisjoint(_words("duties")):
        return True
    if not helpers.isdisjoint(_words("future")) and cue.lemma_ in _words("talks"):
        return True
    if "to" not in helpers or cue.tag_ != "VB":
        return False
    above = cue.head
    if cue.dep_ == "xcomp" and above.lemma_ in _words("needs"):
        return above.tag_ in _PRESENT
    return cue.dep_ in ("advcl", "acl") and cue.lemma_ in _words("talks")


def is_open(cue: CueToken) -> bool:
    """Whether a cue before its content is only supposed or asked about: "if he wants", "Does he believe …?".

    Of 269 such verbs of opinion and will in PolNeAR train 37 were marked as attributions.
    """
    return _is_supposed(cue.before) or _is_asked(cue)


def is_charged(verb: Token) -> bool:
    """Whether a participle only tells what somebody stands in court for: "a man accused of murder"; not with
    those who accuse him: "accused of theft by the mayor".
    """
    if verb.lemma_ not in _words("charges") or verb.tag_ != "VBN" or verb.dep_ != "acl":
        return False
    return all(child.dep_ not in _ACCUSING and child.lower_ != "by" for child in verb.children)


def is_unsaid(cue: CueToken, shape: str, content: Token) -> bool:
    """Whether a cue is one of plain saying, and negated, untrue, or nobody's.

    `shape` names cue and complement, as in `cues.COMPLEMENTS`; `content` is the head word of what would be
    said: a clause, or nothing is decided.
    """
    if cue.cue.stance(shape) != "asserts":
        return False
    if cue.token.lemma_ in _words("answers") and _is_negated(cue.token):
        return True
    if content.pos_ not in VERBAL:
        return False
    if _is_negated(cue.token):
        return not _is_question(content)
    return _is_untrue(cue.token) or _is_nobodys(cue.before)


def _is_supposed(before: tuple[Token, ...]) -> bool:
    """Whether an *if* opens the clause, and no *as if*, which is how something looks."""
    return any(
        child.dep_ == "mark"
        and child.lower_ in _words("supposing")
        and not (child.i and child.nbor(-1).lower_ == "as")
        for child in before
    )


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.lefts)


def _is_question(verb: Token) -> bool:
    """Whether a clause is one of "whether", "how", "who": not said is then what is left open."""
    return any(
        child.dep_ in _ASKED and (child.tag_ in ("WRB", "WP", "WDT") or child.lower_ in _words("supposing"))
        for child in verb.lefts
    )


def _is_asked(cue: CueToken) -> bool:
    """Whether an auxiliary stands before the subject of a question: "Did the minister say …?"."""
    subject = subject_among(cue.before)
    if subject is None or all(token.text != "?" for token in cue.token.sent):
        return False
    return any(child.dep_ == "aux" and child.i < subject.i for child in cue.before)


def _is_untrue(verb: Token) -> bool:
    """Whether the saying itself is said not to be so: "it is not true that he said"."""
    above = verb.head
    return verb.dep_ == "ccomp" and above.lemma_ == "be" and above.i < verb.i and _has_not(above)


def _has_not(verb: Token) -> bool:
    """Whether *not* stands on either side of a verb: "is not"."""
    return any(child.dep_ == "neg" for child in verb.children)


def _is_nobodys(before: tuple[Token, ...]) -> bool:
    subject = subject_among(before)
    return subject is not None and subject.left_edge.lower_ in _words("nobody")
