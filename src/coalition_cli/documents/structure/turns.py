"""Turns of transcripts: labels ("Q.", "MR. EARNEST:", "John Smith:") and what belongs to each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coalition_cli.documents.document import BlockKind
from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.title import Title, find_title, reads_as_speech
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

Role = Literal["asks", "answers", "speaks"]

_TIME = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)"
_LETTER = re.compile(
    r"[*_]{0,2}(?P<letter>[QA])(?:\d{0,2}[.:)]+[*_]{0,2}\s*|\t\s*| {2,}|(?<=Q) (?=[A-Z\"“‘]))"
)
_LABEL = re.compile(
    rf"[*_]{{0,2}}{_TIME}?\s*(?P<name>[^\W\d_a-z][^:\n\"“”()\[\]]{{0,60}}?)(?P<aside>\s*\([^()\n]{{1,60}}\))*"
    rf"\s*{_TIME}?\s*:[*_]{{0,2}}(?:\s+|$)"
)
_SPEECH = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|[Mm]e|[Uu]s)\b|\?")
SPEECH_SHARE = 0.4
"""The least share of labelled turns with a first or second person or a question: lists of results have none."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a turn: the unit's index, where its words begin, who is named, what the label does."""

    index: int
    body: int
    source: tuple[int, int] | None
    key: str
    role: Role


def mark_turns(text: str, units: Sequence[Unit]) -> None:
    """Give turns, remarks, questions and answers their kind and source where the text is a transcript."""
    title = find_title(text, units)
    labels = _labels(units, title)
    if labels:
        _mark_labelled(units, labels, title)
    elif title is not None:
        noted = any(words().delivery_notes.fullmatch(plain(unit.text)) for unit in units[:12])
        if reads_as_speech(units[title.index + 1 :], noted=noted):
            units[title.index].kind = "heading"
            _mark_remarks(units, title.index + 1, len(units), title.source)


def _labels(units: Sequence[Unit], title: Title | None) -> list[Label]:
    """The labels of a text, if there is enough evidence that it has turns; else none."""
    letters = [label for label in map(_letter, range(len(units)), units) if label]
    asked = sum(label.role == "asks" for label in letters)
    if not asked or (asked < 2 and title is None):
        letters = []
    taken = {label.index for label in letters}
    names = [
        label for index, unit in enumerate(units)
        if index not in taken and (label := _name(index, unit, units))
    ]  # fmt: skip
    if not _enough(units, names, with_letters=bool(letters)):
        names = []
    return sorted((*letters, *names), key=lambda label: label.index)


def _letter(index: int, unit: Unit) -> Label | None:
    if unit.kind is not None or not (match := _LETTER.match(unit.text)):
        return None
    if match.end() == len(unit.text) and unit.words > 1:
        return None
    role: Role = "asks" if match["letter"] == "Q" else "answers"
    return Label(index, match.end(), None, match["letter"], role)


def _name(index: int, unit: Unit, units: Sequence[Unit]) -> Label | None:
    if unit.kind is not None or ":" not in unit.text[:130] or not (match := _LABEL.match(unit.text)):
        return None
    name = match["name"].rstrip(" *_")
    key = name.casefold().rstrip(".")
    lexicon = words()
    if key in lexicon.notes or key.startswith(("http", "the latest")):
        return None
    if key in lexicon.askers:
        return Label(index, match.end(), None, key, "asks")
    if key in lexicon.nameless:
        return Label(index, match.end(), None, key, "answers" if key == "answer" else "speaks")
    if not (key in lexicon.roles or _names_somebody(name, units)):
        return None
    start = unit.start + match.start("name")
    return Label(index, match.end(), (start, start + len(name)), key, "speaks")


def _names_somebody(name: str, units: Sequence[Unit]) -> bool:
    """Whether a label is shaped as a name: capitals, a title, two or more names, or a surname of the front."""
    parts = name.split()
    if len(parts) > 7 or any(char.isdigit() for char in name):
        return False
    small = words().connectors
    if not all(part[0].isupper() or part in small or part.lower() in small for part in parts):
        return False
    if name.isupper() and len(name.replace(".", "")) > 1:
        return True
    if parts[0].lower().rstrip(".") in words().titles or is_name_like(name, most=7):
        return True
    return len(parts) == 1 and any(f" {name}" in unit.text for unit in units[:5])


