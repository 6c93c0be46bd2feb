"""The title of a transcript: whose remarks, speech or press conference it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import LONGEST, plain, words

_WORD = re.compile(r"[^\s,:;()]+")
_DESCRIBED = re.compile(r"[\s*_]*|, [a-z].*")
FIRST_PERSON = 0.01
"""The least share of first-person words in remarks. The EU transcript of the seeds has 4%, news prose outside
its quotations next to none."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title that announces speech: the index of its unit and the span of the person it names, if just one.

    `dialogue` is true for an interview and the like, whose words nobody owns before labels tell them apart.
    `guest` is the one who answers, where the title of an interview says who does.
    """

    index: int
    source: tuple[int, int] | None
    dialogue: bool = False
    guest: tuple[int, int] | None = None


@cache
def _occasion() -> re.Pattern[str]:
    """What may follow the name or the genre in a title: the occasion, not the verb of a news headline."""
    return re.compile(rf"[\s*_]*(?:$|[:,(|–—-]|(?:{words().occasions})\b)", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    genre = rf"(?P<genre>{words().genres})"
    named = rf"(?:{words().openers})"
    before = rf"(?:[^.!?\n]{{0,90}}[:|–—-] ?|{named})?(?P<kind>(?:[\w-]+ ){{0,3}}?)"
    by = rf"{before}{genre}(?:(?: [\w,]+){{0,5}}? by| of| with| from):? "
    name = r"(?P<name>[A-Z][^\s:,]*?(?: [^\s:,]+){0,6}?)"
    own = (
        rf"{named}?{name}(?:['’]s?|:| at a| [–-](?: \d{{4}})?) (?P<kind>(?:[\w-]+ ){{0,2}}?){genre}\b(?! by)"
    )
    said = rf"(?:the following|this|below|here) is an? [\w -]{{0,40}}\btranscript of .{{0,60}}?\b{genre} by "
    return tuple(re.compile(pattern, re.I) for pattern in (by, own, genre, said))


def find_title(units: Sequence[Unit]) -> Title | None:
    """The title among the first lines of a text that announces somebody's remarks, or none.

    A line that says whose transcript this is tells more than a title above it, which may give his office.
    """
    for index, unit in enumerate(units[:12]):
        if unit.kind is None and (said := _transcribed(index, unit)) is not None:
            return said
    seen = 0
    for index, unit in enumerate(units[:12]):
        if unit.kind is not None:
            continue
        seen += 1
        if seen > 4 or len(unit.text) > LONGEST:
            return None
        title = _by(index, unit) or _possessive(index, unit) or _second_line(index, units)
        if title is not None:
            return title
    return None


def _transcribed(index: int, unit: Unit) -> Title | None:
    """The title "The following is a transcript of the briefing by NAME, spokesman of …"."""
    match = _patterns()[3].match(unit.text) if len(unit.text) <= LONGEST else None
    source = _person(unit, match.end()) if match else None
    if source is None or not _ends_in_name(unit.text[source[0] - unit.start : source[1] - unit.start]):
        return None
    return Title(index, source)


def _by(index: int, unit: Unit) -> Title | None:
    """The title "remarks by NAME at …"; with several names its source is none."""
    match = _patterns()[0].match(unit.text)
    if not match:
        return None
    source = _person(unit, match.end())
    if source is None:
        return (
            Title(index, None, _is_dialogue(match))
            if _name_end(unit.text, match.end()) > match.end()
            else None
        )
    if not _occasion().match(unit.text, source[1] - unit.start):
        return None
    dialogue = _is_dialogue(match)
    guest = source if dialogue and _is_guest(unit, match.end(), source[1] - unit.start) else None
    if "joint" in match["kind"].lower() or (dialogue and not _holds_office(unit.text[match.end() :])):
        source = None  # "interview with NAME" names the guest or the host, and only an office tells
    if source and "\\" in unit.text[: source[1] - unit.start]:
        source = None  # a name with the escapes of front matter in it ("Jane\_Roe") is nobody's
    return Title(index, source, dialogue, guest)


def _is_guest(unit: Unit, begin: int, end: int) -> bool:
    """Whether a title says that the one named answers: "An interview with NAME", "Q&A with NAME, potter".

    "Interview with NAME" does not, for ministries name the host so, nor does a name before a station's.
    """
    if not is_name_like(unit.text[begin:end]) or not words().guests.search(unit.text[:begin]):
        return False
    return _DESCRIBED.fullmatch(unit.text, end) is not None


def _possessive(index: int, unit: Unit) -> Title | None:
    """The title "NAME's speech at …"."""
    match = _patterns()[1].match(unit.text)
    if not match or not match["name"][0].isupper() or not _occasion().match(unit.text, match.end()):
        return None
    begin = match.start("name") + (4 if match["name"].startswith("The ") else 0)
    end = _name_end(unit.text, begin)
    if end - begin < 2 or end < match.end("name") or "joint" in match[0].lower():
        return None
    return Title(index, (unit.start + begin, unit.start + match.end("name")), _is_dialogue(match))


def _holds_office(phrase: str) -> bool:
    """Whether an office stands among the first words of a phrase."""
    return any(part.lower().strip(",.") in words().offices for part in phrase.split()[:8])


def _is_dialogue(match: re.Match[str]) -> bool:
    return match["genre"].lower() in words().dialogues


def _second_line(index: int, units: Sequence[Unit]) -> Title | None:
    """The title's second line, "by NAME at …", under a line such as "Press conference" or above a note."""
    unit = units[index]
    if unit.text[:3].lower() != "by ":
        return None
    source = _person(unit, 3)
    if source is None or not re.match(r",? [a-z(]", unit.text[source[1] - unit.start :]):
        return None
    above = index and _patterns()[2].fullmatch(plain(units[index - 1].text))
    noted = any(words().delivery_notes.fullmatch(plain(one.text)) for one in units[index + 1 : index + 6])
    return Title(index, source) if above or noted else None


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
    end, position, office = begin, begin, False
    while match := _WORD.match(text, position):
        word, low = match[0], match[0].lower()
        small = low in words().connectors or (low == word and low in words().offices)
        if (_occasion().fullmatch(low) and not small) or not (small or word[0].isupper()):
            break
        if small and low in ("for", "and", "&") and not office:
            break
        if not small:
            end = match.end() - (2 if word.endswith(("'s", "’s")) else 0)
            office = office or any(part in words().offices for part in low.split("/"))
        position = match.end()
        if text[position : position + 1] != " ":
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
    return re.match(r",? (?:and|&) [A-Z]|,(?: [A-Z]\S+){1,4},? and ", text[end:]) is not None


