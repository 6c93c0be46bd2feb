"""People quoted without a name ("a Western official"), and many who speak as one ("defence ministers")."""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from coalition_cli.rules.view import TURNS
from coalition_cli.speakers.roles import is_role
from coalition_cli.speakers.runs import SKIPPED
from coalition_cli.speakers.scan import phrase_of, tokens_of
from coalition_cli.speakers.seats import is_seated
from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

    from coalition_cli.records import SpeakerType
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.scan import Tokens

_LONGEST = 8  # words of a description
_SHORT = 3  # letters of a country's initials


class Crowd(NamedTuple):
    """A description and the places where it stands, as token offsets."""

    name: str
    type: SpeakerType
    mentions: tuple[tuple[int, int], ...]


def crowds(view: View, tokens: Tokens, named: Collection[int]) -> list[Crowd]:
    """Every description of unnamed people; `named` are the tokens of persons' names."""
    found: dict[tuple[str, SpeakerType], list[tuple[int, int]]] = defaultdict(list)
    for token, kind in _heads(view, tokens, named):
        start, end = _left(tokens, token), _with_name(tokens, _right(tokens, token), named)
        found[_name(tokens, start, end), kind].append((start, end))
    return [Crowd(name, kind, tuple(spans)) for (name, kind), spans in found.items()]


def _name(tokens: Tokens, start: int, end: int) -> str:
    """A description as it is written inside a sentence."""
    name, first = phrase_of(tokens, start, end), tokens[start]
    small = first.is_sent_start and not _keeps_capital(first)
    return name[0].lower() + name[1:] if small else name


def _with_name(tokens: Tokens, end: int, named: Collection[int]) -> int:
    """The end of a description with the name behind a role that it ends in: "backers of Mayor | Jane Roe"."""
    if is_role(tokens[end - 1]) and tokens[end - 1].dep_ != "ROOT":
        while end in named:
            end += 1
    return end


def background(view: View) -> dict[Offsets, str]:
    """The labels of turns that leave a speaker unnamed ("SENIOR OFFICIAL:"), with the description."""
    labels = {block.source for block in view.blocks if block.kind in TURNS and block.source}
    found = {}
    for span in sorted(labels):
        words = view.text[slice(*span)].split()
        if len(words) > 1 and words[-1].lower() in lexicon().background:
            found[span] = " ".join(map(_inside_a_sentence, words))
    return found


def _inside_a_sentence(word: str) -> str:
    """A word of a label as it is written in prose: "French", "US", "official"."""
    if country_of(word) is None:
        return word.lower()
    return word.title() if len(word) > _SHORT else word


def _keeps_capital(token: Token) -> bool:
    """Whether a word is written large inside a sentence too: "US", "French", a name."""
    return token.text[1:2].isupper() or token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")


def _heads(view: View, tokens: Tokens, named: Collection[int]) -> Iterator[tuple[Token, SpeakerType]]:
    words = lexicon()
    for token in tokens_of(view, words.crowds):
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        lower = token.lower_
        kind: SpeakerType = "group" if lower in words.groups else "unnamed"
        if (
            not _is_named(tokens, token, named)
            and _may_be_unnamed(tokens, token, lower)
            and _is_prose(view, token)
            and not (kind == "group" and _is_indefinite(tokens, token))
            and not any(child.lower_ in words.nobody for child in token.lefts)
        ):
            yield token, kind


def _is_indefinite(tokens: Tokens, token: Token) -> bool:
    """Whether nobody can tell who the group is: "several countries", "most of the members", "not all"."""
    words, start = lexicon(), _left(tokens, token)
    before = [one.lower_ for one in tokens[max(0, start - 3) : start]]
    partitive = before[-1:] == ["of"] or (before[-2:-1] == ["of"] and before[-1] in words.determiners)
    part = next((word for word in before if word in words.indefinite), None)
    not_all = ["not", "all"] in (before[-3:-1], before[-2:])
    return not_all or tokens[start].lower_ in words.indefinite or (partitive and part is not None)


