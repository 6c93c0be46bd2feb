"""Who may be saying a quotation, read off the words around its marks.

A frame is one reading of a stretch: a cue in the gap behind it («“…,” Healey said», «“…,” said Healey») or
before it («Healey said: “…”», «In a statement: “…”»), the cue's source, and how far the content reaches
outside the marks («Healey said the plan was “real”»). Several frames compete for a stretch; their evidence is
weighed elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coalition_cli.rules.candidate import Offsets
from coalition_cli.rules.clause import trim
from coalition_cli.rules.cues import cue_of
from coalition_cli.rules.quotation.stretches import FINITE, index_at
from coalition_cli.rules.resumes import resumes
from coalition_cli.rules.source import NOMINAL, SUBJECTS, find_source, source_span
from coalition_cli.rules.topic import is_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.cues import Cue
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

Order = Literal[
    "content-source-cue",
    "content-cue-source",
    "source-cue-content",
    "source-cue-clause",
    "label-content",
    "content-label",
    "beside-content",
]

_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "PRP$", "JJ", "CD", "WP"))
_ADJUNCTS = frozenset(("advmod", "npadvmod", "prep", "dative", "prt", "neg", "aux", "auxpass", "advcl"))
_BOUND = frozenset((":", ",", "—", "–", "-"))
"""What binds a quotation to the cue right before it."""
_LABEL_LONGEST = 8
_DASHES = frozenset(("—", "–", "-", "--", "―"))
_INVERTED_REACH = 3
_BEFORE_MOST = 4
"""Verbs looked at before a stretch; more are never right on train."""
_BEHIND_MOST = 3
_CHAIN_LONGEST = 3
_SENTENCE_LONGEST = 30
_POINTS = frozenset(".!?")
_ANY_SUBJECT = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A reading of one stretch; `token` is the cue's head, `entry` its entry in the lexicon.

    Where there is no cue, `token` is the verb of the sentence before.

    `cue` and `source` are offsets; `start` and `end` say how far the content reaches.
    """

    order: Order
    token: Token
    entry: Cue | None
    cue: Offsets | None
    source: Offsets | None
    source_token: Token | None
    start: int
    end: int


def frames_of(view: View, stretch: Stretch) -> list[Frame]:
    """Every frame that may attribute a stretch, unweighed."""
    found = [*_before(view, stretch), *_behind(view, stretch), *_signature(view, stretch)]
    if stretch.quotation.term:  # a name in marks is speech only where a word says so
        return [one for one in found if one.entry is not None]
    return found or list(_beside(view, stretch))


def _make(
    view: View, stretch: Stretch, order: Order, token: Token, source: Token | Offsets | None, **reach: int
) -> Frame:
    """A frame around one cue; `reach` widens the content beyond the marks."""
    found = cue_of(token)
    cue: Offsets | None = (token.idx, token.idx + len(token))
    if order == "beside-content":
        cue = None
    if order == "content-cue-source" and token.lower_ == "according":
        cue = (token.idx, view.doc[token.i + 1].idx + 2)
    head = view.token_at(source[1] - 1) if isinstance(source, tuple) else source
    span = source if isinstance(source, tuple) or source is None else source_span(view, source)
    quotation = stretch.quotation
    return Frame(
        order, token, None if found is None else found.cue, cue, span, head,
        reach.get("start", quotation.start), reach.get("end", quotation.end),
    )  # fmt: skip


def _behind(view: View, stretch: Stretch) -> Iterator[Frame]:
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
            yield _make(view, stretch, "content-cue-source", tokens[0], source, **reach)


def _inverted(view: View, stretch: Stretch, tokens: list[Token], reach: dict[str, int]) -> Iterator[Frame]:
    """«“…,” said NAME»: the verb first, its subject behind it."""
    for position, token in enumerate(tokens[:_INVERTED_REACH]):
        if token.tag_ in FINITE and token.pos_ == "VERB":
            follower = tokens[position + 1] if position + 1 < len(tokens) else None
            if follower is not None and follower.tag_ in _NOMINAL_TAGS:
                head = _subject_behind(token, follower)
                if head is not None:
                    yield _make(view, stretch, "content-cue-source", token, head, **reach)
            return
        if token.pos_ not in ("ADV", "PUNCT", "CCONJ"):
            return


