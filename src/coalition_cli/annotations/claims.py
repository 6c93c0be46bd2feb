"""Which of the extractor's records each annotation is about: by the letters they share, never by order.

Levels are kept apart: a sentence quoted inside a turn is not the turn, and a statement reported inside
another (its own cue or source stands within the other's content) is not the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalition_cli.annotations.extent import Extent, Letters
from coalition_cli.records import WHOLE_BLOCK, Attribution

if TYPE_CHECKING:
    from coalition_cli.annotations.resolved import ResolvedQuote

HALF = 0.5
"""The overlap from which two contents are one record, as the scorer of the benchmarks counts it."""


@dataclass
class Claims:
    """The outcome, by index: `records[i]` are those that annotation i is about, the likest first.

    `taken` are all records that some annotation is about or rejects; `idle` the annotations that say the
    same as an earlier one.
    """

    records: list[list[int]]
    taken: set[int] = field(default_factory=set)
    idle: set[int] = field(default_factory=set)


def extent_of(record: Attribution) -> Extent:
    """The content of a record as offsets."""
    return tuple((span.start, span.end) for span in record.content)


def claim(quotes: Sequence[ResolvedQuote], records: Sequence[Attribution], letters: Letters) -> Claims:
    """Which records the annotations are about.

    A record with the very letters of an annotation belongs to that one alone. Any other record belongs to
    every annotation that shares half of it, covers it, or is a part of it (with the same cue, or together
    with other annotations that make up half of it), unless one of the two is told inside the other. A
    rejected annotation takes its very letters, and what it shares half of or covers on its own level.
    """
    found = Claims([[] for _ in quotes])
    extents = [extent_of(record) for record in records]
    correct = [index for index, one in enumerate(quotes) if one.entry.verdict == "correct"]
    owned = _exact(quotes, correct, extents, letters, found)
    settled = {index for index in correct if found.records[index]}
    for number, record in enumerate(records):
        if number not in owned:
            for index in _claimants(quotes, correct, settled, record, extents[number], letters):
                found.records[index].append(number)
    for index in correct:
        own = found.records[index]
        found.taken.update(own)
        own.sort(key=lambda number: (-letters.overlap(quotes[index].spans, extents[number]), extents[number]))
    for index, one in enumerate(quotes):
        if one.entry.verdict == "rejected":
            for number in range(len(records)):
                if number not in owned and _rejects(one, records[number], letters):
                    found.records[index].append(number)
                    found.taken.add(number)
    return found


def _exact(
    quotes: Sequence[ResolvedQuote],
    correct: Sequence[int],
    extents: Sequence[Extent],
    letters: Letters,
    found: Claims,
) -> set[int]:
    """Give each annotation the records with its very letters; the records given are returned."""
    owned: set[int] = set()
    for place, index in enumerate(correct):
        if any(letters.same(quotes[earlier].spans, quotes[index].spans) for earlier in correct[:place]):
            found.idle.add(index)
            continue
        same = [n for n, extent in enumerate(extents) if letters.same(quotes[index].spans, extent)]
        found.records[index].extend(same)
        owned.update(same)
    return owned


def _claimants(
    quotes: Sequence[ResolvedQuote],
    correct: Sequence[int],
    settled: set[int],
    record: Attribution,
    extent: Extent,
    letters: Letters,
) -> list[int]:
    """The annotations, none of which has the record's very letters, that are about it."""
    whole, parts = [], []
    for index in correct:
        quote = quotes[index]
        if _other_level(quote, record):
            continue
        inside = _told_inside(quote, record)
        half = letters.overlap(quote.spans, extent) >= HALF and not (inside and index in settled)
        if half or (letters.covers(quote.spans, extent) and not inside):
            whole.append(index)
        if letters.covers(extent, quote.spans) and not inside:
            parts.append(index)
    together = sum(letters.size(quotes[index].spans) for index in parts) >= HALF * letters.size(extent)
    return sorted({*whole, *(index for index in parts if together or _same_cue(quotes[index], record))})


def _rejects(rejected: ResolvedQuote, record: Attribution, letters: Letters) -> bool:
    extent = extent_of(record)
    if letters.same(rejected.spans, extent):
        return True
    if _other_level(rejected, record) or _told_inside(rejected, record):
        return False
    return letters.overlap(rejected.spans, extent) >= HALF or letters.covers(rejected.spans, extent)


def _other_level(quote: ResolvedQuote, record: Attribution) -> bool:
    """Whether one is a whole turn or post and the other something said in it."""
    form = quote.entry.form
    return form is not None and (form in WHOLE_BLOCK) != (record.form in WHOLE_BLOCK)


def _told_inside(quote: ResolvedQuote, record: Attribution) -> bool:
    """Whether the sign of one (its cue, else its source) stands inside the content of the other."""
    if _same_cue(quote, record):
        return False
    theirs = record.cue or record.source
    own = quote.cue or quote.source
    return bool(
        (theirs and _inside((theirs.start, theirs.end), quote.spans))
        or (own and _inside(own, extent_of(record)))
    )


def _inside(sign: tuple[int, int], extent: Extent) -> bool:
    return any(start <= sign[0] and sign[1] <= end for start, end in extent)


def _same_cue(quote: ResolvedQuote, record: Attribution) -> bool:
    cue = record.cue
    return bool(quote.cue and cue and quote.cue[0] < cue.end and cue.start < quote.cue[1])
