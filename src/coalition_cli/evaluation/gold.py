"""Gold attributions, whatever file they come from, in one shape."""

from __future__ import annotations

from dataclasses import dataclass

from coalition_cli.records import Form, Kind

Spans = tuple[tuple[int, int], ...]
"""Offsets in code points into the document's text, half-open."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution that a person marked; what the format does not say is None.

    `source` and `cue` are empty where the person marked none; `speakers` are ids of canonical speakers.
    """

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    form: Form | None = None
    speakers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One text and every attribution in it."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]