def _subject_behind(verb: Token, follower: Token) -> Token | None:
    """The head of the noun phrase that begins right behind an inverted verb."""
    for child in verb.rights:
        if child.dep_ in SUBJECTS and child.left_edge.i == follower.i:
            return child
    token = follower
    while token.head.i > token.i and token.head.i - verb.i < 12 and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token if token.pos_ in NOMINAL else None


def _straight(view: View, stretch: Stretch, tokens: list[Token], reach: dict[str, int]) -> Iterator[Frame]:
    """«“…,” NAME said»: a verb of the tail with its subject before it."""
    low, seen = tokens[0], 0
    for token in tokens:
        if token.pos_ not in _VERBAL or token.dep_ in ("aux", "auxpass") or token.tag_ in ("VBG", "MD"):
            continue
        source = _subject_before(view, token, low)
        if source is not None:
            yield _make(view, stretch, "content-source-cue", token, source, **reach)
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


def _before(view: View, stretch: Stretch) -> Iterator[Frame]:
    """The frames in the head of a stretch, and in its sentence before that, outside quotations."""
    tokens = [view.doc[index] for index in range(*stretch.head)]
    while tokens and not tokens[-1].text[0].isalnum():
        tokens.pop()
    if tokens and stretch.lead == ":":
        yield from _label(view, stretch, tokens)
    seen = 0
    for token in reversed([view.doc[index] for index in stretch.earlier] + tokens):
        found = cue_of(token)
        near = bool(tokens) and token.i >= tokens[0].i
        if found is None and not (near and token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass")):
            continue
        source = _source_of(view, token)
        adjoins = bool(tokens) and _adjoins(token, tokens[-1])
        if near and (stretch.lead in _BOUND or adjoins):
            yield _make(view, stretch, "source-cue-content", token, source, **_with_that(stretch, tokens[-1]))
        if found is not None and not adjoins and stretch.lead != ":":
            yield from _clause(view, stretch, token, source)
        seen += 1
        if seen == _BEFORE_MOST:
            return


def _source_of(view: View, cue: Token) -> Offsets | None:
    """The source of a cue or, for a verb in a chain of verbs, the subject of the first one that has it."""
    source = find_source(view, cue)
    verb, steps = cue, 0
    while source is None and verb.dep_ in ("conj", "advcl", "xcomp") and steps < _CHAIN_LONGEST:
        verb, steps = verb.head, steps + 1
        subject = next((child for child in verb.lefts if child.dep_ in _ANY_SUBJECT), None)
        if subject is not None and view.quotation_at(subject.idx) is None:
            source = source_span(view, subject)
    return source


def _adjoins(cue: Token, last: Token) -> bool:
    """Whether nothing but "that" stands between a cue and the opening mark."""
    return last.i == cue.i or (last.lower_ == "that" and last.i == cue.i + 1)


def _with_that(stretch: Stretch, last: Token) -> dict[str, int]:
    """A "that" right before the opening mark belongs to the content."""
    if last.lower_ != "that" or last.i + 1 != stretch.head[1]:
        return {}
    return {"start": last.idx, "end": stretch.quotation.outer_end}


def _clause(view: View, stretch: Stretch, cue: Token, source: Offsets | None) -> Iterator[Frame]:
    """«NAME said the plan was “…” at best»: the content is the complement of the cue, and may go on."""
    first = _complement_start(cue, stretch.head[1])
    if first is None or (source is not None and source[0] >= view.doc[first].idx):
        return
    for end in {stretch.quotation.outer_end, _complement_end(view, stretch, cue)}:
        span = trim(view, view.doc[first].idx, end)
        if span is not None:
            end = max(span[1], stretch.quotation.end)
            yield _make(view, stretch, "source-cue-clause", cue, source, start=span[0], end=end)


def _complement_start(cue: Token, begin: int) -> int | None:
    """Where the complement of a cue begins, before the opening mark at token index `begin`."""
    start = None
    for child in cue.rights:
        if child.i >= begin and child.left_edge.i >= begin:
            break
        reaches = child.right_edge.i >= begin
        if child.dep_ in ("punct", "prt", "neg", "advcl") or (child.dep_ in _ADJUNCTS and not reaches):
            continue
        if (
            child.dep_ in ("dobj", "dative")
            and not reaches
            and cue.lemma_ in ("tell", "ask", "urge", "assure")
        ):
            continue
        start = child.left_edge.i
        break
    return start if start is not None and cue.i < start < begin else None


def _complement_end(view: View, stretch: Stretch, cue: Token) -> int:
    """Where the complement of a cue that holds a stretch ends: at its closing mark or behind it."""
    begin, (behind, last) = stretch.head[1], stretch.tail
    doc = view.doc
    if behind + 1 < last and doc[behind].dep_ == "cc" and doc[behind + 1].lower_ == "that":
        return doc[last - 1].idx + len(doc[last - 1])
    if behind < last and resumes(view, stretch.quotation, doc[behind]):
        return stretch.quotation.outer_end
    for child in cue.rights:
        if child.left_edge.i <= begin <= child.right_edge.i or child.i == begin:
            if child.right_edge.i < behind:
                break
            edge = min(child.right_edge.i, last - 1)
            while edge >= behind and doc[edge].pos_ in ("CCONJ", "PUNCT"):
                edge -= 1
            return max(doc[edge].idx + len(doc[edge]), stretch.quotation.outer_end)
    return stretch.quotation.outer_end


def _label(view: View, stretch: Stretch, tokens: list[Token]) -> Iterator[Frame]:
    """«Healey: “…”»: a name and a colon, nothing else in the sentence."""
    if any(token.tag_ in FINITE for token in tokens):
        return
    if len(tokens) <= _LABEL_LONGEST and any(token.pos_ in ("PROPN", "NOUN") for token in tokens):
        colon = view.doc[tokens[-1].i + 1]
        source = (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        topic = len(tokens) > 1 and is_topic(view.text, tokens[1].idx)
        yield _make(view, stretch, "label-content", colon, None if topic else source)


def _signature(view: View, stretch: Stretch) -> Iterator[Frame]:
    """«“…” — Healey»: a dash and a name, on the same line or alone on the next."""
    doc, (first, last) = view.doc, stretch.tail
    if first == last and stretch.block + 1 < len(view.blocks):
        block = view.blocks[stretch.block + 1]
        first, last = index_at(view, block.start), index_at(view, block.end)
    dash = first
    while first < last and doc[first].text in _DASHES:
        first += 1
    while last > first and not doc[last - 1].text[0].isalnum():
        last -= 1
    if dash < first < last <= first + _LABEL_LONGEST and doc[first].pos_ == "PROPN":
        source = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        yield _make(view, stretch, "content-label", doc[dash], source)


def _beside(view: View, stretch: Stretch) -> Iterator[Frame]:
    """«She laughed. “…”»: whole sentences in marks right behind a sentence about somebody, without a cue."""
    block = view.blocks[stretch.block]
    before = view.text[block.start : stretch.quotation.outer_start].rstrip()
    opens = stretch.opens_sentence and not stretch.follows
    if not (opens and stretch.is_speech_like and before[-1:] in _POINTS):
        return
    last = stretch.head[0] - 2  # the token before the final point
    first = max(index_at(view, block.start), last - _SENTENCE_LONGEST)
    verb = next((view.doc[at] for at in range(last, first, -1) if _is_main(view.doc[at])), None)
    subject = None if verb is None else next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb is not None and subject is not None and view.quotation_at(subject.idx) is None:
        yield _make(view, stretch, "beside-content", verb, subject)


def _is_main(token: Token) -> bool:
    return token.dep_ == "ROOT" and token.pos_ in _VERBAL
