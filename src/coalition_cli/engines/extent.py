"""Where a content that the tagger found word by word begins and ends, as the grammar around it has it.

Takes: Berg praised [the crew which] carried her home. (the crew which carried her home)
Takes: Berg wants [to stay and he will see]. (to stay)
Leaves: Berg wants [to stay and to see].
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.engines.doubt import MEANWHILE
from coalition_cli.lexicons import load
from coalition_cli.rules.clause import token_span
from coalition_cli.rules.cues import cue_within
from coalition_cli.rules.quotation.stretches import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.documents.marks import Quotation
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_NEXT = re.compile(r"\s+[A-Z]")
_RELATIVE = frozenset(("WDT", "WP"))
_NAMING = frozenset(("PROPN", "NOUN", "PUNCT"))


def extended(view: View, cue: Offsets, span: Offsets) -> Offsets:
    """A content behind its cue without the one who is told before its marks, or what its teller adds behind
    it; with the whole of a clause of which it has the first word.
    """
    if span[0] < cue[1]:
        return span
    start, end = _past_addressee(view, cue, span)
    words = list(view.tokens((start, end)))
    if len(words) < 2:
        return start, end
    clause = _relative(view, words)
    if clause is not None:
        return start, max(end, clause[1])
    first, last = words[0], words[-1]
    edge = min(_others(view, cue, first, last), default=None)
    kept = None if edge is None else token_span(view, first.i, edge - 1)
    return start, min(_with_mark(view, start, kept[1]) if kept else end, _sentence_end(view, (start, end)))


def _with_mark(view: View, start: int, end: int) -> int:
    """The end of a content, with the closing mark of a quotation that ends there and opens in it."""
    quotation = view.quotation_at(end)
    return (
        quotation.outer_end if quotation and quotation.end == end and quotation.outer_start > start else end
    )


def _relative(view: View, words: list[Token]) -> Offsets | None:
    """The relative clause that a content breaks off after the first word of."""
    last = words[-1]
    if last.tag_ not in _RELATIVE or last.dep_ != "nsubj" or last.head.i < last.i or words[-2].is_punct:
        return None
    return token_span(view, last.i, last.head.right_edge.i)


def _past_addressee(view: View, cue: Offsets, span: Offsets) -> Offsets:
    """A quotation without the name before it that is told: «telling | Dunn "it is over"»."""
    verb = cue_within(view, cue)
    if verb is None or verb.cue.word not in _telling() or view.quotation_at(span[0]) is not None:
        return span
    inside = (one for one in view.quotations if not one.depth and span[0] <= one.outer_start < span[1])
    quotation = next(inside, None)
    if quotation is None or span[1] > quotation.outer_end or not _is_clause(view, quotation):
        return span
    told = list(view.tokens((span[0], quotation.outer_start)))
    named = all(token.pos_ in _NAMING for token in told)
    return (quotation.start, quotation.end) if named else span


def _is_clause(view: View, quotation: Quotation) -> bool:
    return any(token.tag_ in FINITE for token in view.tokens((quotation.start, quotation.end)))


def _others(view: View, cue: Offsets, first: Token, last: Token) -> Iterator[int]:
    """Where what stands at the end of a content and hangs on its cue begins: what happened meanwhile, or
    behind an infinitive another clause with a subject of its own.
    """
    found = cue_within(view, cue)
    for child in found.after if found else ():
        if not first.i < child.left_edge.i <= last.i <= child.right_edge.i:
            continue
        meanwhile = child.dep_ == "advcl" and child.left_edge.lower_ in MEANWHILE and child.tag_ in FINITE
        own = child.dep_ == "conj" and any(word.dep_ == "nsubj" for word in child.lefts)
        if meanwhile:
            yield child.left_edge.i
        elif own and first.tag_ == "TO":
            joint = child.nbor(child.left_edge.i - child.i - 1)
            yield joint.i if joint.dep_ == "cc" else child.left_edge.i


def _sentence_end(view: View, span: Offsets) -> int:
    """The end of a content, or of a quotation in it with whose full stop its sentence ends."""
    for one in view.quotations:
        inside = span[0] < one.outer_start and one.end < one.outer_end < span[1]
        if inside and not one.depth and not one.term and view.text[one.end - 1] == ".":
            return one.outer_end if _NEXT.match(view.text, one.outer_end) else span[1]
    return span[1]


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("cues")["telling"])