def _is_prose(view: View, token: Token) -> bool:
    block = view.block_at(token.idx)
    return block is not None and block.kind not in SKIPPED


def _is_named(tokens: Tokens, token: Token, named: Collection[int]) -> bool:
    """Whether the noun is the role of somebody named beside it, or goes on in a compound."""
    after = token.i + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
    if tokens[_left(tokens, token)].is_sent_start and _is_fronted(tokens, token, named):
        return True
    if token.dep_ == "appos":
        return after in named or token.head.i in named
    if _is_joined(tokens, token, named) or is_seated(tokens, token, named):
        return True
    return after in named or (token.dep_ == "compound" and token.head.i > token.i)


def _is_fronted(tokens: Tokens, token: Token, named: Collection[int]) -> bool:
    """Whether a sentence begins with what somebody is, the name behind it: "Researcher at Sund, Jane Roe"."""
    for after in tokens[token.i + 1 : token.i + _LONGEST]:
        if after.text == ",":
            return after.i + 1 in named
        if after.pos_ in ("VERB", "AUX") or after.is_sent_start:
            return False
    return False


def _is_joined(tokens: Tokens, token: Token, named: Collection[int]) -> bool:
    """Whether a second role and its bearer's name follow: "Leader of the House and Mayor Jane Roe" is one."""
    start = _left(tokens, token)
    if not is_role(token) or not tokens[start].text[0].isupper() or _has_article(tokens, start):
        return False
    behind = tokens[token.i + 1 : token.i + 1 + _LONGEST]
    joint = next((one.i for one in behind if one.lower_ == "and" or one.pos_ in ("VERB", "AUX")), None)
    if joint is None or tokens[joint].lower_ != "and":
        return False
    role = list(takewhile(lambda one: one.i not in named, tokens[joint + 1 : joint + 1 + _LONGEST]))
    follows = joint + 1 + len(role) in named
    return follows and any(map(is_role, role)) and all(one.text[0].isupper() or is_role(one) for one in role)


def _has_article(tokens: Tokens, start: int) -> bool:
    return start > 0 and tokens[start - 1].lower_ in lexicon().articles


def _may_be_unnamed(tokens: Tokens, token: Token, lower: str) -> bool:
    """A definite singular ("the senator") means somebody known; it is resolved, not described."""
    if lower not in lexicon().unnamed:
        return True
    start = _left(tokens, token)
    first = tokens[start - 1] if start else None
    return first is not None and first.lower_ not in ("the", "this", "that", "his", "her", "their")


def _left(tokens: Tokens, token: Token) -> int:
    words, start = lexicon(), int(token.i)
    while start > 0 and token.i - start < _LONGEST and not tokens[start].is_sent_start:
        before = tokens[start - 1]
        joins = before.text in ("-", "'s", "’s") or before.lower_ in words.quantities
        describes = joins or before.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") or _is_between(before)
        if before.lower_ in words.determiners or not describes or not token.is_ancestor(before):
            break
        start -= 1
    while start < token.i and tokens[start].text in ("-", "'s", "’s", "and", ","):
        start += 1
    return start


def _is_between(token: Token) -> bool:
    """Whether "and" or a comma joins what describes one noun: "the Polish | and | German governments"."""
    return token.dep_ in ("cc", "punct") and token.text in ("and", ",") and token.head.i < token.i


def _right(tokens: Tokens, token: Token) -> int:
    """Past a short phrase that says whose they are or where from: "officials from two countries"."""
    for child in token.rights:
        if (
            child.dep_ == "prep"
            and child.i == token.i + 1
            and child.lower_ in ("of", "for", "from", "at", "with", "in")
        ):
            end = int(child.right_edge.i) + 1
            if end - token.i <= _LONGEST and not any(part.is_punct for part in tokens[token.i : end]):
                return end
    return int(token.i) + 1
