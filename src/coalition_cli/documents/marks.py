"""Quotation marks paired over a whole block, before any parse.

Double marks first (straight, curly, low-high, guillemets), each block for itself, so that an odd mark costs
at most its own paragraph; then single marks, which must not cross a double one and are told from apostrophes.
A straight mark opens or closes by its neighbours, a curly one by its shape unless its neighbours forbid it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coalition_cli.documents.ahead import OPENERS, Ahead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.documents.document import Block


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    `start` and `end` are code points into the text, half-open, and leave the marks out; `outer_start` and
    `outer_end` take them in (equal to `start`/`end` where a mark is missing: speech that goes on in the next
    paragraph has no closing mark). `depth` is 0 for outermost marks, 1 for marks inside marks.
    `continues` is true where the next mark, as a rule in the next paragraph, re-opens the same quotation
    (over captions and other short lines between), `term` where the words are a name or a term and nobody's
    speech (see `terms.py`).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    continues: bool = False
    term: bool = False


_OPEN, _CLOSE, _EITHER, _NONE = "open", "close", "either", "none"

_DOUBLE = re.compile("[\"“”„‟«»]|``|''|‘‘|’’")
_SINGLE = re.compile("['‘’‚‹›]")
_SHAPES = {
    **dict.fromkeys(("“", "„", "«", "``", "‘‘"), _OPEN),
    **dict.fromkeys(("”", "»", "''", "’’"), _CLOSE),
}
_LEADING = frozenset("([{<—–-/|*_")
"""What may stand directly before an opening mark, besides white space."""
_TRAILING = frozenset(".,;:!?…)]}>—–-/|*_'’”»\"“%")
"""What may stand directly after a closing mark, besides white space."""
_FINAL = frozenset(",.!?…—–-")
"""What stands directly before a closing mark where speech ends."""
_REMARK = re.compile(r",\s(?:[^\s.!?]+\s){0,7}[^\s.!?]+[.!?]\s+\Z")
"""A last clause so short that it may be "he said", or "he told reporters on Monday"."""
_WRONG = re.compile(r"[^.!?\n\"“”‘]{0,80}?[^\s.!?\n\"“”‘]['’](?=[.,;:!?]|\Z)")
"""Words of one sentence, up to a single closing mark with punctuation behind it."""
_ELISION = re.compile(
    r"(?:\d\ds?|n|em|til|till|tis|twas|cause|cuz|bout|round|nother|ere|im)\b", re.IGNORECASE
)
"""Words that begin with an apostrophe: the '90s, rock 'n' roll, 'em."""


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its partner."""

    at: int
    width: int


