"""Chat logs and captions: every line begins with who speaks, between angle brackets.

Takes: [18:00:02] <tamsin> Shall we start? / <v Nora Quist>It was a good one.
Leaves: <p>We met on Monday. / <title>Our town</title> (markup)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coalition_cli.documents.structure.said import SPEECH, SPEECH_SHARE, turn_body
from coalition_cli.documents.structure.shapes import CLOCK, Label, name_key
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

FEWEST = 3
"""Lines with who speaks, of two and more, one of whom comes back (chosen by eye)."""

_TIME = rf"(?:[\[(](?:\w{{3}} )?{CLOCK}[\])]|{CLOCK})"
_TAG = re.compile(
    rf"(?P<time>{_TIME})?\s*<(?P<voice>v(?:\.[\w.]+)*\s+)?[@+%&~!]?(?P<name>[^\W_][^<>/\n]{{0,40}}?)>\s*(?=\S)"
)
_EVENT = re.compile(rf"{_TIME}\s*(?:\*+|-+!?-+|[<>=-]{{2,}})\s")
_EMPTY = re.compile(rf"{_TIME}\s*<[^<>\n]{{1,40}}>")
"""A line in which nobody says anything."""
_CLOSED = re.compile(r"</v>$")
_SCRIBE = re.compile(r"scribe(?:nick)?:\s*(?P<nick>\S+)$", re.IGNORECASE)
_INNER = re.compile(r"(?P<name>[^\W\d_][\w.-]{1,30}):\s+(?=\S)")


def find_tags(units: Sequence[Unit]) -> list[Label]:
    """The labels of a log or of captions, none where too few lines have them or they are markup.

    What a log tells of comings and goings, and the headings of its minutes, becomes furniture.
    """
    matches = {
        index: match
        for index, unit in enumerate(units)
        if unit.kind is None and (match := _TAG.match(unit.text)) is not None
    }
    labels = [_label(units[index], index, match) for index, match in matches.items()]
    if not _enough(units, labels, list(matches.values())):
        return []
    for unit in units:
        _clean(unit)
    return list(_scribed(units, labels))


def _label(unit: Unit, index: int, match: re.Match[str]) -> Label:
    start, end = match.span("name")
    return Label(
        index, match.end(), (unit.start + start, unit.start + end), name_key(match["name"]), "speaks"
    )


def _enough(units: Sequence[Unit], labels: Sequence[Label], matches: Sequence[re.Match[str]]) -> bool:
    """Whether lines with angle brackets are people's: several, most of the text, timed or spoken."""
    counts = Counter(label.key for label in labels)
    lines = sum(unit.kind is None and not _EVENT.match(unit.text) for unit in units)
    if len(labels) < FEWEST or len(counts) < 2 or max(counts.values()) < 2 or len(labels) * 2 < lines:
        return False
    if not words().markup.isdisjoint(counts) or any(
        f"</{match['name']}>" in match.string for match in matches
    ):
        return False
    spoken = sum(SPEECH.search(turn_body(units, label)) is not None for label in labels)
    return all(match["time"] or match["voice"] for match in matches) or spoken >= SPEECH_SHARE * len(labels)


def _clean(unit: Unit) -> None:
    """Make furniture of a line that tells who came or went; cut off the mark that closes a voice."""
    if unit.kind is None and (_EVENT.match(unit.text) or _EMPTY.fullmatch(unit.text)):
        unit.kind = "furniture"
    elif closed := _CLOSED.search(unit.text):
        unit.text = unit.text[: closed.start()].rstrip()
        unit.end = unit.start + len(unit.text)


def _scribed(units: Sequence[Unit], labels: Sequence[Label]) -> Iterator[Label]:
    """The labels, those of a scribe ("scribe: tamsin") turned into whose words he takes down."""
    scribes: set[str] = set()
    for label in labels:
        unit = units[label.index]
        if scribe := _SCRIBE.match(unit.text, label.body):
            scribes.add(name_key(scribe["nick"]))
        inner = _INNER.match(unit.text, label.body)
        if inner and name_key(inner["name"]) in words().minutes:
            unit.kind = "furniture"
        elif inner and label.key in scribes:
            start, end = inner.span("name")
            source = (unit.start + start, unit.start + end)
            yield Label(label.index, inner.end(), source, name_key(inner["name"]), "speaks")
        else:
            yield label
