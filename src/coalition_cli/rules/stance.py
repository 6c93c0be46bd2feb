"""The stance of an attribution: what its source does by saying or holding it.

The cue says most of it ("denied", "vowed", "wants"); negation turns it ("does not support"); for words of
plain saying the first clause of the content decides ("said they will send troops", "we cannot").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from coalition_cli.lexicons import load
from coalition_cli.records import Stance
from coalition_cli.rules.cues import CueToken, cue_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

_COMPLEMENTS = {
    "verb-clause": "clause",
    "parenthetical": "clause",
    "verb-infinitive": "infinitive",
    "verb-told": "told",
    "verb-gerund": "gerund",
    "verb-object": "object",
    "noun-clause": "clause",
    "noun-infinitive": "infinitive",
    "adjective-clause": "clause",
    "adjective-infinitive": "infinitive",
}
_PLAIN = frozenset(("asserts", "believes"))
_OWN = frozenset(("i", "we"))
_REPORTED = frozenset(("he", "she", "they"))
_OPENING = 40


def stance_of(view: View, candidate: Candidate) -> Stance:
    """The stance of one candidate; "asserts" where neither cue nor content says otherwise."""
    cue = _cue(view, candidate)
    stance: Stance = "asserts"
    if cue is not None:
        stance = _of_cue(cue, dict(candidate.evidence).get("complement", ""))
        if _is_negated(cue.token):
            stance = negated(stance)
    elif _is_question(view, candidate):
        return "asks"
    if stance in _PLAIN and (stance == "asserts" or candidate.form != "reported"):
        return _of_content(view, candidate) or stance
    if stance in ("commits", "declines") and _has_condition(view, candidate):
        return "conditions"
    return stance


@cache
def _words(name: str) -> frozenset[str]:
    """One of the word lists of `stances` in the cue lexicon."""
    return frozenset(load("cues")["stances"][name])


@cache
def _turned() -> dict[str, str]:
    return dict(load("cues")["stances"]["negated"])


def negated(stance: Stance) -> Stance:
    """The stance of a cue that is negated: not to support is to oppose."""
    return cast(Stance, _turned().get(stance, stance))


def _cue(view: View, candidate: Candidate) -> CueToken | None:
    """The lexicon's entry for the candidate's cue."""
    if candidate.cue is None:
        return None
    token = view.token_at(candidate.cue[0])
    while token is not None and token.idx < candidate.cue[1]:
        found = cue_of(token)
        if found is not None and token.dep_ not in ("aux", "auxpass"):
            return found
        token = view.doc[token.i + 1] if token.i + 1 < len(view.doc) else None
    return None


def _of_cue(cue: CueToken, shape: str) -> Stance:
    """What a cue says before this complement."""
    takes = cue.cue.takes
    wanted = _COMPLEMENTS.get(shape, "quotation")
    if wanted in takes:
        return takes[wanted]
    return next(iter(takes.values()))


def _is_negated(token: Token) -> bool:
    """Whether a cue is negated by "not" or "never", on itself or on the verb that it completes."""
    verbs = (token, token.head) if token.dep_ in ("xcomp", "acomp") else (token,)
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor")
        for verb in verbs
        for child in verb.children
    )


def _is_question(view: View, candidate: Candidate) -> bool:
    block = view.block_at(candidate.content[0][0])
    return block is not None and block.kind == "question"


def _of_content(view: View, candidate: Candidate) -> Stance | None:
    """What the first clause of the content does, if it does more than assert."""
    start, end = candidate.content[0]
    if view.text[start:end].rstrip().endswith("?") or view.text[end : end + 1] == "?":
        return "asks"
    for token in _tokens(view, start, end):
        if token.dep_ in ("nsubj", "nsubjpass"):
            return _of_clause(view, candidate, token, token.head)
    return None


def _of_clause(view: View, candidate: Candidate, subject: Token, verb: Token) -> Stance | None:
    """The stance of a clause from its subject and its modal."""
    own = _OWN if candidate.form != "reported" else _OWN | _REPORTED
    modals = {child.lemma_.lower() for child in verb.children if child.dep_ == "aux"}
    is_negated = any(child.dep_ == "neg" for child in verb.children)
    if subject.lower_ in own or _is_source(view, candidate, subject):
        if verb.lemma_ in _words("states") or verb.pos_ == "AUX":
            return None
        if is_negated and modals & _words("refusing"):
            return "declines"
        if not is_negated and modals & _words("promising"):
            return "conditions" if _has_condition(view, candidate) else "commits"
        return None
    if modals & _words("urging") and not is_negated:
        return "urges"
    return None


def _is_source(view: View, candidate: Candidate, subject: Token) -> bool:
    """Whether a subject repeats the words of the source ("Poland said Poland would …")."""
    if candidate.source is None or subject.pos_ != "PROPN":
        return False
    return subject.text in view.text[candidate.source[0] : candidate.source[1]]


def _has_condition(view: View, candidate: Candidate) -> bool:
    """Whether the content says on what it depends ("provided that", "only if")."""
    words = [token.lower_ for start, end in candidate.content for token in _tokens(view, start, end)]
    return not _words("conditions").isdisjoint(words)


def _tokens(view: View, start: int, end: int) -> Iterator[Token]:
    """The first tokens of a stretch."""
    token = view.token_at(start)
    count = 0
    while token is not None and token.idx < end and count < _OPENING:
        yield token
        count += 1
        token = view.doc[token.i + 1] if token.i + 1 < len(view.doc) else None
