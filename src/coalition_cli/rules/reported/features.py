"""The evidence by which a reported candidate is weighed: short names, each present or not.

Words alone decide little: "support" with an object is an attitude in one text and a subsidy in another. What
tells them apart is learned from these names by `benchmarks/learn_cues.py`. A name is "family: key".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.cues import COMPLEMENTS, cue_of
from coalition_cli.rules.source import PARTICIPANTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.reported.proposal import Proposal
    from coalition_cli.rules.view import View

_SIZES = (1, 2, 4, 8, 16, 32)
_REACHES = (1, 2, 3, 5, 8, 14)
_SUBORDINATE = frozenset(
    ("if", "unless", "whether", "because", "when", "while", "as", "after", "before", "than")
)
_COMPLEMENTS = frozenset(("ccomp", "xcomp", "dobj", "pcomp", "pobj", "acl"))
_CLOSED = frozenset(("SCONJ", "ADP", "PART", "PRON", "DET", "AUX", "CCONJ"))
_NOMINAL = frozenset(("verb-object", "verb-preposition", "noun-preposition", "passive"))
_CLIMB = 8  # steps up the parse; these numbers are part of what the weights were learned with
_HEADLINE = 120  # characters
_FINAL = frozenset(".”\"?!'’")


def features_of(view: View, one: Proposal) -> Iterator[str]:
    """The names of the evidence for one proposal."""
    yield f"shape: {one.shape}"
    yield from _word_features(one)
    yield from _source_features(one)
    yield from _cue_features(one.shape, one.cue.token)
    yield from _place_features(view, one)
    yield from _content_features(view, one)


def _word_features(one: Proposal) -> Iterator[str]:
    """The cue word, alone and with its complement and form."""
    token, last = one.cue.token, one.last
    word = one.cue.cue.word if last is None else f"{one.cue.cue.word} {last.lower_}"
    yield f"word {one.shape}: {word}"
    yield f"any word: {word}"
    yield f"form {token.tag_}: {word}"
    yield f"stance {one.shape}: {one.cue.cue.stance(one.shape)}"
    complement = COMPLEMENTS.get(one.shape, "") if last is None else last.lower_
    if complement:
        yield f"{'listed' if complement in one.cue.cue.takes else 'unlisted'}: {one.shape}"


def _source_features(one: Proposal) -> Iterator[str]:
    """What kind of source, and how far away."""
    source = one.source
    kind = _source_kind(source)
    yield f"source: {kind}"
    yield f"source {one.shape}: {kind}"
    yield f"source {one.cue.cue.stance(one.shape)}: {kind}"
    if source is not None:
        yield f"reach: {_bucket(abs(source.i - one.cue.token.i), _REACHES)}"
        yield f"side {one.shape}: {'before' if source.i < one.cue.token.i else 'after'}"
        yield f"source hangs: {source.dep_} {'on cue' if source.head == one.cue.token else 'elsewhere'}"
        if source.pos_ == "NOUN":
            yield f"who: {source.lemma_.lower()}"


def _source_kind(source: Token | None) -> str:
    if source is None:
        return "none"
    if source.tag_ in ("WP", "WDT"):
        return f"relative {source.lower_}"
    if source.pos_ == "PRON":
        return "self" if source.lower_ in PARTICIPANTS else source.lower_
    return source.ent_type_ or source.tag_


def _cue_features(shape: str, token: Token) -> Iterator[str]:
    """The cue's own form, and the small words on it."""
    yield f"tag {shape}: {token.tag_}"
    yield f"dep {shape}: {token.dep_}"
    for child in token.children:
        if child.dep_ == "neg":
            yield f"negated: {shape}"
        elif child.dep_ in ("aux", "auxpass"):
            yield f"aux: {child.lower_}"
        elif child.dep_ in ("mark", "advmod") and child.lower_ in _SUBORDINATE:
            yield f"under: {child.lower_}"


def _place_features(view: View, one: Proposal) -> Iterator[str]:
    """Where the cue stands: in marks, in a headline, in the complement of another cue."""
    token = one.cue.token
    if view.quotation_at(token.idx) is not None:
        yield "in marks: cue"
        yield f"in marks: {one.shape}"
    block = view.block_at(token.idx)
    if block is not None and block.end - block.start < _HEADLINE and view.text[block.end - 1] not in _FINAL:
        yield f"headline: {one.shape}"
    node = token
    for _ in range(_CLIMB):
        if node.head == node:
            return
        if node.dep_ in _COMPLEMENTS and (above := cue_of(node.head)) is not None:
            yield f"inside {above.cue.part}: {node.dep_}"
            yield f"inside {node.dep_}: {above.cue.word}"
            return
        node = node.head


def _content_features(view: View, one: Proposal) -> Iterator[str]:
    """How long the content is, how it begins, what its head is."""
    shape, head = one.shape, one.head
    start, end = one.content[-1]
    yield f"words {shape}: {_bucket(view.text.count(' ', start, end) + 1, _SIZES)}"
    yield f"spans {shape}: {len(one.content)}"
    yield f"head {shape}: {head.pos_}"
    first = view.token_at(start)
    if first is not None:
        yield f"first {shape}: {first.lower_ if first.pos_ in _CLOSED else first.pos_}"
        yield f"order {shape}: {'after' if first.i > one.cue.token.i else 'before'}"
    yield f"behind {shape}: {_behind(view.text, end)}"
    if shape in _NOMINAL:
        yield f"object {shape}: {head.ent_type_ or head.tag_}"
        yield f"what: {head.lemma_.lower()}"
    if view.quotation_at(start) is not None or view.quotation_at(end - 1) is not None:
        yield f"marks in content: {shape}"


def _behind(text: str, end: int) -> str:
    """What follows a content: a punctuation mark, a word, or the end of the line."""
    line = text[end : end + 3].split("\n")[0].strip()
    return "end" if not line else "word" if line[0].isalnum() else line[0]


def _bucket(number: int, limits: tuple[int, ...]) -> str:
    """The least limit that a number keeps to, "more" above all."""
    return next((str(limit) for limit in limits if number <= limit), "more")
