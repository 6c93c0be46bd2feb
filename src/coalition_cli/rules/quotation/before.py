"""Frames whose cue stands before the quotation: «Healey said: “…”», «Healey said the plan was “real”»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.clause import VERBAL, trim
from coalition_cli.rules.cues import cue_of
from coalition_cli.rules.mention import source_span
from coalition_cli.rules.quotation.frame import make
from coalition_cli.rules.quotation.stretches import words_before
from coalition_cli.rules.resumes import resumes
from coalition_cli.rules.source import find_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.quotation.frame import Frame
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

_ADJUNCTS = frozenset(("advmod", "npadvmod", "prep", "dative", "prt", "neg", "aux", "auxpass", "advcl"))
_BOUND = frozenset((":", ",", "—", "–", "-"))
"""What binds a quotation to the cue right before it."""
_BEFORE_MOST = 4
"""Verbs looked at before a stretch; more are never right on train."""
_CHAIN_LONGEST = 3
"""Verbs of a chain (1 and 6: the same in 80 texts of train)."""
_ANY_SUBJECT = frozenset(("nsubj", "nsubjpass"))


def before(view: View, stretch: Stretch) -> Iterator[Frame]:
    """The frames in the head of a stretch, and in its sentence before that, outside quotations."""
    tokens = words_before(view, stretch)
    seen = 0
    for token in reversed([view.doc[index] for index in stretch.earlier] + tokens):
        found = cue_of(token)
        near = bool(tokens) and token.i >= tokens[0].i
        if found is None and not (near and token.pos_ in VERBAL and token.dep_ not in ("aux", "auxpass")):
            continue
        source = _source_of(view, token)
        adjoins = bool(tokens) and _adjoins(token, tokens[-1])
        if near and (stretch.lead in _BOUND or adjoins):
            yield make(view, stretch, "source-cue-content", token, source, **_with_that(stretch, tokens[-1]))
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
            yield make(view, stretch, "source-cue-clause", cue, source, start=span[0], end=end)


def _complement_start(cue: Token, begin: int) -> int | None:
    """Where the complement of a cue begins, before the opening mark at token index `begin`."""
    start = None
    for child in cue.rights:
        if child.i >= begin and child.left_edge.i >= begin:
            break
        reaches = child.right_edge.i >= begin
        if child.dep_ in ("punct", "prt", "neg", "advcl") or (child.dep_ in _ADJUNCTS and not reaches):
            continue
        if child.dep_ in ("dobj", "dative") and not reaches and cue.lemma_ in _telling():
            continue
        start = child.left_edge.i
        break
    return start if start is not None and cue.i < start < begin else None


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("cues")["telling"])


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
