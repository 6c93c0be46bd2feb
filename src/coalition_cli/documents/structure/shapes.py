"""Shapes of labels: what a line must look like to name who speaks, before any evidence that somebody does.

A label ends in a colon ("John Smith:"), in the full stop or dash of parliamentary records ("Mr. ROE."), in a
full stop and two spaces after capitals ("CHAIR ROE.  "), or stands alone on its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

Role = Literal["asks", "answers", "speaks"]

CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
TIME = rf"(?:[\[(]?{CLOCK}[\])]?)"
_STAMP = re.compile(rf"[*_]{{0,2}}(?:\[{CLOCK}\]|\({CLOCK}\))[*_]{{0,2}}(?:\s+|$)")
_LETTER = re.compile(
    r"[*_]{0,2}(?P<letter>[QA])"
    r"(?:(?:\d{0,2}[.:)]+|\s{1,20}:)[*_]{0,2}\s*(?:[–—-]\s)?\s*"
    r"| [–—-] |\t\s*| {2,}|(?<=Q) (?=[A-Z\"“‘(\[]))(?=\S)"
)
ASIDES = r"(?:\s*[(\[][^()\[\]\n]{1,60}[)\]])*"
_LABEL = re.compile(
    rf"[*_]{{0,2}}{TIME}?\s*(?P<name>[^\W\d_a-z][^:,\n\"“”()\[\]]{{0,60}}?){ASIDES}[*_]{{0,2}}"
    rf"(?:,[^:\n\"“”?!]{{1,60}}?)?\s*{TIME}?\s*:[*_]{{0,2}}(?:\s+|$)"
)
HELD = r"(?P<office>The [^:()\n]{3,100}) \((?P<name>[^:()\n]{3,60})\)"
_ADDRESSED = re.compile(
    rf"\d{{1,3}}\. (?P<name>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){{1,5}}){ASIDES}"
    r" to the [A-Z][^:.?!\n]{2,80}:\s+"
)
"""A question's number, who asks, and whom: "3. JANE ROE (Sund) to the Minister of Health: "."""
_OFFICE = re.compile(rf"{HELD}:(?:\s+|$)")
_CAPITALS = re.compile(
    r"(?P<name>[A-Z][A-Z'’-]+(?: (?:[A-Z][A-Z'’-]+|[A-Z]\.)){0,3})\.\s{2,}(?=[\"“‘'(\[]?[A-Z])"
)
_SHOUTED_ON = r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z.'’-]+)*(?: ?\([^()\n]{1,30}\))?(?:,[^:.?!\n]{1,60})?:"
"""What goes on with a label behind the full stop of a name of two letters: "REV. JO. | EAST (D), PASTOR:"."""
_INITIALS = re.compile(r"\(([A-Z]{2,4})\)")
_SCORE = re.compile(r"[^\w\n]*\d[\d\W]*")  # and no word: a result ("HT: 1 0"), no evidence of a talk
_PLACE = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?):\s+(?=\S)"
)
NUMBER = re.compile(r" #?\d{1,2}$")
_LONE = re.compile(r"[^\W\d_a-z](?:[-'’]?[^\W\d_])+")
_PERSON = re.compile(r"\b(?:[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|[Mm]e)\b")
LONGEST = 180  # characters in which a label's colon, or a label alone on its line, must end


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a turn: its unit's index, where in it the words begin, who is named, what it does.

    `initials` are those in brackets behind the name, in small letters: "Jane Roe (JR):"; `lines` those that a
    label takes which has what its bearer is on the line below.
    """

    index: int
    body: int
    source: tuple[int, int] | None
    key: str
    role: Role
    initials: str = ""
    lines: int = 1


def letter_labels(units: Sequence[Unit]) -> list[Label]:
    """Everything shaped as the labels Q and A."""
    found: list[Label] = []
    for index, unit in enumerate(units):
        if unit.kind is not None or unit.text[:3].lstrip("*_")[:1] not in ("Q", "A"):
            continue
        if match := _LETTER.match(unit.text):
            role: Role = "asks" if match["letter"] == "Q" else "answers"
            found.append(Label(index, match.end(), None, match["letter"], role))
    return found


def name_labels(units: Sequence[Unit], *, turns: bool = False) -> Iterator[Label]:
    """Everything shaped as a label that names somebody, or an asker, before what is said on its line.

    `turns` says that the text is known to have turns: then any label in capitals is one, and so is one with
    what its bearer does ("Mr. Roe moved:").
    """
    capitals = _capital_labels(units)
    for index, unit in enumerate(units):
        if unit.kind is not None:
            continue
        if match := _diarised().match(unit.text):
            yield replace(named(index, unit, match), source=None)
        elif match := _before_words(unit.text, turns=turns):
            yield named(index, unit, match)
        elif index in capitals:
            yield capitals[index]
        elif ":" in unit.text[:LONGEST]:
            label = _before_colon(index, units, turns=turns)
            if label is not None and (turns or not _SCORE.fullmatch(unit.text, label.body)):
                yield label


def _before_words(line: str, *, turns: bool) -> re.Match[str] | None:
    """The label that a record of a parliament has before the words on a line."""
    return _stopped().match(line) or _ADDRESSED.match(line) or (_moving().match(line) if turns else None)


def _capital_labels(units: Sequence[Unit]) -> dict[int, Label]:
    """Names in capitals before a full stop and two spaces, where there are several and one comes back."""
    found: dict[int, Label] = {}
    for index, unit in enumerate(units):
        match = _CAPITALS.match(unit.text) if unit.kind is None else None
        label = _judged(named(index, unit, match), match["name"], units, turns=False) if match else None
        if label is not None:
            found[index] = label
    keys = [label.key for label in found.values()]
    return found if 1 < len(set(keys)) < len(keys) else {}


def lone_labels(units: Sequence[Unit]) -> Iterator[Label]:
    """Every other single word with a capital before a colon: a surname for all that its shape tells."""
    no_names = words().notes | words().askers | words().nameless | words().roles | words().calendar
    for index, unit in enumerate(units):
        if unit.kind is not None or ":" not in unit.text[:LONGEST]:
            continue
        match = _LABEL.match(unit.text)
        name = match["name"].rstrip(" *_") if match else ""
        if match and _LONE.fullmatch(name) and name_key(name) not in no_names:
            yield named(index, unit, match)


def place_labels(units: Sequence[Unit]) -> Iterator[Label]:
    """Everything shaped as a place before a colon, with or without the state: "Dover, Del.:"."""
    for index, unit in enumerate(units):
        match = _PLACE.match(unit.text) if unit.kind is None else None
        if match and name_key(match["name"]) not in words().notes:
            yield named(index, unit, match)


def past_time(text: str) -> int:
    """Where the words of a turn begin behind the time of its recording in brackets, as in "[00:12:03.5] "."""
    match = _STAMP.match(text)
    return match.end() if match else 0


def name_key(name: str) -> str:
    """A name as labels are compared by: in small letters, without a full stop after it."""
    return " ".join(name.casefold().split()).rstrip(".")


def is_titled(parts: Sequence[str]) -> bool:
    """Whether words begin with a title and go on with a name or an office."""
    first = parts[0].lower().rstrip(".").split("/")[0]
    return len(parts) > 1 and first in words().titles | words().courtesies and parts[-1][0].isupper()


def is_diarised(label: Label) -> bool:
    """Whether a label is a machine's, for a voice that it told from others in a recording."""
    return re.fullmatch(words().diarised, label.key) is not None