def _enough(units: Sequence[Unit], names: Sequence[Label], *, with_letters: bool) -> bool:
    """Whether named labels are turns of a talk: repeated, of several people, with words people speak."""
    if not names:
        return False
    counts = Counter(label.key for label in names)
    if not with_letters:
        capitals = all(units[label.index].text[:8].upper() == units[label.index].text[:8] for label in names)
        if len(counts) < 2 or not (len(names) >= 3 and max(counts.values()) > 1 or capitals):
            return False
    spoken = sum(_SPEECH.search(_body(units, label)) is not None for label in names)
    return spoken >= SPEECH_SHARE * len(names)


def _body(units: Sequence[Unit], label: Label) -> str:
    """The words of a labelled turn; where the label stands alone, those of the next unit."""
    unit = units[label.index]
    if label.body < len(unit.text):
        return unit.text[label.body :]
    return units[label.index + 1].text if label.index + 1 < len(units) else ""


def _mark_labelled(units: Sequence[Unit], labels: Sequence[Label], title: Title | None) -> None:
    first, speaker = labels[0].index, title.source if title else None
    whole = title is not None or _is_whole(units, labels)
    if title is not None:
        units[title.index].kind = "heading"
        if reads_as_speech(units[title.index + 1 : first], noted=True):
            _mark_remarks(units, title.index + 1, first, speaker)
    answered = any(label.role != "asks" for label in labels)
    by_index = {label.index: label for label in labels}
    turn: Label | None = None
    for index in range(first, len(units)):
        unit = units[index]
        label = by_index.get(index)
        if label is not None:
            turn = label
            _open_turn(unit, label, asked=_was_question(units, index), speaker=speaker)
        elif unit.kind is None and turn is not None and (whole or _alone(units, turn, index)):
            _go_on(units, index, turn, answered=answered, speaker=speaker)


def _is_whole(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    """Whether the text as a whole is a transcript, not an article with an excerpt of one."""
    total = sum(unit.words for unit in units) or 1
    before = sum(unit.words for unit in units[: labels[0].index])
    within = sum(unit.words for unit in units[labels[0].index : labels[-1].index + 1])
    return len(labels) >= 4 and (before < total / 4 and within > total / 2)


def _alone(units: Sequence[Unit], turn: Label, index: int) -> bool:
    """Whether a label stands on a line of its own right above this unit."""
    return turn.index == index - 1 and turn.body >= len(units[turn.index].text)


def _was_question(units: Sequence[Unit], index: int) -> bool:
    """Whether the turn before this one is a question."""
    return _last_spoken(units, index) == "question"


def _open_turn(unit: Unit, label: Label, *, asked: bool, speaker: tuple[int, int] | None) -> None:
    unit.start += label.body
    unit.text = unit.text[label.body :]
    if label.role == "asks":
        unit.kind = "question"
    elif label.role == "answers":
        unit.kind, unit.source = "answer", speaker
    else:
        unit.kind, unit.source = ("answer" if asked else "remarks"), label.source


def _go_on(
    units: Sequence[Unit], index: int, turn: Label, *, answered: bool, speaker: tuple[int, int] | None
) -> None:
    """Decide an unlabelled unit after a turn: it goes on with it, or answers its question."""
    unit = units[index]
    if _is_heading(units, index):
        unit.kind = "heading"
    elif turn.role == "asks" and not answered:
        still = (
            "?" in unit.text[-3:] and "?" not in units[index - 1].text and units[index - 1].kind == "question"
        )
        unit.kind, unit.source = ("question", None) if still else ("answer", speaker)
    elif turn.role == "asks":
        unit.kind = "question"
    else:
        unit.kind = _last_spoken(units, index)
        unit.source = speaker if turn.role == "answers" else turn.source


def _last_spoken(units: Sequence[Unit], index: int) -> BlockKind | None:
    """The kind of the nearest unit before this one that somebody speaks."""
    for before in range(index - 1, -1, -1):
        if units[before].kind in ("question", "answer", "remarks"):
            return units[before].kind
    return None


def _mark_remarks(units: Sequence[Unit], begin: int, end: int, source: tuple[int, int] | None) -> None:
    """Everything from the first sentence on is remarks; the lines before it are left to the front."""
    started = False
    for index in range(begin, end):
        unit = units[index]
        if unit.kind is not None:
            continue
        started = started or unit.prose or (unit.closed and unit.words >= 1)
        if started:
            if _is_heading(units, index):
                unit.kind = "heading"
            else:
                unit.kind, unit.source = "remarks", source


def _is_heading(units: Sequence[Unit], index: int) -> bool:
    unit = units[index]
    return (
        unit.words <= 10
        and not unit.closed
        and not unit.quoted
        and unit.text[-1] not in ",;:-–—"
        and (index + 1 < len(units) and unit.text[0].isupper())
    )
