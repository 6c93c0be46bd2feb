"""Roles read off the text: before a name ("UK Defence Secretary John Healey") and after it ("…, Latvia's defence minister,")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 14  # words of a role; longer appositions tell a story, not an office (chosen by eye, train)
_GLUE = frozenset(("-", "/", "–", "'s", "’s", "'", "’", "&", "and"))
_INSIDE = frozenset(("of", "for", "at", "in", "on", "to", "the", "and"))
_OPENERS = frozenset((",", "-", "–", "—", "("))


def role_before(doc: Doc, name: int) -> tuple[int, int] | None:
    """The role that ends right before token `name`, as token offsets; a comma may stand between the two."""
    end = name
    if end and doc[end - 1].text == "," and not doc[name].is_sent_start:
        start = _walk_left(doc, end - 1)
        return (
            (start, end - 1)
            if start < end - 1 and is_role(doc[end - 2]) and _is_definite(doc, start)
            else None
        )
    start = _walk_left(doc, end)
    if start < end and any(is_role(token) for token in doc[start:end]):
        return start, end
    return None


def _is_definite(doc: Doc, start: int) -> bool:
    """Whether an article, a possessive or a large word opens the role: "the EU's top diplomat, Jane Roe"."""
    before = doc[start - 1] if start else None
    return doc[start].text[0].isupper() or (before is not None and before.pos_ in ("DET", "PRON"))


def _walk_left(doc: Doc, end: int) -> int:
    """The leftmost token of the noun phrase that ends before `end`."""
    start = end
    while start > 0 and end - start < _LONGEST:
        token = doc[start - 1]
        if (doc[start].is_sent_start and start < end) or _is_other_noun(token, doc[start]):
            break
        if not (_is_modifier(token) or _is_glue(doc, start - 1, end)):
            break
        start -= 1
    while start < end and (
        doc[start].text in _GLUE or doc[start].lower_ in lexicon().never or _is_stray(doc[start])
    ):
        start += 1
    return start


def _is_other_noun(token: Token, following: Token) -> bool:
    """A small noun before a large title belongs to what came before: "told reporters Sen. Jane Roe"."""
    return (
        token.pos_ == "NOUN" and token.text.islower() and following.text[0].isupper() and not is_role(token)
    )


def _is_modifier(token: Token) -> bool:
    if token.lower_ in lexicon().never or token.is_space or token.is_quote:
        return False
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ")
        or is_role(token)
        or token.lower_ in ("former", "then", "vice", "co")
    )


def _is_glue(doc: Doc, index: int, end: int) -> bool:
    """A mark or small word inside a role: "Russia's", "Vice-President", "Secretary of State", "actor and activist"."""
    token = doc[index]
    if index + 1 >= end or index == 0:
        return False
    if token.lower_ == "and":
        return is_role(doc[index - 1]) and is_role(doc[end - 1])
    if token.lower_ == "of":
        return doc[index - 1].lower_ in lexicon().open_roles or is_role(doc[index - 1])
    if token.text in ("-", "/", "–"):
        return not token.whitespace_ and not doc[index - 1].whitespace_
    return token.text in _GLUE


def _is_stray(token: Token) -> bool:
    """Adverbs and the like that the walk picked up at the phrase's left edge."""
    return token.pos_ in ("ADV", "DET", "PRON", "CCONJ", "ADP")


def role_after(doc: Doc, end: int) -> tuple[int, int] | None:
    """The role in apposition after a name that ends before token `end`, as token offsets."""
    if end + 1 >= len(doc) or doc[end].text not in _OPENERS or doc[end].is_sent_start:
        return None
    start = end + 1
    if doc[start].pos_ == "DET" and start + 1 < len(doc):
        start += 1
    stop, head = start, False
    while stop < len(doc) and stop - start < _LONGEST and not doc[stop].is_sent_start:
        token = doc[stop]
        if not (_is_modifier(token) or token.text in _GLUE or (token.lower_ in _INSIDE and stop > start)):
            break
        head = head or is_role(token)
        stop += 1
    while stop > start and doc[stop - 1].lower_ in _INSIDE | _GLUE:
        stop -= 1
    closed = (
        stop >= len(doc)
        or doc[stop].text in (",", ")", ".", "-", "–", "—", ";", ":")
        or doc[stop].is_sent_start
    )
    closed = closed or doc[stop].lower_ in ("who", "whose", "that", "from", "with", "and")
    return (start, stop) if head and closed and _heads(doc, start, stop) else None


def _heads(doc: Doc, start: int, stop: int) -> bool:
    """Whether a role heads the phrase, and no name follows it: "Defence Minister Jane Roe" is somebody else."""
    edge = next((token.i for token in doc[start:stop] if token.lower_ in _INSIDE), stop)
    return edge > start and is_role(doc[edge - 1]) and doc[start].lower_ not in ("and", "or")


def is_role(token: Token) -> bool:
    """Whether a token is a noun for what somebody is, or a title written short."""
    return token.lower_ in lexicon().roles and token.pos_ != "VERB"


def role_gender(role: str) -> Gender | None:
    """The gender that the nouns of a role tell: "spokeswoman" says female, "minister" nothing."""
    for word in reversed(role.lower().split()):
        gender = lexicon().roles.get(word)
        if gender:
            return gender
    return None


def role_heads(role: str) -> frozenset[str]:
    """The offices in a role, each by the word that its synonyms share ("Sen." is "senator")."""
    same = lexicon().same_role
    return frozenset(same[word] for word in role.lower().replace("/", " ").split() if word in same)
