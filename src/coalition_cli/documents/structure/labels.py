"""Labels of turns: "Q.", "MR. EARNEST:", "John Smith:", or a name alone on its line, and their evidence.

A label's shape proves nothing ("Note:", "Iowa:"): labels count only together, when they come back, when
several people take turns, and when what follows them is what people say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

Role = Literal["asks", "answers", "speaks"]

_TIME = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)"
_LETTER = re.compile(
    r"[*_]{0,2}(?P<letter>[QA])(?:\d{0,2}[.:)]+[*_]{0,2}\s*|\t\s*| {2,}|(?<=Q) (?=[A-Z\"“‘(\[]))(?=\S)"
)
_ASIDES = r"(?:\s*[(\[][^()\[\]\n]{1,60}[)\]])*"
_LABEL = re.compile(
    rf"[*_]{{0,2}}{_TIME}?\s*(?P<name>[^\W\d_a-z][^:,\n\"“”()\[\]]{{0,60}}?){_ASIDES}"
    rf"(?:,[^:\n\"“”?!]{{1,60}}?)?\s*{_TIME}?\s*:[*_]{{0,2}}(?:\s+|$)"
)
_OFFICE = re.compile(r"(?P<office>The [^:()\n]{3,100}) \((?P<name>[^:()\n]{3,60})\):(?:\s+|$)")
_ALONE = re.compile(rf"[*_]{{0,2}}(?P<name>[A-Z][^:\n\"“”()\[\]?!]{{1,60}}?){_ASIDES}[*_]{{0,2}}")
_SPEECH = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|[Mm]e|[Uu]s)\b|\?")

SPEECH_SHARE = 0.4
"""The least share of labelled turns that hold a first or second person or a question: lists of results and
profiles hold none, the transcripts in PolNeAR's train part and the seeds two thirds and more."""
_LONGEST = 180  # characters in which a label's colon must stand
EXCERPT = 20
"""Turns of an excerpt: in a longer talk somebody speaks twice."""
ASKING_SHARE = 0.6
"""The least share of somebody's turns that end in a question mark for him to be the interviewer."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a turn: its unit's index, where in it the words begin, who is named, what it does."""

    index: int
    body: int
    source: tuple[int, int] | None
    key: str
    role: Role


def find_labels(text: str, units: Sequence[Unit], *, titled: bool) -> list[Label]:
    """The labels of a text in order, none where the evidence for turns is thin.

    `titled` says that the text's title announces somebody's remarks, so that one "Q." is enough.
    """
    letters = _letters(units)
    taken = {label.index for label in letters}
    names = [label for label in _names(units) if label.index not in taken]
    if names and names[0].index == 0 and all(label.key != names[0].key for label in names[1:]):
        del names[0]  # a headline such as "Healey: plans are real"
    if not _enough(text, units, names, with_letters=bool(letters)):
        names = []
    if not (names or titled or _ask(units, letters)):
        letters = []
    if names:
        taken.update(label.index for label in names)
        further = _names(units, turns=True)
        names += [label for label in further if label.index not in taken and label.index > names[0].index]
    elif not letters:
        names = _standing_alone(units)
    return sorted((*letters, *_interviewers(units, names)), key=lambda label: label.index)


def _letters(units: Sequence[Unit]) -> list[Label]:
    """Everything shaped as the labels Q and A."""
    found: list[Label] = []
    for index, unit in enumerate(units):
        if unit.kind is not None or unit.text[:3].lstrip("*_")[:1] not in ("Q", "A"):
            continue
        if match := _LETTER.match(unit.text):
            role: Role = "asks" if match["letter"] == "Q" else "answers"
            found.append(Label(index, match.end(), None, match["letter"], role))
    return found


def _ask(units: Sequence[Unit], letters: Sequence[Label]) -> bool:
    """Whether the labels Q and A are enough by themselves: several, and what Q labels asks."""
    asked = [label for label in letters if label.role == "asks"]
    if not asked:
        return len(letters) >= 3
    return len(asked) > 1 and sum("?" in units[label.index].text for label in asked) * 2 >= len(asked)


def _names(units: Sequence[Unit], *, turns: bool = False) -> Iterator[Label]:
    """Everything shaped as a label that names somebody, or an asker, before a colon.

    `turns` says that the text is known to have turns: then any label in capitals is one.
    """
    lexicon = words()
    for index, unit in enumerate(units):
        if unit.kind is not None or ":" not in unit.text[:_LONGEST]:
            continue
        if match := _OFFICE.match(unit.text):
            if _bears(match):
                span = (unit.start + match.start("name"), unit.start + match.end("name"))
                yield Label(index, match.end(), span, _key(match["name"]), "speaks")
            continue
        match = _LABEL.match(unit.text)
        if match is None:
            continue
        name = match["name"].rstrip(" *_")
        key = _key(name)
        if key in lexicon.notes:
            continue
        if key in lexicon.askers:
            yield Label(index, match.end(), None, key, "asks")
        elif key in lexicon.nameless:
            yield Label(index, match.end(), None, key, "answers" if key == "answer" else "speaks")
        elif key in lexicon.roles or _names_somebody(name, units) or (turns and name.isupper()):
            start = unit.start + match.start("name")
            yield Label(index, match.end(), (start, start + len(name)), key, "speaks")


