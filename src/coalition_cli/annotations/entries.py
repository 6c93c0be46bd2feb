"""The entries of an annotation file as models; each error of the schema is a finding at its node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from coalition_cli.annotations.findings import Finding
from coalition_cli.annotations.nodes import Mapping, Node, Scalar, Sequence, Way, find_place, plain, walk

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from coalition_cli.annotations.schema import AnnotationFile


def read_entries(root: Node, name: str) -> tuple[AnnotationFile | None, list[Finding]]:
    """The file as models, and everything wrong with it by the schema and by what the schema cannot say.

    The file is none where the schema is broken.
    """
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
        if not isinstance(node, Sequence):
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
    if kind == "string_pattern_mismatch" and value.strip():
        return f"{_shown(value)} does not fit {context['pattern']}"
    empty = kind in ("string_too_short", "too_short", "string_pattern_mismatch")
    return "must not be empty" if empty else detail["msg"]


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
        fits = isinstance(node, Sequence) if isinstance(step, int) else isinstance(node, Mapping)
        if fits and (is_last or walk(root, (*found, step)) is not None):
            found.append(step)
    return tuple(found)


def _with_last(way: Way) -> Iterator[tuple[str | int, bool]]:
    for index, step in enumerate(way):
        yield step, index == len(way) - 1
