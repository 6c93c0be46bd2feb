"""The evidence by which a reported candidate is weighed: short names, each present or not.

Words alone decide little: "support" with an object is an attitude in one text and a subsidy in another. What
tells them apart is learned from these names by `benchmarks/learn_cues.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.cues import cue_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.reported.proposal import Proposal
    from coalition_cli.rules.view import View

_LENGTHS = (1, 2, 4, 8, 16, 32)
_SELF = frozenset(("i", "we", "you", "me", "us"))
_MODALS = frozenset(("would", "could", "should", "might", "may", "must", "can", "will", "shall"))
_SUBORDINATE = frozenset(
    ("if", "unless", "whether", "because", "when", "while", "as", "after", "before", "than")
)


def features_of(view: View, one: Proposal) -> Iterator[str]:
    """The names of the evidence for one proposal."""
    shape, token, stance = one.shape, one.cue.token, one.cue.cue.stance
    word = one.cue.cue.word if one.last is None else f"{token.lemma_.lower()} {one.last.lower_}"
    yield f"shape {shape}"
    yield f"word {shape} {word}"
    yield f"any {word}"
    yield f"stance {shape} {stance}"
    yield from _source_features(shape, stance, one.source)
    yield from _cue_features(view, shape, token)
    yield from _content_features(view, one)


def _source_features(shape: str, stance: str, source: Token | None) -> Iterator[str]:
    kind = _source_kind(source)
    yield f"source {kind}"
    yield f"source {shape} {kind}"
    yield f"source {stance} {kind}"
    if source is not None and source.pos_ == "NOUN":
        yield f"who {source.lemma_.lower()}"


def _source_kind(source: Token | None) -> str:
    if source is None:
        return "none"
    if source.tag_ in ("WP", "WDT"):
        return f"relative {source.lower_}"
    if source.pos_ == "PRON":
        return "self" if source.lower_ in _SELF else source.lower_
    if source.ent_type_:
        return source.ent_type_
    return source.tag_


def _cue_features(view: View, shape: str, token: Token) -> Iterator[str]:
    yield f"tag {shape} {token.tag_}"
    yield f"dep {shape} {token.dep_}"
    for child in token.children:
        if child.dep_ == "neg":
            yield f"negated {shape}"
        elif child.dep_ == "aux":
            yield f"aux {child.lemma_.lower()}"
        elif child.dep_ in ("mark", "advmod") and child.lower_ in _SUBORDINATE:
            yield f"under {child.lower_}"
    if view.quotation_at(token.idx) is not None:
        yield "cue in marks"
        yield f"cue in marks {shape}"
    outer = _outer(token)
    if outer:
        yield f"inside {outer}"
    block = view.block_at(token.idx)
    if (
        block is not None
        and block.end - block.start < 120
        and view.text[block.end - 1 : block.end] not in '.”"?!'
    ):
        yield f"headline {shape}"


def _outer(token: Token) -> str:
    """Whether the cue stands in the complement of another cue: attributions are not nested."""
    node, steps = token, 0
    while node.head != node and steps < 8:
        if node.dep_ in ("ccomp", "xcomp", "dobj", "pcomp", "pobj", "acl"):
            above = cue_of(node.head)
            if above is not None and above.cue.part == "verb":
                return f"{node.dep_}"
        node, steps = node.head, steps + 1
    return ""


def _content_features(view: View, one: Proposal) -> Iterator[str]:
    shape, head = one.shape, one.head
    start, end = one.content[-1]
    words = view.text.count(" ", start, end) + 1
    size = next((limit for limit in _LENGTHS if words <= limit), 99)
    yield f"words {shape} {size}"
    yield f"spans {shape} {len(one.content)}"
    yield f"head {shape} {head.pos_}"
    first = view.token_at(start)
    if first is not None:
        yield f"first {shape} {first.lower_ if first.pos_ in _CLOSED else first.pos_}"
        yield f"order {shape} {'after' if first.i > one.cue.token.i else 'before'}"
    if shape in _NOMINAL:
        yield f"object {shape} {head.ent_type_ or head.tag_}"
        yield f"what {head.lemma_.lower()}"
    if any(view.quotation_at(offset) is not None for offset in (start, end - 1)):
        yield f"content in marks {shape}"


_CLOSED = frozenset(("SCONJ", "ADP", "PART", "PRON", "DET", "AUX", "CCONJ"))
_NOMINAL = frozenset(("verb-object", "verb-preposition", "noun-preposition", "passive"))
