"""What one part of the file says about another: ids that exist, once, and fields that fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.findings import Finding
from coalition_cli.annotations.nodes import Mapping, Scalar, Sequence, find_place

ENTRIES = ("quotes", "figures", "countries")

Entries = dict[str, dict[int, Any]]
"""The entries of each section that fit the schema, by their index in the file."""
Problem = tuple[Any, ...]
"""Code, message, and the steps from the entry to the node."""
Rule = Callable[[Any, "_Known"], Iterator[Problem]]


def check_file(path: str, root: Mapping, entries: Entries) -> Iterator[Finding]:
    """Everything wrong with a file whose entries each fit the schema (codes A006, A008 to A014)."""
    known = _Known(
        documents=frozenset(_ids(root, "documents")),
        speakers=frozenset(_ids(root, "speakers")),
        quotes=frozenset(_ids(root, "quotes")),
        rejected=frozenset(one.id for one in entries["quotes"].values() if one.verdict == "rejected"),
    )
    for section, rules in RULES.items():
        for index, entry in entries[section].items():
            for code, message, *way in (problem for rule in rules for problem in rule(entry, known)):
                yield Finding(code, message, path, find_place(root, (section, index, *way)))
    for names in (("documents",), ("speakers",), ENTRIES):
        yield from _unique(path, root, names, "id")
    yield from _unique(path, root, ("same",), "utterance")


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that may be named; an id counts even where the rest of its entry is broken."""

    documents: frozenset[str]
    speakers: frozenset[str]
    quotes: frozenset[str]
    rejected: frozenset[str]


def _names(entry: Any, known: _Known) -> Iterator[Problem]:
    if entry.doc not in known.documents:
        yield "A010", f"unknown document {entry.doc!r}: it does not stand under `documents`", "doc"
    for place, name in enumerate(getattr(entry, "speakers", ())):
        if name not in known.speakers:
            yield "A009", f"unknown speaker {name!r}: it does not stand under `speakers`", "speakers", place


def _group(entry: Any, known: _Known) -> Iterator[Problem]:
    if len(entry.quotes) < 2:
        yield "A012", "a group names two entries or more", "quotes"
    for place, name in enumerate(entry.quotes):
        way = ("quotes", place)
        if name not in known.quotes:
            yield "A011", f"unknown entry {name!r}: it does not stand under `quotes`", *way
        elif name in entry.quotes[:place]:
            yield "A008", f"the entry {name!r} stands twice in this group", *way
        elif name in known.rejected:
            yield "A012", f"the entry {name!r} is rejected: it is no utterance", *way


def _checked(entry: Any, known: _Known) -> Iterator[Problem]:
    if entry.verdict != "unreviewed" and entry.checked is None:
        yield "A006", f"the key 'checked' is missing: who says {entry.verdict}, and when"


def _says(*needed: str) -> Rule:
    """An entry that is correct says these; a rejected one needs only its place."""

    def rule(entry: Any, known: _Known) -> Iterator[Problem]:
        for key in needed if entry.verdict == "correct" else ():
            if not entry.gives(key) or getattr(entry, key) is None:
                yield "A006", f"the key {key!r} is missing: what is correct must say it"

    return rule


def _value(entry: Any, known: _Known) -> Iterator[Problem]:
    if entry.value is not None and (entry.low is not None or entry.high is not None):
        yield "A012", "a figure has a value, or low and high, not both", "value"
    elif entry.low is not None and entry.high is not None and entry.low > entry.high:
        yield "A012", "low is more than high", "low"


def _accepted(entry: Any, known: _Known) -> Iterator[Problem]:
    if entry.code not in CODES:
        yield "A014", f"there is no code {entry.code}", "code"
    elif entry.code.startswith("A0"):
        yield "A014", f"{entry.code} cannot be accepted: the file is not used while it is broken", "code"


RULES: dict[str, tuple[Rule, ...]] = {
    "quotes": (_names, _checked, _says("speakers", "kind")),
    "figures": (_names, _checked, _value),
    "countries": (_names, _checked, _says("codes")),
    "same": (_group,),
    "accepted": (_accepted,),
}
"""What is asked of the entries of each section."""


def _ids(root: Mapping, section: str, key: str = "id") -> Iterator[str]:
    return (node.value for _, node in _id_nodes(root, section, key) if node.value is not None)


def _id_nodes(root: Mapping, section: str, key: str) -> Iterator[tuple[int, Scalar]]:
    entries = root.get(section)
    for index, entry in enumerate(entries.items if isinstance(entries, Sequence) else ()):
        node = entry.get(key) if isinstance(entry, Mapping) else None
        if isinstance(node, Scalar):
            yield index, node


def _unique(path: str, root: Mapping, sections: tuple[str, ...], key: str) -> Iterator[Finding]:
    """Quotes, figures and countries share one name space: `accepted` and `same` name them by id alone."""
    seen: dict[str, int] = {}
    for section in sections:
        for _, node in _id_nodes(root, section, key):
            if node.value in seen:
                message = f"the id {node.value!r} stands already on line {seen[node.value]}"
                yield Finding("A008", message, path, node.place, node.value)
            elif node.value is not None:
                seen[node.value] = node.place.line
