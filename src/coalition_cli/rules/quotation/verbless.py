"""Frames without a cue of saying: «Healey: “…”», «“…” — Healey», «She laughed. “…”»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import VERBAL
from coalition_cli.rules.cues import subject_among
from coalition_cli.rules.quotation.frame import make
from coalition_cli.rules.quotation.stretches import FINITE, index_at, words_before
from coalition_cli.rules.topic import is_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.quotation.frame import Frame
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

_LABEL_LONGEST = 8  # words (4 and 16: the same in 80 texts of train)
DASHES = frozenset(("—", "–", "-", "--", "―"))
_SENTENCE_LONGEST = 30  # words (15 and 60: the same in 80 texts of train)
_POINTS = frozenset(".!?")


def labels(view: View, stretch: Stretch) -> Iterator[Frame]:
    """«Healey: “…”»: a name and a colon, nothing else in the sentence."""
    tokens = words_before(view, stretch)
    if stretch.lead != ":" or not tokens or any(token.tag_ in FINITE for token in tokens):
        return
    if len(tokens) <= _LABEL_LONGEST and any(token.pos_ in ("PROPN", "NOUN") for token in tokens):
        colon = view.doc[tokens[-1].i + 1]
        source = (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        topic = len(tokens) > 1 and is_topic(view.text, tokens[1].idx)
        yield make(view, stretch, "label-content", colon, None if topic else source)


def signatures(view: View, stretch: Stretch) -> Iterator[Frame]:
    """«“…” — Healey»: a dash and a name, on the same line or alone on the next."""
    doc, (first, last) = view.doc, stretch.tail
    if first == last and stretch.block + 1 < len(view.blocks):
        block = view.blocks[stretch.block + 1]
        first, last = index_at(view, block.start), index_at(view, block.end)
    dash = first
    while first < last and doc[first].text in DASHES:
        first += 1
    while last > first and not doc[last - 1].text[0].isalnum():
        last -= 1
    if dash < first < last <= first + _LABEL_LONGEST and doc[first].pos_ == "PROPN":
        source = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        yield make(view, stretch, "content-label", doc[dash], source)


def beside(view: View, stretch: Stretch) -> Iterator[Frame]:
    """«She laughed. “…”»: whole sentences in marks right behind a sentence about somebody, without a cue."""
    block = view.blocks[stretch.block]
    before = view.text[block.start : stretch.quotation.outer_start].rstrip()
    opens = stretch.opens_sentence and not stretch.follows
    if not (opens and stretch.is_speech_like and before[-1:] in _POINTS):
        return
    last = stretch.head[0] - 2  # the token before the final point
    first = max(index_at(view, block.start), last - _SENTENCE_LONGEST)
    verb = next((view.doc[at] for at in range(last, first, -1) if _is_main(view.doc[at])), None)
    subject = None if verb is None else subject_among(verb.lefts)
    if verb is not None and subject is not None and view.quotation_at(subject.idx) is None:
        yield make(view, stretch, "beside-content", verb, subject)


def _is_main(token: Token) -> bool:
    """Whether a token is the verb of a main clause, or of one that it is joined with."""
    if token.pos_ not in VERBAL:
        return False
    return token.dep_ == "ROOT" or (
        token.dep_ == "conj" and token.head.dep_ == "ROOT" and subject_among(token.lefts) is not None
    )
