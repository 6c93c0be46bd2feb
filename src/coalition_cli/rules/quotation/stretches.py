"""The outermost quotations of a document as the quotation rules see them: each with its surroundings.

A gap is what stands outside the marks: `head` before a stretch, `tail` behind it, both within its block and
its sentence. Sentences are cut at their final points only, since a parser sees boundaries inside quotations.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.documents.document import Block
    from coalition_cli.documents.marks import Quotation
    from coalition_cli.rules.view import View

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_ENDS = frozenset((".", "!", "?", "…", ";"))
_POINTS = frozenset(".!?")
_LOOK_BACK = 40
"""Tokens looked at before earlier quotations of a sentence (20 and 80: the same in 80 texts of train)."""
_CLAUSE_FINAL = frozenset(",.!?…—–-;:")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One outermost quotation.

    `block` is its index in `view.blocks`; `head`, `inside` and `tail` are half-open ranges of token indices;
    `lead` is the last character before the opening mark in its block ("" where there is none); `final` is the
    character that ends the words inside, or the comma right behind the closing mark (British style);
    `earlier` are the tokens of its sentence that stand before other quotations in it; `follows` is true where
    the sentence before it in its block ends with, or holds, another quotation; `announced` is true where its
    head is the end of the paragraph before: «Healey went on:».
    """

    quotation: Quotation
    block: int
    head: tuple[int, int]
    inside: tuple[int, int]
    tail: tuple[int, int]
    lead: str
    final: str
    words: int
    finite: bool
    earlier: tuple[int, ...] = ()
    follows: bool = False
    announced: bool = False

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing stands before the stretch in its sentence."""
        return self.head[0] == self.head[1]

    @property
    def is_speech_like(self) -> bool:
        """Whether it reads as speech by itself: a clause, or long."""
        return self.words >= 6 or (self.finite and self.words >= 3)  # thresholds by eye on train, not swept


@lru_cache(maxsize=2)
def stretches(view: View) -> tuple[Stretch, ...]:
    """The outermost quotations in prose, in text order."""
    by_block: dict[int, list[Quotation]] = {}
    number = 0
    for quotation in view.quotations:
        while number < len(view.blocks) and view.blocks[number].end <= quotation.outer_start:
            number += 1
        if number == len(view.blocks):
            break
        block = view.blocks[number]
        if quotation.depth == 0 and block.kind in PROSE and quotation.outer_start >= block.start:
            by_block.setdefault(number, []).append(quotation)
    found: list[Stretch] = []
    for number, own in by_block.items():
        found += _of_block(view, number, view.blocks[number], own)
    return tuple(found)


def reopens(view: View, last: Quotation, stretch: Stretch) -> bool:
    """Whether the stretch behind a quotation that goes on is where it does: first in its block, or in the
    same block, as where two paragraphs were made one.
    """
    block = view.blocks[stretch.block]
    return last.continues and (stretch.quotation.outer_start == block.start or last.start >= block.start)


def _of_block(view: View, number: int, block: Block, own: list[Quotation]) -> list[Stretch]:
    """The stretches of one block."""
    first, last = index_at(view, block.start), index_at(view, block.end)
    edges = [(index_at(view, one.outer_start), index_at(view, one.outer_end)) for one in own]
    found: list[Stretch] = []
    for position, (one, (begin, end)) in enumerate(zip(own, edges, strict=True)):
        low = edges[position - 1][1] if position else first
        high = edges[position + 1][0] if position + 1 < len(edges) else last
        before = view.text[
            own[position - 1].outer_end if position else block.start : one.outer_start
        ].rstrip()
        inside = _inside(view, one, begin, end)
        head = (_sentence_start(view, low, begin), begin)
        if before[-1:] in _POINTS and view.text[one.start].isupper():
            head = (begin, begin)  # an abbreviation's point that also ends its sentence
        announced = not position and not before and _announces(view, number - 1)
        if announced:
            head, before = _last_sentence(view, view.blocks[number - 1]), ":"
        found.append(
            Stretch(
                quotation=one, block=number,
                head=head, inside=inside,
                tail=(end, _sentence_end(view, end, high)),
                lead=before[-1:], final=_final(view.text, one, block),
                words=sum(view.doc[index].text[0].isalnum() for index in range(*inside)),
                finite=any(view.doc[index].tag_ in FINITE for index in range(*inside)),
                earlier=_earlier(found[-1], head[0]) if found else (),
                announced=announced, follows=bool(found) and found[-1].tail[1] + 2 >= head[0],
            )
        )  # fmt: skip
    return found


def _announces(view: View, number: int) -> bool:
    """Whether a block of prose ends with a colon."""
    if number < 0:
        return False
    block = view.blocks[number]
    return block.kind in PROSE and view.text[block.end - 1] == ":"


def _last_sentence(view: View, block: Block) -> tuple[int, int]:
    """The tokens of the last sentence of a block."""
    first, last = index_at(view, block.start), index_at(view, block.end)
    return _sentence_start(view, first, last), last


def _earlier(before: Stretch, start: int) -> tuple[int, ...]:
    """The tokens outside quotations of a sentence that the stretch `before` does not end."""
    if before.final in _POINTS or start > before.tail[0] + 1:
        return ()
    return (*before.earlier, *range(*before.head))[-_LOOK_BACK:]


def words_before(view: View, stretch: Stretch) -> list[Token]:
    """The tokens of a stretch's head up to its last word."""
    tokens = [view.doc[index] for index in range(*stretch.head)]
    while tokens and not tokens[-1].text[0].isalnum():
        tokens.pop()
    return tokens


def index_at(view: View, offset: int) -> int:
    """The index of the first token that starts at or after an offset."""
    token = view.token_at(offset)
    if token is None:
        return 0
    return token.i if token.idx >= offset else token.i + 1


def _inside(view: View, one: Quotation, begin: int, end: int) -> tuple[int, int]:
    """The tokens between the marks."""
    doc = view.doc
    while begin < end and doc[begin].idx < one.start:
        begin += 1
    while end > begin and doc[end - 1].idx >= one.end:
        end -= 1
    return begin, end


def _sentence_start(view: View, low: int, begin: int) -> int:
    """Where the sentence that leads to a stretch begins, not before `low`."""
    doc = view.doc
    index = begin
    while index > low and not _is_end(doc[index - 1]):
        index -= 1
    while index < begin and not doc[index].text[0].isalnum() and doc[index].text[0] not in "$£€[(":
        index += 1
    return index


def _sentence_end(view: View, end: int, high: int) -> int:
    """Where the sentence behind a stretch ends (its final point left out), not after `high`."""
    doc = view.doc
    index = end
    while index < high and not _is_end(doc[index]):
        index += 1
    return index


def _is_end(token: Token) -> bool:
    """Whether a token ends a sentence."""
    return token.text in _ENDS or (token.is_space and "\n" in token.text)


def _final(text: str, one: Quotation, block: Block) -> str:
    """What ends the words of a quotation: their last mark of punctuation, inside or right behind."""
    last = text[one.start : one.end].rstrip()[-1:]
    if last in ("'", "’", "”", '"'):
        last = text[one.start : one.end].rstrip()[-2:-1]
    if last not in _CLAUSE_FINAL and text[one.outer_end : min(one.outer_end + 1, block.end)] == ",":
        return ","
    return last if last in _CLAUSE_FINAL else ""
