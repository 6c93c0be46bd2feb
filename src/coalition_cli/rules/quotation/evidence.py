"""The evidence by which the readings of a quotation are weighed: short names, each present or not.

Their weights are learned on PolNeAR train by `benchmarks/learn_quotations.py` and kept in
`lexicons/en/quotation_weights.yaml`; a sum of weights becomes the probability that a reading is right.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.quotation.stretches import FINITE
from coalition_cli.rules.source import PARTICIPANTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.quotation.frame import Frame
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

_STEPS = (0, 1, 2, 3, 5, 8, 12, 20)
_SIZES = (1, 2, 3, 5, 8, 13, 25)


@cache
def weights() -> dict[str, float]:
    """Evidence to its weight in log-odds; what is not there weighs nothing."""
    return {name: float(value) for name, value in load("quotation_weights").items()}


def weigh(evidence: Iterable[str]) -> float:
    """The probability (0 to 1) that a frame with this evidence is right."""
    table = weights()
    total = table.get("bias", 0.0)
    for name in evidence:
        total += table.get(name, 0.0)
    return 1.0 / (1.0 + exp(-total))


def reasons(evidence: Iterable[str]) -> str:
    """The three weightiest pieces of evidence, in words, each with its weight in log-odds."""
    table = weights()
    heavy = sorted(
        ((table.get(name, 0.0), name) for name in set(evidence)), key=lambda one: (-abs(one[0]), one[1])
    )
    return "; ".join(f"{name} {weight:+.1f}" for weight, name in heavy[:3])


def evidence_of(view: View, stretch: Stretch, frame: Frame, rivals: Sequence[Frame]) -> Iterator[str]:
    """The names of the evidence for one frame of a stretch."""
    order = frame.order
    yield f"order {order}"
    yield from _cue_evidence(view, frame)
    yield from _source_evidence(frame)
    for name in _stretch_evidence(view, stretch):
        yield f"{order}: {name}"
    for name in _distance_evidence(view, stretch, frame):
        yield f"{order}: {name}"
    for other in sorted({rival.order for rival in rivals if rival.token.i != frame.token.i}):
        yield f"{order}: rival {other}"
    if any(
        rival.entry and "quotation" in rival.entry.takes for rival in rivals if rival.token.i != frame.token.i
    ):
        yield f"{order}: rival is listed"


def _cue_evidence(view: View, frame: Frame) -> Iterator[str]:
    """What the cue is by itself."""
    token, order = frame.token, frame.order
    listed = (
        "unlisted"
        if frame.entry is None
        else "takes quotation"
        if "quotation" in frame.entry.takes
        else "listed"
    )
    yield f"{order}: {listed}"
    if order not in ("label-content", "content-label"):
        lemma = token.lemma_.lower()
        yield f"cue {lemma}"
        yield f"{order}: cue {lemma}"
        yield f"{order}: tag {token.tag_}"
        yield f"{order}: dep {token.dep_}"
    for child in token.children:
        if child.lower_ == "what":
            yield f"{order}: of what"
        if child.dep_ in ("neg", "mark", "aux"):
            yield f"{order}: {child.dep_} {child.lower_}"
    if token.dep_ in ("ccomp", "xcomp", "advcl", "conj", "acl"):
        above = token.head.lemma_.lower() if token.head.i < token.i else "later"
        yield f"{order}: under {token.dep_} of {above}"


def _source_evidence(frame: Frame) -> Iterator[str]:
    """What the source is."""
    order, source = frame.order, frame.source_token
    if source is None:
        yield f"{order}: no source"
        return
    if source.pos_ == "PRON":
        kind = "self" if source.lower_ in PARTICIPANTS else source.lower_
    else:
        kind = source.ent_type_ or source.tag_
    yield f"{order}: source {kind}"
    yield f"source {kind}"
    yield f"{order}: source is {source.dep_}"
    if source.pos_ == "NOUN":
        yield f"who {source.lemma_.lower()}"


def _stretch_evidence(view: View, stretch: Stretch) -> Iterator[str]:
    """What the quotation is by itself and what stands around it."""
    text, quotation = view.text, stretch.quotation
    yield f"lead {_class_of(stretch.lead)}"
    yield f"final {stretch.final or 'none'}"
    yield f"words {next((size for size in _SIZES if stretch.words <= size), 99)}"
    verb = "finite" if stretch.finite else "no verb"
    yield f"{verb} {'capital' if text[quotation.start].isupper() else 'small'}"
    if stretch.opens_sentence:
        yield "opens its sentence"
    if is_title(text[quotation.start : quotation.end].split()):
        yield "in title case"
    if stretch.announced:
        yield "announced in the paragraph before"
    if quotation.term:
        yield "is a term"
    if quotation.outer_start == quotation.start or quotation.outer_end == quotation.end:
        yield "a mark is missing"
    if stretch.head[1] > stretch.head[0]:
        before = view.doc[stretch.head[1] - 1]
        yield f"before {_word(before)}"
    if stretch.tail[1] > stretch.tail[0]:
        behind = view.doc[stretch.tail[0]]
        yield f"behind {_word(behind)}"
    else:
        yield "behind nothing"
    if view.blocks[stretch.block].kind == "heading":
        yield "in a heading"


_CLOSED = frozenset(("SCONJ", "ADP", "PART", "PRON", "DET", "AUX", "CCONJ", "PUNCT"))


def is_title(words: Sequence[str]) -> bool:
    """Whether every long word is capitalised, and two words at least."""
    long = [word for word in words if len(word) > 3 or word[:1].isupper()]
    return len(long) >= 2 and len(words) <= 8 and all(word[:1].isupper() for word in long)


def _word(token: Token) -> str:
    """A word of a closed class by itself, any other by its part of speech."""
    return token.lower_ if token.pos_ in _CLOSED else token.pos_


def _class_of(lead: str) -> str:
    return "letter" if lead.isalnum() else lead or "nothing"


@lru_cache(maxsize=2)
def _cue_indices(view: View) -> frozenset[int]:
    """The indices of the tokens of a document that are cues."""
    return frozenset(cue.token.i for cues in cue_tokens(view).values() for cue in cues)


def _distance_evidence(view: View, stretch: Stretch, frame: Frame) -> Iterator[str]:
    """How far cue and source stand from the marks and what stands between."""
    token = frame.token
    between = (
        range(stretch.tail[0], token.i) if token.i >= stretch.tail[0] else range(token.i + 1, stretch.head[1])
    )
    yield f"cue at {_step(len(between))}"
    verbs = sum(view.doc[index].tag_ in FINITE for index in between)
    yield f"verbs between {min(verbs, 3)}"
    known = _cue_indices(view)
    cues = sum(index in known for index in between)
    yield f"cues between {min(cues, 3)}"
    if frame.source is not None:
        yield f"source at {_step(abs(_index(view, frame.source[0]) - token.i))}"
        if not _same_sentence(view, stretch, frame.source[0]):
            yield "source in another sentence"
    if frame.order == "source-cue-clause":
        yield f"content begins with {_word(view.doc[_index(view, frame.start)])}"
    outside = stretch.quotation.start - frame.start, frame.end - stretch.quotation.end
    for side, letters in zip(("left", "right"), outside, strict=True):
        yield f"{side} of marks {_step(letters // 6)}"
    if token.i < stretch.head[0]:
        yield "cue before another quotation"
    if any(view.doc[index].lower_ == "that" for index in between):
        yield "that between"


def _step(number: int) -> int:
    return next((step for step in _STEPS if number <= step), 99)


def _index(view: View, offset: int) -> int:
    token: Token | None = view.token_at(offset)
    return 0 if token is None else token.i


def _same_sentence(view: View, stretch: Stretch, offset: int) -> bool:
    index = _index(view, offset)
    first = stretch.earlier[0] if stretch.earlier else stretch.head[0]
    return first <= index < stretch.tail[1]
