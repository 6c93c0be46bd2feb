"""A capital that stands for its government, told from a mere place by the grammar around it.

*Washington has refused*, *talks between Moscow and Washington*, *ruled out by Berlin* name governments;
*met in Brussels*, *travelled to Kyiv* name places. The words that decide are in `capitals.yaml`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_QUALIFIES = frozenset(("amod", "appos", "compound", "det", "nummod"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicons.load("capitals")[key])


@cache
def _hangs_on(preposition: str) -> frozenset[str] | None:
    words = lexicons.load("capitals")["prepositions"].get(preposition)
    return None if words is None else frozenset(words)


def stands_for_government(span: Span) -> bool:
    """Whether a capital is more than a place: *Washington has refused*, *Moscow's demands*."""
    if _is_told_beside(span):
        return True
    if _is_modified(span) or _is_modifier(span):
        return False
    return _is_told_by_role(_first_conjunct(span.root))


def _is_told_beside(span: Span) -> bool:
    """Whether the words beside it tell, as in headlines, which mislead the parser: *Moscow vows to*."""
    before, after = _nbor(span, span.start - 1), _nbor(span, span.end)
    if after is None:
        return False
    if before is None or before.pos_ not in ("ADP", "CCONJ"):
        if after.lower_ in _third_person():
            return True
        if after.lower_ == "and" and _is_bloc(_nbor(span, span.end + 1)):
            return True
    urged = before is not None and before.lower_ in _words("urging")  # "urges Berlin to"
    return urged and after.lower_ in _words("after_urged")


def _nbor(span: Span, index: int) -> Token | None:
    return span.doc[index] if 0 <= index < len(span.doc) else None


def _is_bloc(token: Token | None) -> bool:
    """A group of states that acts as one, or the article before it."""
    if token is not None and token.lower_ == "the" and token.i + 1 < len(token.doc):
        token = token.nbor(1)
    return token is not None and token.text in _words("blocs")


@cache
def _third_person() -> frozenset[str]:
    """*Vows*, *denies*, *pushes*; forms that are also plural nouns are left to the parser."""
    verbs = _words("acts") - _words("also_nouns")
    return frozenset(f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s" for verb in verbs)


def _is_modified(span: Span) -> bool:
    """*East Jerusalem*, *downtown London*, *the Paris we know*: a part or a kind of the place."""
    return any(
        child.dep_ in _QUALIFIES and child.i < span.start and child.lower_ not in _words("both")
        for child in span.root.lefts
    )


def _is_modifier(span: Span) -> bool:
    """*A Paris daily*, *Washington insiders*: another noun follows in the same phrase."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and (after.pos_ in ("NOUN", "PROPN") or after.text == "-")


def _first_conjunct(token: Token) -> Token:
    """The word whose role a coordinated name shares."""
    while token.dep_ in ("conj", "appos") and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def _is_told_by_role(token: Token) -> bool:
    """Whether the place of a name in its sentence is a government's: it acts, is dealt with, has a policy."""
    role = token.dep_
    if role == "nsubj":
        return _is_subject_of(token.head)
    if role == "nsubjpass":
        return token.head.lemma_ in _words("dealt_with")
    if role in ("dobj", "iobj", "dative"):
        return _is_object_of(token.head, role)
    if role == "poss":
        return token.head.lemma_.lower() in _words("has")
    return role == "pobj" and _is_governed_by(token.head)


def _is_subject_of(verb: Token) -> bool:
    """Whether a verb is one that governments do: *Paris refused*, *is ready*, *continues to refuse*."""
    if verb.lemma_ in _acting():
        return True
    for child in verb.rights:
        if child.dep_ == "acomp" and child.lemma_.lower() in _words("states"):
            return True
        if child.dep_ == "xcomp" and verb.lemma_ in _words("raising") and child.lemma_ in _words("acts"):
            return True
    return _is_on_board(verb)


def _is_object_of(verb: Token, role: str) -> bool:
    """Whether a verb is one done to governments: *accused Paris*, *sold Paris tanks*, *kept it on board*."""
    gives = role != "dobj" and verb.lemma_ in _words("gives")
    return gives or verb.lemma_ in _words("dealt_with") or _is_on_board(verb)


def _is_on_board(verb: Token) -> bool:
    """*Have, keep, get somebody on board.*"""
    return any(
        child.lower_ == "on" and any(word.lower_ == "board" for word in child.rights) for child in verb.rights
    )


def _is_governed_by(preposition: Token) -> bool:
    """Whether a preposition and what it hangs on lead to a government: *talks with Paris*, *by Paris*."""
    holder = preposition.head
    if preposition.dep_ == "agent":
        return holder.lemma_ in _acting()
    wanted = _hangs_on(preposition.lower_)
    if wanted is None or holder.lemma_.lower() in _words("travel"):
        return False
    objects = (child.lemma_.lower() for child in holder.children if child.dep_ == "dobj")
    hooks = {holder.lemma_.lower(), *objects}
    return _words("travel").isdisjoint(hooks) if "*" in wanted else not wanted.isdisjoint(hooks)


@cache
def _acting() -> frozenset[str]:
    return _words("acts") | _words("dealt_with")