@cache
def _diarised() -> re.Pattern[str]:
    """A voice of a recording by its number ("spk05:", "[SPEAKER_00]:"), with or without a time."""
    return re.compile(
        rf"[*_]{{0,2}}{TIME}?\s*\[?(?P<name>{words().diarised})\]?\s*{TIME}?\s*:[*_]{{0,2}}(?:\s+|$)",
        re.IGNORECASE,
    )


@cache
def _courteous() -> str:
    """The pattern of a courtesy title and a name."""
    titles = "|".join(sorted(map(re.escape, words().courtesies), key=len, reverse=True))
    small = "|".join(words().connectors)
    word = r"[^\W\d_a-z][\w'’-]+"
    return rf"(?:The )?(?i:{titles})\.? (?:[A-Z]\. )*{word}(?: (?:[A-Z]\.|{small}|{word}))*"


@cache
def _stopped() -> re.Pattern[str]:
    """A courtesy title and a name, or an office in capitals, before a full stop or a dash and a capital."""
    office = r"The [A-Z]{4,}(?: [A-Z]{2,})*(?: pro tempore)?"
    return re.compile(
        rf"[*_]{{0,2}}(?P<name>{_courteous()}|{office}){ASIDES}"
        rf"(?:\.| ?[—–]| --)[*_]{{0,2}}\s+(?=[\"“‘'(]?[A-Z])(?!(?<=\b[A-Z]{{2}}\. ){_SHOUTED_ON})"
    )


