"""Speech in marks is taken whole, as the rules have it, where the tagger has only some of its words.

Takes: “We sail,” she said. “It's the crew's wish.” (of which the tagger has "We")
Leaves: She said they would “sail” at noon. (whatever the tagger has of it)
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View


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
            yield _whole(view, one, rule, others)


def _from_outside(view: View, one: Candidate) -> Iterator[Offsets]:
    """The parts of a content that stand in other marks than the cue: speech is no rival of what holds it."""
    around = None if one.cue is None else view.quotation_at(one.cue[0])
    for span in one.content:
        if around is None or view.quotation_at(span[0]) != around:
            yield span


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
    return any(span[0] < end and start < span[1] for start, end in others)
