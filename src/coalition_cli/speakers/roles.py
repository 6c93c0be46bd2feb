"""Roles read off the text: "UK Defence Secretary John Healey", "Jane Roe, the mayor,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.positions import position_before
from coalition_cli.speakers.seats import office_of
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from coalition_cli.speakers.scan import Tokens

_LONGEST = 14  # words of a role; longer appositions tell a story, not an office (chosen by eye, train)
_GLUE = frozenset(("-", "/", "–", "'s", "’s", "'", "’", "&", "and"))
_INSIDE = frozenset(("of", "for", "at", "in", "on", "to", "the", "and"))
_OPENERS = frozenset((",", "-", "–", "—", "("))
_OTHERS = frozenset(("whose", "his", "her", "their"))  # "Jane Roe, whose husband …": the role is another's


def role_before(tokens: Tokens, name: int, end: int) -> tuple[int, int] | None:
    """The role that ends right before the name of tokens `name` to `end`, as token offsets.

    A comma may stand between the two where another follows the name: "The EU's top diplomat, Jane Roe, said".
    """
    if name and tokens[name - 1].text == "," and not tokens[name].is_sent_start:
        start = _walk_left(tokens, name - 1)
        enclosed = end < len(tokens) and tokens[end].text == ","
        if enclosed and start < name - 1 and is_role(tokens[name - 2]):
            return (start, name - 1) if _is_definite(tokens, start) else None
        return (_seated(tokens, name) or _described(tokens, name, end)) if enclosed else None
    seated = office_of(tokens, name)
    if seated is not None:
        return _walk_left(tokens, seated + 1), name
    start = _walk_left(tokens, name)
    if start < name and any(is_role(token) for token in tokens[start:name]):
        return start, name
    return position_before(tokens, name)


def _seated(tokens: Tokens, name: int) -> tuple[int, int] | None:
    """The office with its seat before a comma: "Vice-President for Sund and Holm, Jane Roe, said"."""
    office = office_of(tokens, name - 1)
    start = name if office is None else _walk_left(tokens, office + 1)
    return (start, name - 1) if office is not None and _is_definite(tokens, start) else None


def _described(tokens: Tokens, name: int, end: int) -> tuple[int, int] | None:
    """The role that a name stands in apposition to: "a spokeswoman for the airport, Jane Roe, said"."""
    last = tokens[end - 1]
    head = described(last)
    if last.dep_ != "appos" or not name - _LONGEST <= head.i < name or not is_role(head):
        return None
    if any(token.is_punct and token.text != "-" for token in tokens[head.i + 1 : name - 1]):
        return None
    return _walk_left(tokens, head.i + 1), name - 1


def described(name: Token) -> Token:
    """The noun that a name stands in apposition to: the role where the parser took the last noun.

    "The mayor of Sund, Jane Roe": the mayor, not Sund.
    """
    head = name.head
    while head.dep_ in ("pobj", "prep") and not is_role(head):
        head = head.head
    return head if is_role(head) else name.head


def _is_definite(tokens: Tokens, start: int) -> bool:
    """Whether an article, a possessive or a large word opens the role: "the EU's top diplomat, Jane Roe"."""
    before = tokens[start - 1] if start else None
    return tokens[start].text[0].isupper() or (before is not None and before.pos_ in ("DET", "PRON"))


def _walk_left(tokens: Tokens, end: int) -> int:
    """The leftmost token of the noun phrase that ends before `end`."""
    start = end
    while start > 0 and end - start < _LONGEST:
        token = tokens[start - 1]
        if (tokens[start].is_sent_start and start < end) or _is_other_noun(token, tokens[start]):
            break
        if not (_is_modifier(token) or _is_glue(tokens, start - 1, end)):
            break
        start -= 1
    while start < end and (
        tokens[start].text in _GLUE or tokens[start].lower_ in lexicon().never or _is_stray(tokens[start])
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
        token.pos_ in ("NOUN", "PROPN", "ADJ") or is_role(token) or token.lower_ in lexicon().role_modifiers
    )


def _is_glue(tokens: Tokens, index: int, end: int) -> bool:
    """A mark or small word inside a role: "Russia's", "Vice-President", "Secretary of State"."""
    token = tokens[index]
    if index + 1 >= end or index == 0:
        return False
    if token.lower_ == "and":
        return is_role(tokens[index - 1]) and is_role(tokens[end - 1])
    if token.lower_ == "of":
        return tokens[index - 1].lower_ in lexicon().open_roles or is_role(tokens[index - 1])
    if token.text in ("-", "/", "–"):
        return not token.whitespace_ and not tokens[index - 1].whitespace_
    return token.text in _GLUE


def _is_stray(token: Token) -> bool:
    """Adverbs and the like that the walk picked up at the phrase's left edge."""
    return token.pos_ in ("ADV", "DET", "PRON", "CCONJ", "ADP")


def role_after(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The role in apposition after a name that ends before token `end`, as token offsets."""
    if end + 1 >= len(tokens) or tokens[end].text not in _OPENERS or tokens[end].is_sent_start:
        return None
    start = end + 1
    if tokens[start].lower_ in _OTHERS:
        return None
    if tokens[start].pos_ == "DET" and start + 1 < len(tokens):
        start += 1
    stop, head = start, False
    while stop < len(tokens) and stop - start < _LONGEST and not tokens[stop].is_sent_start:
        token = tokens[stop]
        if not (_is_modifier(token) or token.text in _GLUE or (token.lower_ in _INSIDE and stop > start)):
            break
        head = head or is_role(token)
        stop += 1
    while stop > start and tokens[stop - 1].lower_ in _INSIDE | _GLUE:
        stop -= 1
    closed = (
        stop >= len(tokens)
        or tokens[stop].text in (",", ")", ".", "-", "–", "—", ";", ":")
        or tokens[stop].is_sent_start
    )
    closed = closed or tokens[stop].lower_ in ("who", "whose", "that", "from", "with", "and")
    return (start, stop) if head and closed and _heads(tokens, start, stop) else None


def _heads(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a role heads the phrase and no name follows it, as in "Defence Minister Jane Roe"."""
    edge = next((token.i for token in tokens[start:stop] if token.lower_ in _INSIDE), stop)
    return edge > start and is_role(tokens[edge - 1]) and tokens[start].lower_ not in ("and", "or")


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


def specific(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles without repetition, and no "President" beside "French President"."""
    kept = dict.fromkeys(roles)
    return tuple(role for role in kept if not any(other.endswith(f" {role}") for other in kept))
