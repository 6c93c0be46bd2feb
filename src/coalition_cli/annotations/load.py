"""The annotation file, read, checked and ready to merge; each finding names the place of the very node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coalition_cli.annotations.findings import Finding, Place
from coalition_cli.annotations.nodes import (
    MAX_CHARACTERS,
    Mapping,
    Node,
    Scalar,
    Way,
    compose,
    find_place,
    place_at,
    plain,
    walk,
)
from coalition_cli.annotations.nodes import Sequence as SequenceNode
from coalition_cli.errors import AnnotationError, InputError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

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
    file, more = _validate(root, name)
    findings = sorted(dict.fromkeys(findings + more), key=lambda one: one.order)
    if file is None or findings:
        return None, findings
    assert isinstance(root, Mapping)
    return Annotations(name, file, root), []


def _validate(root: Node, name: str) -> tuple[AnnotationFile | None, list[Finding]]:
    """The file by the schema, and by what the schema cannot say."""
    from pydantic import ValidationError

    from coalition_cli.annotations.file_rules import check_file
    from coalition_cli.annotations.schema import SECTIONS, AnnotationFile

    if not isinstance(root, Mapping):
        return None, [Finding("A007", "the file is not a mapping; it begins `version: 1`", name, root.place)]
    if newer := _newer_version(root):
        return None, [Finding("A013", newer, name, find_place(root, ("version",)))]
    parsed = _Parsed(name, root)
    sections = {section: parsed.read(section, model) for section, model in SECTIONS.items()}
    entries = {section: dict(found) for section, found in parsed.entries.items()}
    parsed.findings += check_file(name, root, entries)
    try:
        return AnnotationFile.model_validate(parsed.rest() | sections), parsed.findings
    except ValidationError as error:
        parsed.note(error, ())
        return None, parsed.findings


class _Parsed:
    """A file read entry by entry, so that one broken entry hides no finding about another."""

    def __init__(self, name: str, root: Mapping) -> None:
        self.name = name
        self.root = root
        self.entries: dict[str, list[tuple[int, Any]]] = {}
        self.findings: list[Finding] = []

    def read(self, section: str, model: type[BaseModel]) -> Any:
        """The valid entries of a section; the section as it is where it is no list."""
        from pydantic import ValidationError

        self.entries[section] = []
        node = self.root.get(section)
        if not isinstance(node, SequenceNode):
            return () if node is None else plain(node)
        for index, item in enumerate(node.items):
            try:
                self.entries[section].append((index, model.model_validate(plain(item))))
            except ValidationError as error:
                self.note(error, (section, index))
        return tuple(entry for _, entry in self.entries[section])

    def rest(self) -> dict[str | None, Any]:
        """What stands beside the sections."""
        return {key.value: plain(node) for key, node in self.root.items if key.value not in self.entries}

    def note(self, error: ValidationError, way: Way) -> None:
        """Each error of the schema as a finding at its node."""
        for detail in error.errors(include_url=False):
            if not _follows(detail):
                self.findings.append(_finding(self.root, (*way, *detail["loc"]), detail, self.name))


def _newer_version(root: Mapping) -> str | None:
    from coalition_cli.annotations.schema import VERSION

    node = root.get("version")
    if isinstance(node, Scalar) and node.value and node.value.isdecimal() and int(node.value[:9]) > VERSION:
        return f"version {node.value} was written for a newer coalition; this one reads version {VERSION}"
    return None


_CODES = {"extra_forbidden": "A005", "missing": "A006"}
_TYPES = {
    "string_type": "text", "tuple_type": "a list", "int_type": "a number", "float_type": "a number",
    "model_type": "a mapping", "model_attributes_type": "a mapping",
}  # fmt: skip


def _follows(detail: ErrorDetails) -> bool:
    """Whether an error only follows from others: a list is called too short when all its items are wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) > 0


def _finding(root: Mapping, loc: Way, detail: ErrorDetails, name: str) -> Finding:
    """One error of the schema as a finding at its node."""
    kind = detail["type"]
    way = _without_tags(root, loc)
    last = next((step for step in reversed(way) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        return Finding("A005", f"unknown key {last!r}", name, find_place(root, way, key=True))
    if kind == "missing":
        return Finding("A006", f"the key {last!r} is missing", name, find_place(root, way[:-1]))
    return Finding("A007", f"{last}: {_what_is_wrong(detail)}", name, find_place(root, way))


def _what_is_wrong(detail: ErrorDetails) -> str:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind in _TYPES:
        return f"{_shown(value)} is not {_TYPES[kind]}"
    if kind == "literal_error":
        return f"{_shown(value)} is not one of {context['expected']}"
    if kind == "value_error":
        return f"{_shown(value)} is not a day; write it as 2025-04-10"
    if kind == "string_pattern_mismatch":
        return f"{_shown(value)} does not fit {context['pattern']}"
    return "must not be empty" if kind in ("string_too_short", "too_short") else detail["msg"]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, tuple | list):
        return "a list"
    return "null" if value is None else repr(str(value)[:60])


def _without_tags(root: Mapping, way: Way) -> Way:
    """The way to a node, without the names that the schema gives to the shapes of a selector or a number."""
    found: list[str | int] = []
    for step, is_last in _with_last(way):
        node = walk(root, tuple(found))
        fits = isinstance(node, SequenceNode) if isinstance(step, int) else isinstance(node, Mapping)
        if fits and (is_last or walk(root, (*found, step)) is not None):
            found.append(step)
    return tuple(found)


def _with_last(way: Way) -> Iterator[tuple[str | int, bool]]:
    for index, step in enumerate(way):
        yield step, index == len(way) - 1
