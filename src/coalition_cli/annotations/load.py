"""The annotation file, read, checked and ready to merge; each finding names the place of the very node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coalition_cli.annotations.entries import read_entries
from coalition_cli.annotations.findings import Finding, Place
from coalition_cli.annotations.nodes import (
    MAX_CHARACTERS,
    Mapping,
    compose,
    find_place,
    place_at,
)
from coalition_cli.errors import AnnotationError, InputError

if TYPE_CHECKING:
    from coalition_cli.annotations.schema import (
        AnnotationFile,
        CountryEntry,
        DocumentEntry,
        Entry,
        FigureEntry,
        QuoteEntry,
    )

_E = TypeVar("_E", bound="Entry")


class InvalidAnnotationsError(AnnotationError):
    """A file that breaks the schema; `findings` holds everything that is wrong with it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = findings[0]
        more = f", and {len(findings) - 1} more" if len(findings) > 1 else ""
        super().__init__(
            f"{first.code} {first.message}{more}",
            where=first.file,
            line=first.place.line,
            column=first.place.column,
            remedy="mend the file, or run `coalition check` for everything that is wrong with it",
        )
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Annotations:
    """A valid annotation file: its models, and its nodes to say where each of them stands."""

    path: str
    file: AnnotationFile
    root: Mapping

    def place(self, *way: str | int, key: bool = False) -> Place:
        """The place of a node or of the key that leads to it, or of the nearest parent that exists."""
        return find_place(self.root, way, key=key)

    @cached_property
    def documents(self) -> dict[str, DocumentEntry]:
        """Documents by id."""
        return {one.id: one for one in self.file.documents}

    def quotes_of(self, doc: str) -> list[tuple[int, QuoteEntry]]:
        """The entries of `quotes` about one document, each with its index in the file."""
        return self._quotes[doc]

    def figures_of(self, doc: str) -> list[tuple[int, FigureEntry]]:
        """The entries of `figures` about one document, each with its index in the file."""
        return self._figures[doc]

    def countries_of(self, doc: str) -> list[tuple[int, CountryEntry]]:
        """The entries of `countries` about one document, each with its index in the file."""
        return self._countries[doc]

    @cached_property
    def _quotes(self) -> dict[str, list[tuple[int, QuoteEntry]]]:
        return _by_document(self.file.quotes)

    @cached_property
    def _figures(self) -> dict[str, list[tuple[int, FigureEntry]]]:
        return _by_document(self.file.figures)

    @cached_property
    def _countries(self) -> dict[str, list[tuple[int, CountryEntry]]]:
        return _by_document(self.file.countries)


def _by_document(entries: Sequence[_E]) -> dict[str, list[tuple[int, _E]]]:
    found: dict[str, list[tuple[int, _E]]] = defaultdict(list)
    for index, entry in enumerate(entries):
        found[entry.doc].append((index, entry))
    return found


def load_annotations(path: Path | str) -> Annotations:
    """The annotations in a file.

    Raises `InputError` where there is no such file, `InvalidAnnotationsError` with every finding where it is
    broken.
    """
    annotations, findings = read_annotations(path)
    if annotations is None:
        raise InvalidAnnotationsError(findings)
    return annotations


def read_annotations(path: Path | str) -> tuple[Annotations | None, list[Finding]]:
    """The annotations, or everything wrong with the file as YAML and by the schema (codes A0xx).

    Raises `InputError` where the file cannot be opened.
    """
    return parse_annotations(read_bytes(path), str(path))


def read_bytes(path: Path | str) -> bytes:
    """A file's bytes, no more than could be read as annotations.

    Raises `InputError` where it cannot be opened.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(4 * MAX_CHARACTERS + 4)
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(path), remedy="see --annotations") from error


def parse_annotations(data: bytes, name: str) -> tuple[Annotations | None, list[Finding]]:
    """As `read_annotations`, from the bytes of a file called `name`."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        place = place_at(before + "?", len(before), len(before) + 1)
        message = f"not UTF-8: byte 0x{data[error.start]:02X}"
        return None, [Finding("A001", message, name, place)]
    root, findings = compose(text, name)
    if root is None:
        empty = Finding("A006", "the file is empty; it needs at least `version: 1`", name, Place(1, 1, 1, 1))
        return None, findings or [empty]
    file, more = read_entries(root, name)
    findings = sorted(dict.fromkeys(findings + more), key=lambda one: one.order)
    if file is None or findings:
        return None, findings
    assert isinstance(root, Mapping)
    return Annotations(name, file, root), []