def pair_marks(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """Every stretch in quotation marks, in text order, outer before inner; offsets into `text`.

    Never raises: a mark without a partner is left out, or runs to the end of its block where it opens speech.
    """
    found: list[Quotation] = []
    ahead = Ahead()
    for block in reversed(blocks):  # the next paragraph tells whether this one's speech goes on
        doubles = _doubles(text, block, ahead)
        singles = list(_singles(text, block, doubles, ahead))
        found += reversed(_nested([*doubles, *singles]))
        ahead = ahead.before(text, block, [one.outer_start for one in singles])
    return found[::-1]


def _nested(quotations: list[Quotation]) -> list[Quotation]:
    """The same in text order, each with how many others enclose it."""
    quotations.sort(key=lambda one: (one.outer_start, -one.outer_end))
    ends: list[int] = []
    found = []
    for one in quotations:
        while ends and ends[-1] <= one.outer_start:
            ends.pop()
        found.append(replace(one, depth=len(ends)) if ends else one)
        ends.append(one.outer_end)
    return found


def _doubles(text: str, block: Block, ahead: Ahead) -> list[Quotation]:
    """The pairs of double marks in one block."""
    marks = [(match.start(), match.group()) for match in _DOUBLE.finditer(text, block.start, block.end)]
    if _has_stray(text, marks):
        marks = [(at, mark) for at, mark in marks if mark not in ("''", "’’")]
    sides = [_side(text, block, at, mark) for at, mark in marks]
    found: list[Quotation] = []
    stack: list[_Open] = []
    for number, ((at, mark), side) in enumerate(zip(marks, sides, strict=True)):
        if side == _NONE or (stack and _is_inches(text, at, sides[number + 1 : number + 2])):
            continue
        if side == _EITHER:
            side = _CLOSE if stack else _OPEN
        if side == _OPEN:
            if stack and not _nests(sides, number + 1, len(stack)):
                found += _joint(text, stack, at, mark)
                stack.clear()
            stack.append(_Open(at, len(mark)))
        elif stack:
            opened = stack.pop()
            found.append(Quotation(opened.at + opened.width, at, opened.at, at + len(mark)))
        elif not found and _ends_speech(text, block, at):
            found.append(Quotation(block.start, at, block.start, at + len(mark)))
    if stack:
        joined = bool(found) and found[-1].continues
        found += _unclosed(text, block, stack[0], ahead, joined)
    return [one for one in found if text[one.start : one.end].strip()]


def _has_stray(text: str, marks: Sequence[tuple[int, str]]) -> bool:
    """Whether the only mark made of two single ones is a mark and an apostrophe: ''Ello,' he said.

    Behind the point or comma of a straight quotation it closes that: "We sail,'' he said.
    """
    wide = [number for number, (_, mark) in enumerate(marks) if len(mark) == 2]
    if len(wide) != 1:
        return False
    at = marks[wide[0]][0]
    return not (wide[0] % 2 and marks[wide[0] - 1][1] == '"' and text[at - 1] in _FINAL)


def _side(text: str, block: Block, at: int, mark: str) -> str:
    """Whether a double mark opens, closes, could do either, or is none (inches, seconds)."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + len(mark)] if at + len(mark) < block.end else " "
    if mark == '"' and before.isdigit() and _is_measure(text, block, at):
        return _NONE
    may_open = (before.isspace() or before in _LEADING or before in OPENERS) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in _TRAILING)
    shape = _SHAPES.get(mark)
    if may_open and may_close:
        return shape or (_OPEN if before in _LEADING or before in OPENERS else _CLOSE)
    if may_open or may_close:
        return _by_neighbours(shape, may_open, mark)
    return shape or _EITHER


def _by_neighbours(shape: str | None, may_open: bool, mark: str) -> str:
    """The side that the neighbours allow: a mark typed the wrong way round is read as it was meant."""
    if shape is not None and mark in "«»":
        return shape
    return _OPEN if may_open else _CLOSE


def _is_measure(text: str, block: Block, at: int) -> bool:
    """Whether a straight mark after a digit is inches or seconds: 6'2", or the only mark of its block."""
    start = at - 1
    while start > block.start and text[start - 1].isdigit():
        start -= 1
    return text[start - 1] == "'" or text.find('"', block.start, block.end) == text.rfind(
        '"', block.start, block.end
    )


def _is_inches(text: str, at: int, following: Sequence[str]) -> bool:
    """Whether a straight mark after a digit leaves the quotation open: the next mark closes it."""
    return text[at] == '"' and text[at - 1].isdigit() and bool(following) and following[0] == _CLOSE


def _nests(sides: Sequence[str], number: int, depth: int) -> bool:
    """Whether a mark opened inside open marks and those around it close before the next one opens."""
    closing = 0
    while number < len(sides) and sides[number] != _OPEN:
        closing += sides[number] in (_CLOSE, _EITHER)
        number += 1
    return closing > depth


def _ends_speech(text: str, block: Block, at: int) -> bool:
    """Whether a closing mark that nothing opened ends speech that began with its block."""
    return text[at - 1] in _FINAL and at - block.start > 20  # shorter: a stray mark, not a lost one


def _joint(text: str, stack: Sequence[_Open], at: int, mark: str) -> Iterator[Quotation]:
    """The quotation that a mark opens again, as where two paragraphs were made one: “We sail. “Today.”

    None where words like "he said" show that a closing mark is lost: “We sail, he said. “Today.”
    """
    start = stack[0].at + stack[0].width
    before = text[start:at]
    behind = text[at + len(mark) : at + len(mark) + 1]
    ended = before[-1:].isspace() and before.rstrip()[-1:] in ("?", "!", ".")
    if len(stack) == 1 and ended and (behind.isupper() or behind.isdigit()) and not _REMARK.search(before):
        end = start + len(before.rstrip())
        yield Quotation(start, end, stack[0].at, end, continues=True)


def _unclosed(text: str, block: Block, opened: _Open, ahead: Ahead, joined: bool) -> Iterator[Quotation]:
    """A quotation to the end of its block where the opening mark plainly begins speech, or opens it again."""
    start = opened.at + opened.width
    if joined or ahead.near or opened.at == block.start or _follows_cue(text, block, opened.at, start):
        yield Quotation(start, block.end, opened.at, block.end, continues=ahead.opens)
    elif (end := _mismatched(text, block, start)) is not None:
        yield Quotation(start, end, opened.at, end + 1)


def _mismatched(text: str, block: Block, start: int) -> int | None:
    """The single mark that closes what a double one opens, before punctuation: “very, very slowly’."""
    match = _WRONG.match(text, start, block.end)
    return match.end() - 1 if match else None


def _follows_cue(text: str, block: Block, at: int, start: int) -> bool:
    """Whether a colon or comma stands before a mark, and a capital behind it; or a colon, and a figure."""
    lead, first = text[block.start : at].rstrip()[-1:], text[start : start + 1]
    return (lead in (":", ",") and first.isupper()) or (lead == ":" and first.isdigit())


def _singles(text: str, block: Block, doubles: Sequence[Quotation], ahead: Ahead) -> Iterator[Quotation]:
    """The pairs of single marks in one block: both inside the same double pair, or both outside all.

    A straight mark that nothing closes opens speech only where the next paragraph begins with a straight mark
    that is closed there, or in turn by the one behind it.
    """
    marks = [match.start() for match in _SINGLE.finditer(text, block.start, block.end)]
    if not marks:
        return
    around = dict(zip(marks, _enclosing(marks, doubles), strict=True))
    closers: dict[int, list[int]] = {}
    for at in marks:
        if _may_close_single(text, block, at):
            closers.setdefault(around[at], []).append(at)
    reached = block.start
    for at in marks:
        if at < reached or not _opens_single(text, block, at):
            continue
        end = _partner(text, at, closers.get(around[at], []))
        goes_on = ahead.opens if text[at] == "‘" else ahead.straight
        may_run = (goes_on or text[at] == "‘") and not doubles and _begins_speech(text, block, at, goes_on)
        if end is not None and not (may_run and ahead.straight and _is_possessive(text, end)):
            yield Quotation(at + 1, end, at, end + 1)
            reached = end + 1
        elif may_run:
            yield Quotation(at + 1, block.end, at, block.end, continues=goes_on)
            return


def _begins_speech(text: str, block: Block, at: int, resumed: bool) -> bool:
    """Whether a single mark that nothing closes begins speech: behind a cue, or first in a block, and plainly
    a mark or resumed by the next block.
    """
    plain = text[at] == "‘" and text[at + 1 : at + 2].isupper()
    return _follows_cue(text, block, at, at + 1) or (at == block.start and (resumed or plain))


def _enclosing(marks: Sequence[int], doubles: Sequence[Quotation]) -> Iterator[int]:
    """For each mark, in order, where the innermost double pair around it opens; -1 outside all."""
    pairs = sorted(doubles, key=lambda one: one.outer_start)
    position = 0
    opened: list[Quotation] = []
    for at in marks:
        while position < len(pairs) and pairs[position].outer_start < at:
            opened.append(pairs[position])
            position += 1
        while opened and opened[-1].outer_end <= at:
            opened.pop()
        yield opened[-1].outer_start if opened else -1


def _opens_single(text: str, block: Block, at: int) -> bool:
    """Whether a single mark may open: before a word, after space, and no elision ('90s, 'em)."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at] in "’›" or not (before.isspace() or before in _LEADING or before in '"“„«'):
        return False
    if after in "'’" and text[at + 2 : at + 3].isalpha():
        return True  # ''Ello,' he said
    return (after.isalnum() or after in '"“„«[($£€…') and not _ELISION.match(text, at + 1)


def _may_close_single(text: str, block: Block, at: int) -> bool:
    """Whether a single mark may close: at the end of a word or of its punctuation."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return text[at] not in "‹‚" and not before.isspace() and (after.isspace() or after in _TRAILING)


def _partner(text: str, at: int, closers: Sequence[int]) -> int | None:
    """The mark that closes a single one: a plural's apostrophe only where nothing better follows."""
    fallback = None
    for index in range(bisect_right(closers, at + 1), len(closers)):
        end = closers[index]
        if fallback is not None and _reopens(text, fallback + 1, end):
            break
        if not _is_possessive(text, end):
            return end
        fallback = fallback or end
    return fallback


def _reopens(text: str, start: int, end: int) -> bool:
    """Whether another single quotation seems to open between two offsets."""
    return re.search(r"[\s(]['‘](?=\w)", text[start:end]) is not None


def _is_possessive(text: str, at: int) -> bool:
    """Whether a mark reads as an apostrophe: the ministers' plan, nothin' new."""
    ends = text[at - 1] in "sS" or (text[at - 2 : at] == "in" and text[at - 3 : at - 2].isalpha())
    return ends and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
