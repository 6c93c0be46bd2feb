"""Gold attributions, whatever file they come from, in one shape."""

from __future__ import annotations

from dataclasses import dataclass

from coalition_cli.errors import InputError
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


def utf8(data: bytes, path: str, line: int | None = None) -> str:
    """Gold as text, which no encoding may be guessed for: its offsets would go wrong in silence.

    Raises `InputError` where the bytes of a file, or of a line of it, are not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        told = f"not UTF-8: byte 0x{data[error.start]:02X}"
        raise InputError(told, where=path, line=line, remedy="save it as UTF-8") from error
