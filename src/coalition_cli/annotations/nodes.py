"""YAML read as a tree of nodes that know where they stand, in bounded time and memory.

Every scalar stays the string that was written (`NO` is Norway, a date is text), only null is told apart.
Aliases, tags and everything else that can build objects or grow are refused, not obeyed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coalition_cli.annotations.findings import Finding, Place

if TYPE_CHECKING:
    from yaml.events import Event, NodeEvent

MAX_CHARACTERS = 8_000_000
"""A hundred times the annotations of the five seed texts; an 8-MB file is read in a few seconds."""
MAX_NODES = 200_000
"""Twenty times those five texts; read in a second or two."""
MAX_DEPTH = 16
"""The schema needs 5 levels."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
# What YAML calls printable; the rest stops its parser without a line number.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Plain(str):
    """A scalar written without quotation marks: the only kind that may stand for a number."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, or None for null."""

    value: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes; `flow` where it is written in brackets."""

    items: tuple[Node, ...]
    place: Place
    flow: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written; of a key written twice, only the first."""

    items: tuple[tuple[Scalar, Node], ...]
    place: Place
    flow: bool

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((value for name, value in self.items if name.value == key), None)

    def key(self, key: str) -> Scalar | None:
        """The node of a key itself."""
        return next((name for name, _ in self.items if name.value == key), None)


Node = Scalar | Sequence | Mapping

Way = tuple[str | int, ...]
"""The way to a node: keys and indices from the root."""


def plain(node: Node) -> Any:
    """A node as dicts, tuples, strings and None."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    return {key.value: plain(value) for key, value in node.items}


def compose(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """The root node of a YAML text (without its byte order mark) and everything wrong with it as YAML.

    The node is none where nothing can be read; it is whole where there are no findings.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"the file has {len(text):,} characters, more than the {MAX_CHARACTERS:,} that are read"
        return None, [Finding("A001", message, file, Place(1, 1, 1, 1))]
    if bad := _UNPRINTABLE.search(text):
        message = f"the character U+{ord(bad[0]):04X} may not stand in YAML"
        return None, [Finding("A002", message, file, place_at(text, bad.start(), bad.end()))]
    return _Builder(text, file).build()


def place_at(text: str, start: int, end: int) -> Place:
    """The place of a stretch of text, given in code points."""
    line, end_line = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    column, end_column = start - text.rfind("\n", 0, start), end - text.rfind("\n", 0, end)
    return Place(line, column, end_line, end_column, start, end)


class _StopReadingError(Exception):
    """Reading cannot go on; the finding is already noted."""


class _Builder:
    """Builds the tree from parser events, which come one by one and never recurse."""

    def __init__(self, text: str, file: str) -> None:
        import yaml

        self.yaml = yaml
        self.text = text
        self.file = file
        self.findings: list[Finding] = []
        self.nodes = 0
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Event] = yaml.parse(text, Loader=loader)

    def build(self) -> tuple[Node | None, list[Finding]]:
        try:
            return self._documents(), self.findings
        except _StopReadingError:
            return None, self.findings
        except self.yaml.MarkedYAMLError as error:
            self._syntax(error)
            return None, self.findings

    def _syntax(self, error: Any) -> None:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.problem, error.context) if part)
        line, column = mark.line + 1, mark.column + 1
        place = Place(line, column, line, column, mark.index, mark.index)
        self.findings.append(Finding("A002", f"not YAML: {message}", self.file, place))

    def _documents(self) -> Node | None:
        events = self.yaml.events
        root: Node | None = None
        for event in self.events:
            if isinstance(event, events.DocumentStartEvent):
                if root is not None:
                    self._note("A003", "a second document begins here; the file holds one", event)
                    raise _StopReadingError
            elif isinstance(event, events.NodeEvent):
                root = self._node(event, 1)
        return root

    def _note(self, code: str, message: str, event: Event) -> None:
        self.findings.append(Finding(code, message, self.file, _place(event)))

    def _node(self, event: NodeEvent, depth: int) -> Node:
        events = self.yaml.events
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            limit = f"{MAX_NODES:,} nodes" if self.nodes > MAX_NODES else f"{MAX_DEPTH} levels"
            self._note("A003", f"more than {limit}: not an annotation file", event)
            raise _StopReadingError
        if isinstance(event, events.AliasEvent):
            self._note("A003", f"the alias *{event.anchor} is not followed; write the value out", event)
            return Scalar(None, _place(event))
        self._check_properties(event)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._note("A003", f"the anchor &{event.anchor} has no use here; write values out", event)
        if event.tag is not None:
            self._note("A003", f"the tag {event.tag} is not obeyed; write the plain value", event)

    def _scalar(self, event: Any) -> Scalar:
        place = _place(event)
        if event.style:  # quoted or block
            return Scalar(event.value, place)
        return Scalar(None if event.value in NULLS else Plain(event.value), place)

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, self.yaml.events.SequenceEndEvent):
                last = event if start.flow_style or not items else items[-1]
                return Sequence(tuple(items), _place(start, last), bool(start.flow_style))
            items.append(self._node(event, depth + 1))  # type: ignore[arg-type]
        raise _StopReadingError  # pragma: no cover - the parser always ends what it starts

    def _mapping(self, start: Any, depth: int) -> Mapping:
        items: list[tuple[Scalar, Node]] = []
        seen: dict[str | None, Place] = {}
        for event in self.events:
            if isinstance(event, self.yaml.events.MappingEndEvent):
                last = event if start.flow_style or not items else items[-1][1]
                return Mapping(tuple(items), _place(start, last), bool(start.flow_style))
            key = self._node(event, depth + 1)  # type: ignore[arg-type]
            value = self._node(next(self.events), depth + 1)  # type: ignore[arg-type]
            if not isinstance(key, Scalar):
                self._note("A003", "a key is a plain word, not a list or a mapping", event)
            elif key.value in seen:
                first = seen[key.value].line
                self._note("A004", f"the key {key.value!r} stands already on line {first}", event)
            else:
                seen[key.value] = key.place
                items.append((key, value))
        raise _StopReadingError  # pragma: no cover - the parser always ends what it starts


def _place(event: Event, last: Event | Node | None = None) -> Place:
    """From the start of an event to the end of the last one, or of the last child of a block collection.

    The parser ends a block collection only at the next token, comments and blank lines later.
    """
    start: Any = event.start_mark
    if isinstance(last, Scalar | Sequence | Mapping):
        end = last.place
        return Place(start.line + 1, start.column + 1, end.end_line, end.end_column, start.index, end.end)
    mark: Any = (last or event).end_mark
    return Place(start.line + 1, start.column + 1, mark.line + 1, mark.column + 1, start.index, mark.index)


def walk(root: Node, way: Way) -> Node | None:
    """The node that a way leads to."""
    node: Node | None = root
    for step in way:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def find_place(root: Node, way: Way, *, key: bool = False) -> Place:
    """The place of the node that a way leads to or of its key, or of the nearest parent that exists."""
    if key and way and isinstance(way[-1], str):
        parent = walk(root, way[:-1])
        if isinstance(parent, Mapping) and (node := parent.key(way[-1])):
            return node.place
    for length in range(len(way), -1, -1):
        if found := walk(root, way[:length]):
            return found.place
    return root.place
