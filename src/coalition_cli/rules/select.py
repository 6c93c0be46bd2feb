"""Rivals over the same text weighed against one another.

Every candidate comes with the probability that its evidence has earned; where contents overlap, the more
probable one wins and keeps the names of those it beat. Turns and posts stand apart: they hold what is quoted
in them, but what their own speaker thinks there is no attribution of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.records import WHOLE_BLOCK
from coalition_cli.rules.addressee import names_addressee
from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.reopened import with_reopened
from coalition_cli.rules.resumes import resumes
from coalition_cli.rules.source import PARTICIPANTS
from coalition_cli.rules.view import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coalition_cli.documents.marks import Quotation
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View


def select(view: View, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best candidates in text order; each winner's evidence names what it was weighed against."""
    apart: list[Candidate] = []
    rivals: list[Candidate] = []
    for one in candidates:
        if one.form in WHOLE_BLOCK:
            apart.append(one)
        elif not _is_nested(view, one) and not _is_own_voice(view, one):
            rivals.append(_whole(view, replace(one, source=None) if names_addressee(view, one) else one))
    winners = _formed(view, with_reopened(view, _united(_winners(_agreed(rivals)))))
    return sorted([*apart, *winners], key=lambda one: (one.content, one.form))


def _is_nested(view: View, one: Candidate) -> bool:
    """Whether the cue of reported speech stands inside somebody's quotation: speech in speech is not ours."""
    return one.form == "reported" and one.cue is not None and view.quotation_at(one.cue[0]) is not None


def _is_own_voice(view: View, one: Candidate) -> bool:
    """Whether the speaker of a turn or post speaks of nobody else there: "I think so", "are you sure?"; the
    label of the turn is no other source.
    """
    block = view.block_at(one.content[0][0])
    if block is None or block.kind not in SPOKEN:
        return False
    label = block.source or (0, 0)
    if one.source is None or (one.source[0] < label[1] and label[0] < one.source[1]):
        return True
    return view.text[one.source[0] : one.source[1]].lower() in PARTICIPANTS


def _whole(view: View, one: Candidate) -> Candidate:
    """A reported candidate that cuts no quotation: one that it enters or stops before, it takes whole."""
    if one.form != "reported":
        return one
    spans = []
    for start, end in one.content:
        last = view.quotation_at(end - 1) or view.quotation_at(end + 1)
        if last is not None and last.outer_start <= end + 1 and start < last.outer_start:
            end = max(end, last.end)
        first = view.quotation_at(start)
        if first is not None and end > first.outer_end:
            start = min(start, first.outer_start)
            if is_set_off(view, first):
                start, end = first.start, first.end
        end = _told_end(view, start, end)
        spans.append((start, end))
    return one if tuple(spans) == one.content else replace(one, content=_disjoint(spans))


def _told_end(view: View, start: int, end: int) -> int:
    """The end of a content, or of a quotation in it behind which the teller's own words begin again."""
    for one in view.quotations:
        if one.depth or one.term or not start <= one.outer_start < one.outer_end < end:
            continue
        behind = view.text[one.outer_end : end]
        token = view.token_at(end - len(behind.lstrip(", ")))
        if token is not None and resumes(view, one, token):
            return one.outer_end
    return end


def is_set_off(view: View, quotation: Quotation) -> bool:
    """Whether a comma or colon before a quotation says that all of it and nothing else is said.

    «She wrote, “He hates butter,” and I laughed», whatever the parser hangs on it.
    """
    before = view.text[: quotation.outer_start].rstrip()[-1:]
    return not quotation.depth and not quotation.term and before in (",", ":")


def _disjoint(spans: list[Offsets]) -> tuple[Offsets, ...]:
    """Spans in order, those that overlap made one."""
    found: list[Offsets] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _agreed(rivals: list[Candidate]) -> list[Candidate]:
    """The rivals without reported ones that say what a quotation says, of the same source and cue.

    The quotation knows its marks; it takes the higher score of the two.
    """
    quotations = {(one.cue, one.source): one for one in rivals if one.form == "quotation"}
    agreeing: dict[tuple[Offsets | None, Offsets | None], Candidate] = {}
    others = []
    for one in rivals:
        key = (one.cue, one.source)
        same = quotations.get(key) if one.form == "reported" else None
        if same is not None and _lies_in(one.content, same.content):
            agreeing[key] = max(one, agreeing.get(key, one), key=lambda other: other.score)
        else:
            others.append(one)
    return [_with_support(one, agreeing.get((one.cue, one.source))) for one in others]


