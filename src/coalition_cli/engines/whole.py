"""Speech in marks is taken whole, as the rules have it, where the tagger has only some of its words.

Takes: “We sail,” she said. “It's the crew's wish.” (of which the tagger has "We")
Takes: She denounced the plan, which is new, as a “power grab”. (of which the tagger has "the plan")
Leaves: She said they would “sail” at noon. (whatever the tagger has of it)
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import meet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

SURE = 0.8
"""How sure the rules must be of a clause of which the tagger has the first words (by eye)."""


def with_whole_quotations(
    view: View, tagged: Sequence[Candidate], ruled: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The finds of the tagger; one that lies in quotations which the rules give to the same cue has them
    whole, with those of the same paragraphs that no other find has a part of.
    """
    quotations = [rule for rule in ruled if rule.form == "quotation" and rule.cue is not None]
    outside = [(one, list(_from_outside(view, one))) for one in tagged]
    for one in tagged:
        rule = next((rule for rule in quotations if _shares_cue(one, rule)), None)
        if rule is None:
            yield one
        else:
            others = [span for other, spans in outside if other is not one for span in spans]
            clause = next((rule for rule in quotations if _breaks_off(view, one, rule, others)), None)
            yield _whole(view, one, rule, others) if clause is None else replace(one, content=clause.content)


def _from_outside(view: View, one: Candidate) -> Iterator[Offsets]:
    """The parts of a content that stand in other marks than the cue: speech is no rival of what holds it."""
    around = None if one.cue is None else view.quotation_at(one.cue[0])
    for span in one.content:
        if around is None or view.quotation_at(span[0]) != around:
            yield span


def _breaks_off(view: View, one: Candidate, rule: Candidate, others: Sequence[Offsets]) -> bool:
    """Whether a find has only the first words of a clause, before marks in it that no other find has."""
    if len(one.content) > 1 or len(rule.content) > 1 or rule.score < SURE or rule.source is None:
        return False
    (start, end), (first, last) = one.content[0], rule.content[0]
    if start != first or end >= last or one.source is None or not _shares_cue(one, rule):
        return False
    marked = any(
        not mark.term and end < mark.outer_start and mark.outer_end <= last for mark in view.quotations
    )
    return marked and _touches(one.source, [rule.source]) and not _touches((end, last), others)


def _whole(view: View, one: Candidate, rule: Candidate, others: Sequence[Offsets]) -> Candidate:
    """A find with the quotations of a rule, or as it is where it has words outside them."""
    outer = {span: marks for span in rule.content if (marks := _marks_around(view, span)) is not None}
    for start, end in one.content:
        if not any(low <= start and end <= high for low, high in outer.values()):
            return one
    touched = [span for span in outer if _touches(span, one.content)]
    blocks = {view.block_at(span[0]) for span in touched}
    near = [span for span in outer if view.block_at(span[0]) in blocks and not _touches(span, others)]
    return replace(one, content=tuple(sorted({*touched, *near})), form="quotation")


def _marks_around(view: View, span: Offsets) -> Offsets | None:
    """A quotation with its marks, where it is the whole of a span."""
    mark = view.quotation_at(span[0])
    return (mark.outer_start, mark.outer_end) if mark and (mark.start, mark.end) == span else None


def _shares_cue(one: Candidate, rule: Candidate) -> bool:
    return one.cue is not None and rule.cue is not None and _touches(one.cue, [rule.cue])


def _touches(span: Offsets, others: Sequence[Offsets]) -> bool:
    return any(meet(span, other) for other in others)
