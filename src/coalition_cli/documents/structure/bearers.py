"""Labels that give an office alone, and the one whom the front of a page names as its bearer.

Takes: THE CHAIRWOMAN: (under "Hon. Jane Roe [chairwoman of the committee] presiding")
Leaves: THE PRESIDENT: (under "Remarks by President Roe and President Paul Doe": two bear the office)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from coalition_cli.documents.structure.shapes import Label
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

FRONT = 40
"""Lines above the first label in which a bearer may be named."""

_NAME = r"(?P<name>[A-Z][\w'’-]{1,30}(?: [A-Z]\.)?(?: [A-Z][\w'’-]{1,30}){0,3})"
_HONOURED = r"(?:(?:[Tt]he |THE )?(?:(?:[Rr]ight |[Rr]t\.? |RT\.? )?[Hh]on(?:ourable|\.)? |HON\.? ))?"
_INVERTED = re.compile(r"(?P<last>[A-Z][\w'’-]{1,30}), (?P<first>[A-Z][\w'’-]{1,30})")

Span = tuple[int, int]


def find_bearers(text: str, units: Sequence[Unit], labels: Sequence[Label]) -> dict[str, Span]:
    """Where the front names the one bearer of each office that labels give alone: by the label's key."""
    front = units[: labels[0].index][-FRONT:]
    keys = {label.key for label in labels if label.source and _is_office(label.key)}
    found = ((key, _bearer(text, front, key.removeprefix("the "))) for key in keys if front)
    return {key: span for key, span in found if span is not None}


def _is_office(key: str) -> bool:
    parts = key.removeprefix("the ").split()
    lexicon = words()
    return parts[-1] in lexicon.offices and all(part in lexicon.offices | lexicon.titles for part in parts)


def _bearer(text: str, front: Sequence[Unit], office: str) -> Span | None:
    """The span of the name that stands beside an office in the front, or in both the front and the text."""
    begin, end = front[0].start, front[-1].end
    beside = list(_beside(text, office, begin, end))
    full = [span for span in beside if " " in text[slice(*span)]]
    if beside:
        return full[0] if full and len({_last(text, span) for span in beside}) == 1 else None
    return _turned_round(
        front, {text[slice(*span)].casefold() for span in _beside(text, office, end, len(text))}
    )


def _turned_round(front: Sequence[Unit], called: Collection[str]) -> Span | None:
    """The surname of the one line "Roe, Jane" whose name is the only one that the text gives the office."""
    lines = ((unit, _INVERTED.fullmatch(unit.text)) for unit in front)
    names = [(unit, match) for unit, match in lines if match]
    if len(names) != 1 or len(called) != 1:
        return None
    unit, match = names[0]
    same = f"{match['first']} {match['last']}".casefold() in called
    return (unit.start, unit.start + match.end("last")) if same else None


def _beside(text: str, office: str, begin: int, end: int) -> Iterator[Span]:
    """Every name right behind an office, or before one in brackets or behind a comma."""
    said = re.escape(office).replace(r"\ ", r"\s+")
    behind = re.compile(rf"\b(?i:{said}),?\s+{_HONOURED}{_NAME}")
    before = re.compile(rf"\b{_NAME}(?:, | ?[\[(])(?:the )?(?i:{said})\b")
    for pattern in (behind, before):
        for match in pattern.finditer(text, begin, end):
            yield _without_honours(text, match.span("name"))


def _without_honours(text: str, span: Span) -> Span:
    """A name without what stands behind it, as "MP"."""
    start, end = span
    while " " in text[start:end] and text[start:end].split()[-1].casefold() in words().after_names:
        end = start + len(text[start:end].rpartition(" ")[0])
    return start, end


def _last(text: str, span: Span) -> str:
    return text[slice(*span)].split()[-1].casefold()
