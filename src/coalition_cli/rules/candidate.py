"""What an engine proposes: the one shape that rules and the learned tagger both produce."""

from __future__ import annotations

from dataclasses import dataclass

from coalition_cli.records import Form

Offsets = tuple[int, int]
"""Start and end (half-open), in code points into the untouched text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed attribution, before it is weighed against others and its speaker is resolved.

    All offsets are code points into `doc.text`. `content` is sorted, never empty and does not overlap
    itself; outer quotation marks are left out of it. `origin` is `rule:ID` or `model:NAME`; `score`
    (0 to 1) is how sure the engine is; `evidence` are (step, detail) pairs for `coalition explain`.
    """

    content: tuple[Offsets, ...]
    cue: Offsets | None
    source: Offsets | None
    form: Form
    origin: str
    score: float = 0.5
    evidence: tuple[tuple[str, str], ...] = ()


def meet(one: Offsets, other: Offsets) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]