def reads_as_speech(units: Sequence[Unit], *, noted: bool) -> bool:
    """Whether the units read as somebody's own words: first person outside marks, nobody reported.

    `noted` says that the page itself calls its text a speech ("check against delivery").
    """
    body = [unit for unit in units if unit.kind is None and unit.words > 2]
    total = sum(unit.words for unit in body)
    if not total:
        return False
    noted = noted or is_greeting(body[0])
    first = reported = 0
    for unit in body:
        if not unit.quoted:
            first += len(words().first_person.findall(unit.text))
        reported += len(words().reported.findall(unit.text))
    share = first / total
    return share >= (FIRST_PERSON / 4 if noted else FIRST_PERSON) and reported <= first


def own_words(unit: Unit) -> bool:
    """Whether a paragraph reads as somebody's own words: a first person, and nobody reported."""
    return words().first_person.search(unit.text) is not None and words().reported.search(unit.text) is None


def is_greeting(unit: Unit) -> bool:
    """Whether a line greets or thanks an audience."""
    return unit.words < 30 and words().greetings.fullmatch(plain(unit.text)) is not None


def announces(unit: Unit) -> bool:
    """Whether a line says that a speech was given, as pages do between the title and the speech."""
    if len(unit.text) > LONGEST or not words().given.search(unit.text):
        return False
    return _patterns()[2].search(unit.text) is not None
