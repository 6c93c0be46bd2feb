"""The names that stand for countries, indexed by their first word.

Data: `countries.yaml` (generated from countryinfo, MIT), `countries_hand.yaml` (what it lacks or has wrong),
`groups.yaml`, `country_traps.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from coalition_cli import lexicons
from coalition_cli.records import Via

WORD = re.compile(r"[^\W\d_]\w*")
_PLURAL = re.compile(r"(?:[aeo]n|i|er|ot)$")  # Ukrainian, Slovene is not: -ene; Iraqi, New Zealander, Cypriot
_SHOUTED = 4  # letters: a shorter name in capitals is an abbreviation of something else


@dataclass(frozen=True, slots=True)
class Name:
    """One written form and what it stands for; no `via` and no codes for a phrase that names no country."""

    text: str
    codes: tuple[str, ...]
    via: Via | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country as the lexicon has it."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of states; `own` is its code where it acts as one, else none."""

    title: str
    own: str | None
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    members: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """What a mention of the group names: the group where it acts as one, else each member."""
        return (self.own,) if self.own else self.members


def _country(code: str, made: dict[str, Any], hand: dict[str, Any]) -> Country:
    drop = frozenset(hand.get("drop", ()))

    def both(key: str) -> tuple[str, ...]:
        words = [word for word in made.get(key, ()) if word not in drop] + hand.get(key, [])
        return tuple(dict.fromkeys(words))

    demonyms = both("demonyms")
    plurals = tuple(f"{word}s" for word in demonyms if _PLURAL.search(word))
    name = hand.get("name") or made["name"]
    return Country(code, name, both("names"), demonyms, both("people") + plurals, both("capitals"))


@cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166 code (XK for Kosovo)."""
    made = lexicons.load("countries")
    hand = lexicons.load("countries_hand")
    codes = sorted((made.keys() | hand["countries"].keys()) - set(hand["skip"]))
    return {code: _country(code, made.get(code, {}), hand["countries"].get(code, {})) for code in codes}


@cache
def groups() -> tuple[Group, ...]:
    """Every group of states, in the order of the lexicon."""
    return tuple(
        Group(
            title=data.get("title", title),
            own=data.get("own"),
            names=tuple(data["names"]),
            capitals=tuple(data.get("capitals", ())),
            members=tuple(data["members"]),
        )
        for title, data in lexicons.load("groups").items()
    )


@cache
def traps() -> Any:
    """What looks like a country and is none, as `country_traps.yaml` has it."""
    return lexicons.load("country_traps")


def _country_names(country: Country) -> Iterator[Name]:
    codes = (country.code,)
    for text in (country.name, *country.names):
        yield Name(text, codes, "name")
    for text in country.demonyms:
        yield Name(text, codes, "demonym")
    for text in country.people:
        yield Name(text, codes, "people")
    for text in country.capitals:
        yield Name(text, codes, "capital")


def _names() -> Iterator[Name]:
    """Every name, the strongest reading of a form first."""
    for text in traps()["terms"]:
        yield Name(text, (), None)
    for country in countries().values():
        yield from _country_names(country)
    for group in groups():
        for text in group.names:
            yield Name(text, group.codes, "group")
        for text in group.capitals:
            yield Name(text, group.codes, "capital")
    for text in traps()["ambiguous"]:
        yield Name(text, (), "demonym" if text.endswith(("n", "e", "s")) else "name")


def _shouted(name: Name) -> Iterator[Name]:
    yield name
    if len(name.text) >= _SHOUTED and not name.text.isupper():
        yield Name(name.text.upper(), name.codes, name.via)


@cache
def index() -> dict[str, tuple[Name, ...]]:
    """Names by their first word, longest first; of two readings of one form the stronger alone."""
    forms: dict[str, Name] = {}
    for name in _names():
        for form in _shouted(name):
            forms.setdefault(form.text, form)
    by_word: dict[str, list[Name]] = {}
    for text in sorted(forms, key=len, reverse=True):
        first = WORD.search(text)
        assert first is not None
        by_word.setdefault(first.group(), []).append(forms[text])
    return {word: tuple(names) for word, names in by_word.items()}
