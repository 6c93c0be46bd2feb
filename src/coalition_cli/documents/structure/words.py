"""The structure lexicon, and the titles and dates that it shares with others, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from coalition_cli import lexicons


@dataclass(frozen=True, slots=True)
class Words:
    """Compiled patterns (for `fullmatch` on a normalised line) and word sets of these lexicons."""

    prompts: re.Pattern[str]
    asides: re.Pattern[str]
    delivery_notes: re.Pattern[str]
    byline: re.Pattern[str]
    contact: re.Pattern[str]
    greetings: re.Pattern[str]
    date: re.Pattern[str]
    connectors: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    courtesies: frozenset[str]
    after_names: frozenset[str]
    askers: frozenset[str]
    asking_roles: frozenset[str]
    nameless: frozenset[str]
    roles: frozenset[str]
    moving: frozenset[str]
    diarised: str
    notes: frozenset[str]
    fields: frozenset[str]
    posts: frozenset[str]
    divisions: frozenset[str]
    markers: frozenset[str]
    beats: re.Pattern[str]
    convened: re.Pattern[str]
    courtroom: frozenset[str]
    called: re.Pattern[str]
    chairs: frozenset[str]
    minutes: frozenset[str]
    markup: frozenset[str]
    calendar: frozenset[str]
    genres: str
    dialogues: frozenset[str]
    guests: re.Pattern[str]
    billing: tuple[str, ...]
    discussing: str
    dialogue_openers: str
    talking: str
    interviewing: re.Pattern[str]
    chats: re.Pattern[str]
    openers: str
    occasions: str
    first_person: re.Pattern[str]
    reported: re.Pattern[str]
    given: re.Pattern[str]
    reporting: re.Pattern[str]
    posting: re.Pattern[str]
    readers: re.Pattern[str]
    stage: re.Pattern[str]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _whole(words: list[str], flags: int = 0) -> re.Pattern[str]:
    """Any of some words, as a whole word."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", flags)


def _reported(data: dict[str, list[str]]) -> re.Pattern[str]:
    """A verb of saying near the marks before it, or one that needs no marks."""
    near, alone = "|".join(data["said_after_marks"]), "|".join(data["said"])
    return re.compile(rf"[”\"],?\s+(?:[\w.'’-]+\s+){{0,5}}(?:{near})\b|\b(?:{alone})\b")


def _date(calendar: Iterable[str]) -> re.Pattern[str]:
    """A line made of nothing but dates, times, weekdays and the words beside them."""
    atoms = "|".join(re.escape(word) for word in sorted(calendar, key=len, reverse=True))
    number = r"\d{1,4}(?!\d)(?:[./:-]\d{1,2}(?!\d)(?:[./:-]\d{2,4}(?!\d))?)?"
    number += r"(?:st|nd|rd|th)?(?:T\d\d:\d\d\S*)?(?: ?[ap]\.?m\b\.?)?"
    # atomic, so that a line of digits and dashes cannot be split in ever more ways
    return re.compile(rf"(?:(?>{number}|(?:{atoms})\b\.?)[\s,|/·•:()-]*+)++", re.IGNORECASE)


@cache
def words() -> Words:
    """The lexicon, read at first use."""
    data, titles, dates = lexicons.load("structure"), lexicons.load("titles"), lexicons.load("dates")
    calendar = frozenset((*dates["months"], *dates["weekdays"], *data["date_words"]))
    return Words(
        prompts=_any(data["prompts"]),
        asides=_any(data["asides"]),
        delivery_notes=_any(data["delivery_notes"]),
        byline=_any(data["byline"]),
        contact=_any(data["contact"]),
        greetings=_any(data["greetings"]),
        date=_date(calendar),
        connectors=frozenset(data["connectors"]),
        offices=frozenset(data["offices"]),
        titles=frozenset(data["titles"]),
        courtesies=frozenset((*titles["male"], *titles["female"], *titles["either"], *data["courtesies"])),
        after_names=frozenset(part.rstrip(".") for part in (*titles["suffixes"], *titles["honours"])),
        askers=frozenset(data["askers"]),
        asking_roles=frozenset(data["asking_roles"]),
        nameless=frozenset(data["nameless"]),
        roles=frozenset(data["roles"]),
        moving=frozenset(data["moving"]),
        diarised="|".join(data["diarised"]),
        notes=frozenset(data["labels_of_notes"]),
        fields=frozenset(data["fields"]),
        posts=frozenset(data["posts"]),
        divisions=frozenset(data["divisions"]),
        markers=frozenset(data["markers"]),
        beats=_any(data["beats"]),
        convened=_any(data["convened"]),
        courtroom=frozenset(data["courtroom"]),
        called=_any(data["called"]),
        chairs=frozenset(data["chairs"]),
        minutes=frozenset(data["minutes"]),
        markup=frozenset(data["markup"]),
        calendar=calendar,
        genres="|".join(sorted(map(re.escape, (*data["genres"], *data["dialogues"])), key=len, reverse=True)),
        dialogues=frozenset(data["dialogues"]),
        guests=re.compile(rf"\b(?:{'|'.join(data['guests'])})$", re.IGNORECASE),
        billing=tuple(data["billing"]),
        discussing="|".join(data["discussing"]),
        dialogue_openers="|".join(data["dialogue_openers"]),
        talking="|".join(data["talking"]),
        interviewing=_whole(data["interviewing"], re.IGNORECASE),
        chats=_any(data["chats"]),
        openers="|".join(data["openers"]),
        occasions="|".join(data["occasions"]),
        first_person=_whole(data["first_person"]),
        reported=_reported(data),
        given=_whole(data["given"], re.IGNORECASE),
        reporting=_whole(data["reporting"]),
        posting=_whole(data["posting"]),
        readers=_whole(data["readers"], re.IGNORECASE),
        stage=re.compile("|".join(data["stage"]), re.IGNORECASE),
    )


_TAIL = re.compile(r"[\s.:!»›→>…*_]+$")


LONGEST = 300
"""Characters: no pattern of the lexicon fits a longer line."""


def plain(line: str) -> str:
    """A line as the patterns want it: straight apostrophes, no arrows or full stop after it.

    Empty for a line too long for any pattern.
    """
    if len(line) > LONGEST:
        return ""
    return _TAIL.sub("", line.replace("’", "'").replace("‘", "'")).lstrip("*_#[( ").rstrip("])")
