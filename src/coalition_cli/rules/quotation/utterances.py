"""Quotations chained into utterances: one attribution, however often "he said" interrupts it.

Each stretch takes its best frame. One that shares its cue with the stretch before it, follows its sentence
(«“…,” he said. “…”»), re-opens it in the next paragraph, or is a paragraph of its own behind it joins the
utterance before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.quotation.evidence import evidence_of, reasons, weigh
from coalition_cli.rules.quotation.frame import Frame
from coalition_cli.rules.quotation.frames import frames_of
from coalition_cli.rules.quotation.stretches import Stretch, reopens, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

LEAST = 0.5
"""A frame less likely than this attributes nothing: at 0.5 right and wrong finds cost the same."""


@dataclass(slots=True)
class Utterance:
    """Stretches that one frame attributes, each with its content; `steps` say why each later one joined."""

    frame: Frame
    score: float
    parts: list[Stretch]
    spans: list[Offsets]
    steps: list[str] = field(default_factory=list)
    rivals: list[tuple[Frame, float]] = field(default_factory=list)


@lru_cache(maxsize=2)
def utterances(view: View) -> tuple[Utterance, ...]:
    """Every framed quotation of a document with what belongs to it, in text order."""
    found: list[Utterance] = []
    current: Utterance | None = None
    for stretch in stretches(view):
        readings = weighed(view, stretch)
        frame = readings[0][0] if readings and readings[0][1] >= LEAST else None
        step = _joins(view, stretch, frame, current)
        if step is not None and current is not None:
            _join(current, stretch, frame, step)
        elif frame is not None:
            current = Utterance(
                frame, readings[0][1], [stretch], [(frame.start, frame.end)], rivals=readings[1:]
            )
            found.append(current)
        elif stretch.opens_sentence:
            current = None
    return tuple(found)


def weighed(view: View, stretch: Stretch) -> list[tuple[Frame, float]]:
    """The frames of a stretch with their probabilities, best first."""
    frames = frames_of(view, stretch)
    readings = [(frame, weigh(evidence_of(view, stretch, frame, frames))) for frame in frames]
    return sorted(readings, key=lambda reading: -reading[1])


def _join(current: Utterance, stretch: Stretch, frame: Frame | None, step: str) -> None:
    """Add a stretch to the utterance before it: as another span or, in one clause, as more of the same."""
    start, end = (frame.start, frame.end) if frame else (stretch.quotation.start, stretch.quotation.end)
    if start < current.spans[-1][1]:
        current.spans[-1] = (min(start, current.spans[-1][0]), max(end, current.spans[-1][1]))
    else:
        current.spans.append((start, end))
    current.parts.append(stretch)
    current.steps.append(step)


def _joins(view: View, stretch: Stretch, frame: Frame | None, current: Utterance | None) -> str | None:
    """Why a stretch belongs to the utterance before it, or none."""
    if current is None:
        return None
    if frame is not None:
        return "shares its cue" if frame.token.i == current.frame.token.i else None
    last = current.parts[-1]
    if reopens(view, last.quotation, stretch):
        return "re-opened paragraph"
    if stretch.block == last.block:
        if stretch.opens_sentence and stretch.follows:
            return "goes on after its cue"
        if stretch.lead in (",", "—", "–", "-") and last.tail[1] == stretch.head[1]:
            return "split by its cue"
        return None
    if stretch.block == last.block + 1 and fills_block(view, stretch):
        return "paragraph of its own"
    return None


def fills_block(view: View, stretch: Stretch) -> bool:
    """Whether a block is one quotation and nothing else, and no headline."""
    block = view.blocks[stretch.block]
    if block.kind == "heading":
        return False
    outside = view.text[block.start : stretch.quotation.outer_start]
    return not outside.strip() and block.end - stretch.quotation.outer_end <= 1


def framed(view: View, order: str) -> Iterator[Candidate]:
    """The utterances of one order as candidates; `order` is also the rule's ID."""
    for utterance in utterances(view):
        if utterance.frame.order == order:
            yield Candidate(
                content=tuple(utterance.spans),
                cue=utterance.frame.cue,
                source=utterance.frame.source,
                form="quotation",
                origin=f"rule:{order}",
                score=utterance.score,
                evidence=tuple(_evidence(view, utterance)),
            )


def _evidence(view: View, utterance: Utterance) -> Iterator[tuple[str, str]]:
    """What decided, in words."""
    frame = utterance.frame
    rivals = [rival for rival, _ in utterance.rivals]
    yield "cue", _said_of(view, frame)
    yield "because", reasons(evidence_of(view, utterance.parts[0], frame, [frame, *rivals]))
    for step in utterance.steps:
        yield "joined", step
    for rival, score in utterance.rivals:
        source = "nobody" if rival.source is None else view.text[rival.source[0] : rival.source[1]]
        yield "weighed against", f"{rival.order}: {rival.token.text!r} of {source} ({score:.2f})"


def _said_of(view: View, frame: Frame) -> str:
    """What is known of a frame's cue."""
    if frame.cue is None:
        return f"none; stands right behind a sentence about its source ({frame.token.text!r})"
    cue = view.text[frame.cue[0] : frame.cue[1]]
    return repr(cue) if frame.entry else f"{cue!r} is not in the lexicon, but stands where a cue stands"
