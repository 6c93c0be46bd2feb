"""The few errors the library raises on purpose; the command line turns each into one line and exit code 2."""

from __future__ import annotations


class CoalitionError(Exception):
    """Base of every error raised on purpose.

    `where` names the file (and, if known, the line and column, both from 1); `remedy` says what to do.
    """

    def __init__(
        self,
        message: str,
        *,
        where: str | None = None,
        line: int | None = None,
        column: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.line = line
        self.column = column
        self.remedy = remedy

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.where, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.remedy})" if self.remedy else text


class InputError(CoalitionError):
    """A path that is missing or a file that cannot be read as text."""


class AnnotationError(CoalitionError):
    """An annotation file that cannot be used as it stands."""


class ModelError(CoalitionError):
    """A language model or weights that are missing or altered."""


class CoalitionWarning(UserWarning):
    """Something in an input yields fewer records than it might; the rest is done all the same."""


class ExtractionWarning(CoalitionWarning):
    """A text, or a part of it, at which our own code failed; it yields no records."""


class InputWarning(CoalitionWarning):
    """Something about an input worth knowing that kept no document from being read."""
