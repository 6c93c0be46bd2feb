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
_BOTH = frozenset(("both", "either", "neither", "official"))
_AFTER_URGED = frozenset(("to", "of", "over", "not", "on", "for", "against"))
_RAISING = frozenset(("continue", "begin", "start", "appear", "seem", "have", "go", "need"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicons.load("capitals")[key])


@cache
def _hangs_on(preposition: str) -> frozenset[str] | None:
    words = lexicons.load("capitals")["prepositions"].get(preposition)
    return None if words is None else frozenset(words)


def stands_for_government(span: Span) -> str | None:
    """What makes a capital more than a place ("subject of refuse"), or none."""
    reason = _beside(span)
    if reason:
        return reason
    if _is_modified(span) or _is_modifier(span):
        return None
    return _reason(_first_conjunct(span.root))


def _beside(span: Span) -> str | None:
    """What the words beside it say where headlines mislead the parser: *urges Berlin to*, *Moscow vows*."""
    before, after = _nbor(span, span.start - 1), _nbor(span, span.end)
    if before is None or before.pos_ not in ("ADP", "CCONJ"):
        if after is not None and after.lower_ in _third_person():
            return f"before {after.text}"
        if after is not None and after.lower_ == "and" and _is_bloc(_nbor(span, span.end + 1)):
            return "coordinated with a group"
    if (
        before is not None
        and before.lower_ in _urging()
        and after is not None
        and after.lower_ in _AFTER_URGED
    ):
        return f"after {before.text}"
    return None


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


@cache
def _urging() -> frozenset[str]:
    return frozenset(lexicons.load("capitals")["urging"])


def _is_modified(span: Span) -> bool:
    """*East Jerusalem*, *downtown London*, *the Paris we know*: a part or a kind of the place."""
    return any(
        child.dep_ in _QUALIFIES and child.i < span.start and child.lower_ not in _BOTH
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


def _reason(token: Token) -> str | None:
    role = token.dep_
    if role == "nsubj":
        return _as_subject(token.head)
    if role == "nsubjpass" and token.head.lemma_ in _words("dealt_with"):
        return f"subject of {token.head.text} in the passive"
    if role in ("dobj", "iobj", "dative"):
        return _as_object(token.head, role)
    if role == "poss" and token.head.lemma_.lower() in _words("has"):
        return f"has {token.head.text}"
    if role == "pobj":
        return _after_preposition(token.head)
    return None


def _as_object(verb: Token, role: str) -> str | None:
    if verb.lemma_ in _words("dealt_with") or (role != "dobj" and verb.lemma_ in _words("gives")):
        return f"object of {verb.text}"
    return "kept on board" if _on_board(verb) else None


def _on_board(verb: Token) -> bool:
    """*Have, keep, get somebody on board.*"""
    return any(
        child.lower_ == "on" and any(word.lower_ == "board" for word in child.rights) for child in verb.rights
    )


def _as_subject(verb: Token) -> str | None:
    if verb.lemma_ in _words("dealt_with") or verb.lemma_ in _words("acts"):
        return f"subject of {verb.text}"
    for child in verb.rights:
        if child.dep_ == "acomp" and child.lemma_.lower() in _words("states"):
            return f"is {child.text}"
        if child.dep_ == "xcomp" and verb.lemma_ in _RAISING and child.lemma_ in _words("acts"):
            return f"subject of {child.text}"
    return "is on board" if _on_board(verb) else None


def _after_preposition(preposition: Token) -> str | None:
    word = preposition.lower_
    holder = preposition.head
    if preposition.dep_ == "agent":
        return f"by, after {holder.text}" if holder.lemma_ in _acting() else None
    wanted = _hangs_on(word)
    if wanted is None or holder.lemma_.lower() in _words("travel"):
        return None
    hooks = [
        holder.lemma_.lower(),
        *(child.lemma_.lower() for child in holder.children if child.dep_ == "dobj"),
    ]
    if "*" in wanted:
        return None if _words("travel") & set(hooks) else f"{word}, after {holder.text}"
    hook = next((hook for hook in hooks if hook in wanted), None)
    return f"{word}, after {hook}" if hook else None


@cache
def _acting() -> frozenset[str]:
    return _words("acts") | _words("dealt_with")