def _bears(match: re.Match[str]) -> bool:
    """Whether a label gives an office and its bearer, as in "The Minister for Roads (Jane Roe):"."""
    offices = words().titles | words().offices
    known = any(part in offices for part in re.findall(r"\w+", match["office"].lower()))
    return known and is_name_like(match["name"], most=5)


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")


def _names_somebody(name: str, units: Sequence[Unit]) -> bool:
    """Whether a label is shaped as a name: a title, capitals, several names, or a surname of the front."""
    parts = name.split()
    if len(parts) > 7 or any(map(str.isdigit, name)):
        return False
    if _titled(parts):
        return True
    if name.isupper():
        small = words().connectors - {"de", "la", "le", "van", "von", "al", "el", "di", "da", "du"}
        return len(name.replace(".", "")) > 1 and not any(part.lower() in small for part in parts[1:])
    if is_name_like(name, most=5):
        return True
    return len(parts) == 1 and any(f" {name}" in unit.text for unit in units[:5])


def _titled(parts: Sequence[str]) -> bool:
    """Whether words begin with a title and go on with a name or an office."""
    first = parts[0].lower().rstrip(".").split("/")[0]
    return len(parts) > 1 and first in words().titles and parts[-1][0].isupper()


def _enough(text: str, units: Sequence[Unit], names: Sequence[Label], *, with_letters: bool) -> bool:
    """Whether labels with names are turns of a talk: several people, who come back, and speak."""
    counts = Counter(label.key for label in names)
    if not names or (not with_letters and len(counts) < 2):
        return False
    again = len(names) >= 3 and max(counts.values()) > 1
    if not (with_letters or again or _known(text, names)):
        return False
    spoken = sum(_SPEECH.search(turn_body(units, label)) is not None for label in names)
    return spoken >= SPEECH_SHARE * len(names)


def _known(text: str, names: Sequence[Label]) -> bool:
    """Whether labels that do not come back are in capitals and name people: by title or surname.

    A surname is known where the text writes it elsewhere; beside a title, two capitalised words will do.
    """
    if len(names) > EXCERPT:
        return False
    shown = [text[slice(*label.source)] for label in names if label.source]
    if not all(map(str.isupper, shown)):
        return False
    titled = [_titled(name.split()) for name in shown]
    return all(
        one or name.split()[-1].capitalize() in text or (any(titled) and " " in name)
        for one, name in zip(titled, shown, strict=True)
    )


def turn_body(units: Sequence[Unit], label: Label) -> str:
    """The words of a labelled turn; where the label stands alone, those of the next unit."""
    unit = units[label.index]
    if label.body < len(unit.text):
        return unit.text[label.body :]
    return units[label.index + 1].text if label.index + 1 < len(units) else ""


def _standing_alone(units: Sequence[Unit]) -> list[Label]:
    """Labels without a colon, as in parliamentary reports: a name on its own line above what was said."""
    found: list[Label] = []
    for index, unit in enumerate(units[:-1]):
        if unit.kind is not None or unit.words > 12 or unit.closed or units[index + 1].words < 4:
            continue
        match = _ALONE.fullmatch(unit.text)
        if match and _names_somebody(match["name"], ()) | (_key(match["name"]) in words().roles):
            start = unit.start + match.start("name")
            found.append(
                Label(
                    index, len(unit.text), (start, start + len(match["name"])), _key(match["name"]), "speaks"
                )
            )
    counts = Counter(label.key for label in found)
    again = sum(count > 1 for count in counts.values())
    if len(counts) < 2 or len(found) < 4 or not again or again * 3 < len(counts):
        return []
    spoken = sum(_SPEECH.search(turn_body(units, label)) is not None for label in found)
    return found if spoken >= SPEECH_SHARE * len(found) else []


def _interviewers(units: Sequence[Unit], names: Sequence[Label]) -> list[Label]:
    """The labels, those of somebody who mostly asks turned into askers where somebody else does not."""
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for label in names:
        turns[label.key] += 1
        asked[label.key] += turn_body(units, label).rstrip("\"”' ").endswith("?")
    asking = {key for key, count in turns.items() if count > 1 and asked[key] >= ASKING_SHARE * count}
    if len(asking) == len(turns):
        return list(names)
    return [replace(label, role="asks") if label.key in asking else label for label in names]
