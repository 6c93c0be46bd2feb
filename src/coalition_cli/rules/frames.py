"""Who says a quotation, read off the words right before and right behind its marks.

A frame is a cue with its source in the gap beside a stretch: behind it («“…,” Healey said», «“…,” said
Healey»), or before it («Healey said: “…”», «saying, “…”», «In a statement: “…”»).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coalition_cli.rules.candidate import Offsets
from coalition_cli.rules.cues import cue_of
from coalition_cli.rules.source import find_source, source_span
from coalition_cli.rules.stretches import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.stretches import Stretch
    from coalition_cli.rules.view import View

Order = Literal["content-source-cue", "content-cue-source", "source-cue-content", "label-content"]

_VERBAL = frozenset(("VERB", "AUX"))
_SIDE_CLAUSES = frozenset(("relcl", "acl", "appos"))
_NOMINAL_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "PRP$", "JJ", "CD", "WP"))
_LABEL_LONGEST = 8
_INVERTED_REACH = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue beside a quotation: `cue` and `source` as offsets, `known` whether the lexicon has the cue."""

    order: Order
    cue: Offsets
    source: Offsets | None
    known: bool
    cue_index: int


def frame_behind(view: View, stretch: Stretch) -> Frame | None:
    """The frame in the tail of a stretch, if there is one."""
    if stretch.final not in (",", "?", "!", "—", "–", "-", "…") and not _is_loose(view, stretch):
        return None
    tokens = [view.doc[index] for index in range(*stretch.tail)]
    while tokens and not tokens[0].text[0].isalnum():
        tokens.pop(0)
    if not tokens or (tokens[0].tag_ in ("CC", "IN", "WDT") and tokens[0].lower_ != "according"):
        return None
    if tokens[0].lower_ == "according" and len(tokens) > 2 and tokens[1].lower_ == "to":
        return _according(view, tokens)
    return _inverted(view, tokens) or _straight(view, stretch, tokens)


def _is_loose(view: View, stretch: Stretch) -> bool:
    """Whether a stretch without a final comma can still be framed behind: it is a whole sentence."""
    return stretch.opens_sentence and stretch.final == "" and stretch.is_speech_like


def _according(view: View, tokens: list[Token]) -> Frame | None:
    """«“…,” according to NAME»."""
    source = next((source_span(view, child) for child in tokens[1].children if child.dep_ == "pobj"), None)
    if source is None:
        return None
    return Frame("content-cue-source", _offsets(tokens[0], tokens[1]), source, True, tokens[0].i)


def _inverted(view: View, tokens: list[Token]) -> Frame | None:
    """«“…,” said NAME»: a known verb first, its subject behind it."""
    for position, token in enumerate(tokens[:_INVERTED_REACH]):
        if token.tag_ in FINITE and _is_known(token):
            follower = tokens[position + 1] if position + 1 < len(tokens) else None
            if follower is None or follower.tag_ not in _NOMINAL_TAGS:
                return None
            head = _subject_behind(token, follower)
            if head is None:
                return None
            return Frame("content-cue-source", _verb_offsets(token), source_span(view, head), True, token.i)
        if token.pos_ != "ADV":
            return None
    return None


def _subject_behind(verb: Token, follower: Token) -> Token | None:
    """The head of the noun phrase that begins right behind an inverted verb."""
    token = follower
    while token.head.i > token.i and token.head.i - verb.i < 12 and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") else None


def _straight(view: View, stretch: Stretch, tokens: list[Token]) -> Frame | None:
    """«“…,” NAME said»: the tail's first finite verb outside side clauses, with its subject before it."""
    low = tokens[0].i
    for token in tokens:
        if token.tag_ not in FINITE or token.pos_ not in _VERBAL or token.dep_ in _SIDE_CLAUSES:
            continue
        if token.dep_ in ("aux", "auxpass") and token.head.i > token.i:
            continue
        return _verb_frame(view, stretch, token, low)
    for token in tokens:  # perfect and modal forms: the finite word is an auxiliary
        if token.pos_ == "VERB" and token.dep_ not in _SIDE_CLAUSES and token.tag_ in ("VBN", "VB", "VBG"):
            return _verb_frame(view, stretch, token, low)
    return None


def _verb_frame(view: View, stretch: Stretch, verb: Token, low: int) -> Frame | None:
    """The frame of a verb behind a stretch, where its subject stands between the two."""
    known = _is_known(verb)
    if not known and not stretch.is_speech_like:
        return None
    source = find_source(view, verb)
    if source is None or not (view.doc[low].idx <= source[0] < verb.idx):
        source = _phrase_before(view, verb, low)
    if source is None:
        return None
    return Frame("content-source-cue", _verb_offsets(verb), source, known, verb.i)


def _phrase_before(view: View, verb: Token, low: int) -> Offsets | None:
    """The noun phrase that begins the tail, where the parser did not see it as the verb's subject."""
    token = view.doc[low]
    if token.tag_ not in _NOMINAL_TAGS:
        return None
    while token.head.i > token.i and token.head.i < verb.i and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    return source_span(view, token)


def frame_before(view: View, stretch: Stretch) -> Frame | None:
    """The frame in the head of a stretch, if there is one."""
    tokens = [view.doc[index] for index in range(*stretch.head)]
    while tokens and not tokens[-1].text[0].isalnum():
        tokens.pop()
    if not tokens:
        return None
    found = _verb_before(view, stretch, tokens)
    if found is None and stretch.lead == ":":
        return _label(view, tokens)
    return found


def _verb_before(view: View, stretch: Stretch, tokens: list[Token]) -> Frame | None:
    """The last verb of saying before a stretch that is bound to it by colon, comma, "that" or nothing."""
    last = tokens[-1]
    for token in reversed(tokens):
        if token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass"):
            known = _is_known(token)
            if not known and stretch.lead != ":":
                if token.tag_ in FINITE:
                    return None
                continue
            if stretch.lead not in (":", ",", "—", "–", "-") and not _adjoins(token, last):
                return None
            source = find_source(view, token)
            return Frame("source-cue-content", _verb_offsets(token), source, known, token.i)
    return None


def _adjoins(verb: Token, last: Token) -> bool:
    """Whether nothing but "that" stands between a verb and the opening mark."""
    return last.i == verb.i or (last.lower_ == "that" and last.i == verb.i + 1)


def _label(view: View, tokens: list[Token]) -> Frame | None:
    """«Healey: “…”»: a name and a colon, nothing else in the sentence."""
    if len(tokens) > _LABEL_LONGEST or not any(token.pos_ == "PROPN" for token in tokens):
        return None
    colon = view.doc[tokens[-1].i + 1]
    return Frame("label-content", _offsets(colon, colon), _offsets(tokens[0], tokens[-1]), True, colon.i)


def _is_known(token: Token) -> bool:
    """Whether the lexicon has a token as a cue of quotations."""
    found = cue_of(token)
    return found is not None and "quotation" in found.cue.takes


def _verb_offsets(verb: Token) -> Offsets:
    """A verb as a cue."""
    return _offsets(verb, verb)


def _offsets(first: Token, last: Token) -> Offsets:
    return first.idx, last.idx + len(last)