def _lies_in(inner: Sequence[Offsets], outer: Sequence[Offsets]) -> bool:
    """Whether every span of one content lies in a span of the other."""
    return all(any(low <= start and end <= high for low, high in outer) for start, end in inner)


def _with_support(one: Candidate, agreeing: Candidate | None) -> Candidate:
    """A quotation whose evidence names the reported rule that agrees with it."""
    if agreeing is None or one.form != "quotation":
        return one
    support = ("agrees", f"{agreeing.origin} ({agreeing.score:.2f})")
    return replace(one, score=max(one.score, agreeing.score), evidence=(*one.evidence, support))


def _winners(rivals: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that overlap none better, best first; ties go to the earlier rule."""
    taken: list[tuple[Offsets, int]] = []
    winners: list[Candidate] = []
    lost: dict[int, list[Candidate]] = {}
    for one in sorted(rivals, key=lambda one: -one.score):
        beaten_by = {owner for span in one.content for owner in _overlaps(taken, span)}
        if beaten_by:
            for owner in beaten_by:
                lost.setdefault(owner, []).append(one)
            continue
        for span in one.content:
            insort(taken, (span, len(winners)))
        winners.append(one)
    return [_with_rivals(one, lost.get(number, [])) for number, one in enumerate(winners)]


def _united(winners: Sequence[Candidate]) -> list[Candidate]:
    """The winners with those of one cue and one source made one: a clause that marks interrupt."""
    found: dict[tuple[int, Offsets], Candidate] = {}
    alone: list[Candidate] = []
    for one in winners:
        if one.cue is None or one.source is None:
            alone.append(one)
            continue
        key = (one.cue[1], one.source)
        other = found.get(key)
        found[key] = one if other is None else _union(other, one)
    return alone + list(found.values())


def _union(first: Candidate, second: Candidate) -> Candidate:
    """Two parts of one attribution; the surer one keeps its name."""
    better, worse = (first, second) if first.score >= second.score else (second, first)
    joined = ("joined", f"{worse.origin} has the same cue and source ({worse.score:.2f})")
    content = tuple(sorted(first.content + second.content))
    return replace(better, content=content, evidence=(*better.evidence, joined))


def _formed(view: View, winners: Iterable[Candidate]) -> Iterator[Candidate]:
    """The winners, their content uncut at mere spaces, with their form: a quotation where any of the content
    stands in marks, terms apart.
    """
    speech = [one for one in view.quotations if not one.depth and not one.term]
    ends = [one.end for one in speech]
    for one in winners:
        places = ((bisect_right(ends, start), end) for start, end in one.content)
        marked = any(index < len(speech) and speech[index].start < end for index, end in places)
        content = _closed_up(view.text, one.content)
        yield replace(one, content=content, form="quotation" if marked else "reported")


def _closed_up(text: str, content: Sequence[Offsets]) -> tuple[Offsets, ...]:
    """A content with the spans made one between which there is only white space of the same paragraph."""
    found = [content[0]]
    for start, end in content[1:]:
        last = found[-1]
        gap = text[last[1] : start]
        if not gap.strip() and gap.count("\n") < 2:
            found[-1] = (last[0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _overlaps(taken: list[tuple[Offsets, int]], span: Offsets) -> Iterable[int]:
    """The winners that a span overlaps; `taken` spans never overlap one another."""
    index = bisect_left(taken, (span, -1))
    if index and taken[index - 1][0][1] > span[0]:
        yield taken[index - 1][1]
    while index < len(taken) and taken[index][0][0] < span[1]:
        yield taken[index][1]
        index += 1


def _with_rivals(winner: Candidate, rivals: Sequence[Candidate]) -> Candidate:
    """A winner whose evidence names the rivals that it beat."""
    if not rivals:
        return winner
    beaten = tuple(("weighed against", f"{one.origin} ({one.score:.2f})") for one in rivals)
    return replace(winner, evidence=winner.evidence + beaten)
