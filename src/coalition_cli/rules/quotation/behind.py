"""Frames whose cue stands behind the quotation: «“…,” Healey said», «“…,” said Healey»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import VERBAL
from coalition_cli.rules.mention import NOMINAL
from coalition_cli.rules.quotation.frame import make
from coalition_cli.rules.quotation.stretches import FINITE
from coalition_cli.rules.source import SUBJECTS, find_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.quotation.frame import Frame
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

_NOMINAL_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "PRP$", "JJ", "CD", "WP"))
_INVERTED_REACH = 3  # words to an inverted verb (2 and 6: the same in 80 texts of train)
_BEHIND_MOST = 3  # verbs behind a stretch (6: the same in 80 texts of train; 1: worse)
_SUBJECT_LONGEST = 12  # words of a subject behind its verb (not swept)


def behind(view: View, stretch: Stretch) -> Iterator[Frame]:
    """The frames in the tail of a stretch."""
    tokens = [view.doc[index] for index in range(*stretch.tail)]
    while tokens and not tokens[0].text[0].isalnum():
        tokens.pop(0)
    if not tokens or stretch.final == ".":
        return
    for reach in _reaches_behind(view, stretch):
        yield from _according(view, stretch, tokens, reach)
        yield from _inverted(view, stretch, tokens, reach)
        yield from _straight(view, stretch, tokens, reach)


def _reaches_behind(view: View, stretch: Stretch) -> list[dict[str, int]]:
    """How far the content may reach before the marks: not at all, or to the start of the sentence."""
    reaches: list[dict[str, int]] = [{}]
    if not stretch.opens_sentence and not stretch.announced:
        reaches.append({"start": view.doc[stretch.head[0]].idx, "end": stretch.quotation.outer_end})
    return reaches


def _according(view: View, stretch: Stretch, tokens: list[Token], reach: dict[str, int]) -> Iterator[Frame]:
    """«“…,” according to NAME»."""
    if len(tokens) > 2 and tokens[0].lower_ == "according" and tokens[1].lower_ == "to":
        source = next((child for child in tokens[1].children if child.dep_ == "pobj"), None)
        if source is not None:
            yield make(view, stretch, "content-cue-source", tokens[0], source, **reach)


def _inverted(view: View, stretch: Stretch, tokens: list[Token], reach: dict[str, int]) -> Iterator[Frame]:
    """«“…,” said NAME»: the verb first, its subject behind it."""
    for position, token in enumerate(tokens[:_INVERTED_REACH]):
        if token.tag_ in FINITE and token.pos_ == "VERB":
            follower = tokens[position + 1] if position + 1 < len(tokens) else None
            if follower is not None and follower.tag_ in _NOMINAL_TAGS:
                head = _subject_behind(token, follower)
                if head is not None:
                    yield make(view, stretch, "content-cue-source", token, head, **reach)
            return
        if token.pos_ not in ("ADV", "PUNCT", "CCONJ"):
            return


def _subject_behind(verb: Token, follower: Token) -> Token | None:
    """The head of the noun phrase that begins right behind an inverted verb."""
    for child in verb.rights:
        if child.dep_ in SUBJECTS and child.left_edge.i == follower.i:
            return child
    token = follower
    while (
        token.head.i > token.i
        and token.head.i - verb.i < _SUBJECT_LONGEST
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        token = token.head
    return token if token.pos_ in NOMINAL else None


def _straight(view: View, stretch: Stretch, tokens: list[Token], reach: dict[str, int]) -> Iterator[Frame]:
    """«“…,” NAME said»: a verb of the tail with its subject before it."""
    low, seen = tokens[0], 0
    for token in tokens:
        if token.pos_ not in VERBAL or token.dep_ in ("aux", "auxpass") or token.tag_ in ("VBG", "MD"):
            continue
        source = _subject_before(view, token, low)
        if source is not None:
            yield make(view, stretch, "content-source-cue", token, source, **reach)
        seen += 1
        if seen == _BEHIND_MOST:
            return


def _subject_before(view: View, verb: Token, low: Token) -> Token | Offsets | None:
    """The subject of a verb behind a stretch; where the parse has none, the phrase between mark and verb."""
    source = find_source(view, verb)
    if source is not None and low.idx <= source[0] < verb.idx:
        return source
    token = low
    if token.tag_ not in _NOMINAL_TAGS:
        return None
    while token.head.i > token.i and token.head.i < verb.i and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") and token.i < verb.i else None