@cache
def _moving() -> re.Pattern[str]:
    """A courtesy title, a name and what its bearer does before a colon, and no quotation behind it."""
    does = "|".join(words().moving)
    return re.compile(
        rf"[*_]{{0,2}}(?P<name>{_courteous()}){ASIDES} (?:{does}):[*_]{{0,2}}(?:\s+(?![\"“‘'])|$)"
    )


def named(index: int, unit: Unit, match: re.Match[str]) -> Label:
    """The label of what a match calls its name."""
    name = match["name"].rstrip(" *_")
    start = unit.start + match.start("name")
    initials = _INITIALS.search(match[0])
    behind = initials[1].lower() if initials else ""
    return Label(index, match.end(), (start, start + len(name)), name_key(name), "speaks", behind)


def _before_colon(index: int, units: Sequence[Unit], *, turns: bool) -> Label | None:
    """The label that a line begins with, where a colon ends it."""
    unit = units[index]
    if match := _OFFICE.match(unit.text):
        return named(index, unit, match) if bears(match) else None
    match = _LABEL.match(unit.text)
    if match is None:
        return None
    return _judged(named(index, unit, match), match["name"].rstrip(" *_"), units, turns=turns)


def _judged(label: Label, name: str, units: Sequence[Unit], *, turns: bool) -> Label | None:
    """A label with its role, none where the name in it can be nobody's."""
    lexicon = words()
    if label.key in lexicon.notes or _is_field(label.key.split()):
        return None
    unnumbered = NUMBER.sub("", label.key)
    if unnumbered in lexicon.askers:
        return replace(label, source=None, key=unnumbered, role="asks")
    if unnumbered in lexicon.nameless:
        return replace(label, source=None, role="answers" if unnumbered == "answer" else "speaks")
    known = unnumbered in lexicon.roles or names_somebody(name, units)
    return label if known or (turns and name.isupper()) else None


def _is_field(parts: Sequence[str]) -> bool:
    """Whether a label names a field of a page's record, as "Posted By:" does."""
    titled = parts[0].rstrip(".") in words().titles | words().courtesies
    return len(parts) > 1 and not titled and parts[-1] in words().fields


def bears(match: re.Match[str]) -> bool:
    """Whether a label gives an office and its bearer, as in "The Minister for Roads (Jane Roe):"."""
    offices = words().titles | words().offices
    known = any(part in offices for part in re.findall(r"\w+", match["office"].lower()))
    return known and is_name_like(match["name"], most=5)


def names_somebody(name: str, units: Sequence[Unit]) -> bool:
    """Whether a label is shaped as a name: a title, capitals, several names, or a surname of the front."""
    parts = name.split()
    if len(parts) > 7 or any(map(str.isdigit, name)) or _PERSON.search(name):
        return False
    if is_titled(parts):
        return True
    if name.isupper():
        small = words().connectors - {"de", "la", "le", "van", "von", "al", "el", "di", "da", "du"}
        return len(name.replace(".", "")) > 1 and not any(part.lower() in small for part in parts[1:])
    if is_name_like(name, most=5):
        return True
    return len(parts) == 1 and any(f" {name}" in unit.text for unit in units[:5])
