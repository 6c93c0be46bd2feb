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
    if _is_modified(span) or _is_modifier(span):
        return None
    return _reason(_first_conjunct(span.root))


def _is_modified(span: Span) -> bool:
    """*East Jerusalem*, *downtown London*, *a united Berlin*: a part or a kind of the place."""
    return any(
        child.dep_ in ("amod", "compound", "nummod", "appos") and child.i < span.start
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
        return _as_object(token.head)
    if role == "poss" and token.head.lemma_.lower() in _words("has"):
        return f"has {token.head.text}"
    if role == "pobj":
        return _after_preposition(token.head)
    return None


def _as_object(verb: Token) -> str | None:
    if verb.lemma_ in _words("dealt_with"):
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
