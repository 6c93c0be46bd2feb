"""The title of a transcript: whose remarks, speech or press conference it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s)\b")
_REPORTED = re.compile(r"[”\"],?\s+(?:[\w.'’-]+\s+){0,5}(?:said|says|told|added)\b|\b(?:said|told)\b")
_WORD = re.compile(r"[^\s,:;()]+")
FIRST_PERSON = 0.01
"""The least share of first-person words in remarks. The EU transcript of the seeds has 4%, news prose outside
its quotations next to none."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title that announces speech: the index of its unit and the span of the one person it names, if one."""

    index: int
    source: tuple[int, int] | None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    genres = words().genres
    before = r"(?:[^.!?\n]{0,60}[:|–—-] ?|full text(?: of)?:? ?|transcript(?: of)?:? ?|read:? ?)?"
    joint = (
        r"(?:joint |press |official |the |special |full |video |keynote |introductory |closing |opening )*"
    )
    by = re.compile(
        rf"{before}(?P<joint>{joint})(?:{genres})(?: \w+){{0,2}}? (?:by|of|with|from):? ", re.IGNORECASE
    )
    possessive = re.compile(
        rf"(?P<name>[A-Z][^\s:,]*(?: [^\s:,]+){{0,6}}?)(?:['’]s?|:)? (?:{joint})(?:{genres})\b(?! by)",
        re.IGNORECASE,
    )
    return by, possessive


def find_title(text: str, units: Sequence[Unit]) -> Title | None:
    """The title among the first lines of a text that announces somebody's remarks, or none."""
    seen = 0
    for index, unit in enumerate(units[:12]):
        if unit.kind is not None:
            continue
        seen += 1
        if seen > 4 or unit.words > 40:
            return None
        match = _patterns()[0].match(unit.text)
        if match:
            source = None if "joint" in match["joint"].lower() else _person(unit, match.end())
            return Title(index, source)
        match = _patterns()[1].match(unit.text)
        if match and match["name"][0].isupper():
            end = _name_end(match["name"], 0)
            if end == len(match["name"]):
                return Title(index, (unit.start, unit.start + end))
    return None


def _person(unit: Unit, begin: int) -> tuple[int, int] | None:
    """The span of the one person or office named from `begin` on."""
    text = unit.text
    if text[begin : begin + 4].lower() == "the ":
        begin += 4
    end = _name_end(text, begin)
    role_only = end > begin and not _ends_in_name(text[begin:end])
    comma = re.match(r",\s+(?=[A-Z])", text[end:])
    if comma and role_only:
        further = _name_end(text, end + comma.end())
        end = max(end, further)
    if end == begin or _several(text, begin, end):
        return None
    return unit.start + begin, unit.start + end


def _name_end(text: str, begin: int) -> int:
    """Where the run of capitalised words and the small words inside an office ends."""
    end, position = begin, begin
    office = False
    while match := _WORD.match(text, position):
        word = match[0]
        low = word.lower().rstrip("'’s") if word.endswith(("'s", "’s")) else word.lower()
        if word[0].isupper() and low not in ("at", "on", "in", "upon", "during", "following"):
            end = match.end()
            office = office or any(part in words().offices for part in low.split("/"))
        elif low not in words().connectors or (low in ("for", "and", "&") and not office):
            break
        position = match.end()
        if position >= len(text) or text[position] != " ":
            break
        position += 1
    return end


def _ends_in_name(phrase: str) -> bool:
    """Whether the last two words may be a first and a last name, not an office's."""
    last = phrase.split()[-2:]
    offices = words().offices | words().titles
    return len(last) == 2 and all(part[0].isupper() and part.lower() not in offices for part in last)


def _several(text: str, begin: int, end: int) -> bool:
    """Whether "and" joins two people rather than two parts of one office."""
    for match in re.finditer(r" (?:and|&) ", text[begin:end]):
        after = text[begin + match.end() : end].split()
        before = text[begin : begin + match.start()]
        if after and after[0].lower().strip(".") in words().titles | words().offices:
            return True
        if not re.search(r" (?:for|of) ", before):
            return True
    return re.match(r"(?:,? and|,) (?:[A-Z]\S+ ){1,4}(?:and )", text[end:]) is not None


def reads_as_speech(units: Sequence[Unit], *, noted: bool) -> bool:
    """Whether the units read as somebody's own words: first person outside marks, nobody reported.

    `noted` says that the page itself calls its text a speech ("check against delivery").
    """
    body = [unit for unit in units if unit.kind is None and unit.words > 2]
    total = sum(unit.words for unit in body)
    if not total:
        return False
    if words().greetings.fullmatch(plain(body[0].text)) and body[0].words < 30:
        noted = True
    first = reported = 0
    for unit in body:
        if not unit.quoted:
            first += len(_FIRST_PERSON.findall(unit.text))
        reported += len(_REPORTED.findall(unit.text))
    share = first / total
    return share >= (FIRST_PERSON / 4 if noted else FIRST_PERSON) and reported <= first
