"""What one part of the file says about another: ids that exist, once, and fields that fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.findings import Finding

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations

ENTRIES = ("quotes", "figures", "countries")


def check_file(annotations: Annotations) -> Iterator[Finding]:
    """Everything wrong with a file that fits the schema (codes A008 to A014)."""
    yield from _unique_ids(annotations)
    yield from _known_ids(annotations)
    yield from _known_groups(annotations)
    yield from _known_accepted(annotations)
    yield from _whole_entries(annotations)


def _finding(annotations: Annotations, code: str, message: str, *way: str | int) -> Finding:
    return Finding(code, message, annotations.path, annotations.place(*way))


def _unique_ids(annotations: Annotations) -> Iterator[Finding]:
    """Entries share one name space, since `accepted` and `same` name them by id alone."""
    file = annotations.file
    for space in (("documents",), ("speakers",), ENTRIES):
        seen: dict[str, int] = {}
        for section in space:
            for index, entry in enumerate(getattr(file, section)):
                place = annotations.place(section, index, "id")
                if entry.id in seen:
                    message = f"the id {entry.id!r} stands already on line {seen[entry.id]}"
                    yield Finding("A008", message, annotations.path, place, entry.id)
                else:
                    seen[entry.id] = place.line
    utterances = [one.utterance for one in file.same]
    for index, name in enumerate(utterances):
        if name in utterances[:index]:
            message = f"the utterance {name!r} stands already in this section"
            yield _finding(annotations, "A008", message, "same", index, "utterance")


def _known_ids(annotations: Annotations) -> Iterator[Finding]:
    speakers = {one.id for one in annotations.file.speakers}
    for section in ENTRIES:
        for index, entry in enumerate(getattr(annotations.file, section)):
            if entry.doc not in annotations.documents:
                message = f"unknown document {entry.doc!r}: it does not stand under `documents`"
                yield _finding(annotations, "A010", message, section, index, "doc")
            for place, speaker in enumerate(getattr(entry, "speakers", ())):
                if speaker not in speakers:
                    message = f"unknown speaker {speaker!r}: it does not stand under `speakers`"
                    yield _finding(annotations, "A009", message, section, index, "speakers", place)


def _known_groups(annotations: Annotations) -> Iterator[Finding]:
    quotes = {one.id: one for one in annotations.file.quotes}
    for index, group in enumerate(annotations.file.same):
        if len(group.quotes) < 2:
            yield _finding(annotations, "A012", "a group names two entries or more", "same", index, "quotes")
        for place, name in enumerate(group.quotes):
            way = ("same", index, "quotes", place)
            if name not in quotes:
                message = f"unknown entry {name!r}: it does not stand under `quotes`"
                yield _finding(annotations, "A011", message, *way)
            elif name in group.quotes[:place]:
                yield _finding(annotations, "A008", f"the entry {name!r} stands twice in this group", *way)
            elif quotes[name].verdict == "rejected":
                message = f"the entry {name!r} is rejected: it is no utterance"
                yield _finding(annotations, "A012", message, *way)


def _known_accepted(annotations: Annotations) -> Iterator[Finding]:
    for index, accepted in enumerate(annotations.file.accepted):
        if accepted.code not in CODES:
            message = f"there is no code {accepted.code}"
            yield _finding(annotations, "A014", message, "accepted", index, "code")
        elif accepted.code.startswith("A0"):
            message = f"{accepted.code} cannot be accepted: the file is not used while it is broken"
            yield _finding(annotations, "A014", message, "accepted", index, "code")


def _whole_entries(annotations: Annotations) -> Iterator[Finding]:
    """Fields that need or exclude each other."""
    for section in ENTRIES:
        for index, entry in enumerate(getattr(annotations.file, section)):
            if entry.verdict != "unreviewed" and entry.checked is None:
                message = f"the key 'checked' is missing: who says {entry.verdict}, and when"
                yield _finding(annotations, "A006", message, section, index)
            if entry.verdict == "correct":
                for key in _needed(section):
                    if not entry.gives(key):
                        message = f"the key {key!r} is missing: what is correct must say it"
                        yield _finding(annotations, "A006", message, section, index)
    for index, figure in enumerate(annotations.file.figures):
        if figure.value is not None and (figure.low is not None or figure.high is not None):
            message = "a figure has a value, or low and high, not both"
            yield _finding(annotations, "A012", message, "figures", index, "value")
        elif figure.low is not None and figure.high is not None and figure.low > figure.high:
            yield _finding(annotations, "A012", "low is more than high", "figures", index, "low")


def _needed(section: str) -> tuple[str, ...]:
    return {"quotes": ("speakers", "kind"), "figures": (), "countries": ("codes",)}[section]
