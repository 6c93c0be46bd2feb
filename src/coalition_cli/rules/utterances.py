"""Quotations chained into utterances: one attribution, however often "he said" interrupts it.

A stretch with a frame of its own begins an utterance. One without joins the utterance before it where it
shares its cue («“…,” he said, “…”»), follows its sentence («“…,” he said. “…”»), re-opens it in the next
paragraph, or is a paragraph of its own behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.frames import Frame, frame_before, frame_behind
from coalition_cli.rules.stretches import Stretch, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View


@dataclass(slots=True)
class Utterance:
    """Stretches that one frame attributes; `steps` say why each later one joined."""

    frame: Frame
    parts: list[Stretch]
    steps: list[str] = field(default_factory=list)


@lru_cache(maxsize=2)
def utterances(view: View) -> tuple[Utterance, ...]:
    """Every framed quotation of a document with what belongs to it, in text order."""
    found: list[Utterance] = []
    current: Utterance | None = None
    last: Stretch | None = None
    for stretch in stretches(view):
        frame = _choose(view, stretch)
        step = _joins(view, stretch, frame, current, last)
        if step is not None and current is not None:
            current.parts.append(stretch)
            current.steps.append(step)
        elif frame is not None:
            current = Utterance(frame, [stretch])
            found.append(current)
        elif stretch.opens_sentence:
            current = None
        last = stretch
    return tuple(found)


def _choose(view: View, stretch: Stretch) -> Frame | None:
    """The frame of one stretch: a colon before it wins, then what stands behind it."""
    before = frame_before(view, stretch)
    if before is not None and (stretch.lead == ":" or (before.known and stretch.lead != "")):
        return before
    return frame_behind(view, stretch) or before


def _joins(
    view: View, stretch: Stretch, frame: Frame | None, current: Utterance | None, last: Stretch | None
) -> str | None:
    """Why a stretch belongs to the utterance before it, or none."""
    if current is None or last is None or current.parts[-1] is not last:
        return None
    if frame is not None:
        return "split by its cue" if frame.cue == current.frame.cue else None
    if last.quotation.continues and stretch.block == last.block + 1:
        return "re-opened paragraph"
    if stretch.block == last.block:
        if stretch.opens_sentence and last.tail[1] + 2 >= stretch.head[0]:
            return "goes on after its cue"
        if stretch.lead in (",", "—", "–", "-") and last.tail[1] == stretch.head[1]:
            return "split by its cue"
        return None
    if stretch.block == last.block + 1 and _fills_block(view, stretch):
        return "paragraph of its own"
    return None


def _fills_block(view: View, stretch: Stretch) -> bool:
    """Whether a block is one quotation and nothing else."""
    block = view.blocks[stretch.block]
    outside = view.text[block.start : stretch.quotation.outer_start]
    return not outside.strip() and block.end - stretch.quotation.outer_end <= 1


def content_of(view: View, utterance: Utterance) -> tuple[Offsets, ...]:
    """The content spans of an utterance, outer marks left out."""
    first = utterance.parts[0]
    spans = [_first_span(view, utterance.frame, first)]
    spans += [(part.quotation.start, part.quotation.end) for part in utterance.parts[1:]]
    return tuple(spans)


def _first_span(view: View, frame: Frame, first: Stretch) -> Offsets:
    """The first stretch, with the words of its sentence before it: «This is “bad,” Healey said»."""
    own = first.quotation
    if (
        frame.order.startswith("content")
        and not first.opens_sentence
        and first.lead not in (",", ":", "—", "–")
    ):
        return view.doc[first.head[0]].idx, own.outer_end
    return own.start, own.end


def framed(view: View, order: str) -> Iterator[Candidate]:
    """The utterances of one order as candidates; `order` is also the rule's ID."""
    for utterance in utterances(view):
        if utterance.frame.order == order:
            yield Candidate(
                content=content_of(view, utterance),
                cue=utterance.frame.cue,
                source=utterance.frame.source,
                form="quotation",
                origin=f"rule:{order}",
                evidence=tuple(_evidence(view, utterance)),
            )


def _evidence(view: View, utterance: Utterance) -> Iterator[tuple[str, str]]:
    """What decided, in words."""
    frame = utterance.frame
    cue = view.text[frame.cue[0] : frame.cue[1]]
    yield "grade", grade_of(utterance)
    yield "cue", f"{cue!r} {'is in the lexicon' if frame.known else 'stands where a cue stands'}"
    for step in utterance.steps:
        yield "joined", step


def grade_of(utterance: Utterance) -> str:
    """Which measured precision the utterance gets: by whether cue and source are sure."""
    frame = utterance.frame
    cue = "known cue" if frame.known else "unlisted cue"
    source = "source" if frame.source else "no source"
    return f"{cue}, {source}, {'clause' if utterance.parts[0].is_speech_like else 'words'}"
