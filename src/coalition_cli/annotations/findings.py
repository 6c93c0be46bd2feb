"""A finding: what is wrong with the annotations, and exactly where."""

from __future__ import annotations

from dataclasses import dataclass

from coalition_cli.errors import CoalitionWarning


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file: lines and columns from 1, `end_column` past the last character.

    `start` and `end` are the same as code points into the file's text (a byte order mark left out).
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: a stable `code`, what is wrong, and the place of the very node.

    `subject` is the id of the annotation, document or record that it is about, and `fields` those in which
    the extractor and the person differ: `accepted:` names both. `hints` are further lines for a person: the
    nearest candidates, what the extractor says.
    """

    code: str
    message: str
    file: str
    place: Place
    subject: str | None = None
    hints: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Findings are told by file, then from the top down."""
        return self.file, self.place.line, self.place.column, self.code

    def __str__(self) -> str:
        return f"{self.file}:{self.place.line}:{self.place.column}: {self.code} {self.message}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that the file accepts, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check: what is open, what is accepted, and how much was looked at."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    entries: int = 0
    documents: int = 0


class AnnotationWarning(CoalitionWarning):
    """An annotation that could not be used on a text, told while everything else goes on."""
