"""The lexicons of names, titles and roles as sets, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from coalition_cli.lexicons import load
from coalition_cli.speakers.fold import fold

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the lexicon: its canonical name and the country it speaks for."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """Every list the speaker modules look words up in; all keys in lower case.

    `given` and `titles` and `roles` map a word to the gender it tells, or None; `weak_given` are given names
    that are also places or plain words; `same_role` maps a role to the word all its synonyms share;
    `determiners` hold the `articles` too.
    """

    given: dict[str, Gender | None]
    weak_given: frozenset[str]
    titles: dict[str, Gender | None]
    courtesies: frozenset[str]
    roles: dict[str, Gender | None]
    same_role: dict[str, str]
    offices: frozenset[str]
    open_roles: frozenset[str]
    positions: frozenset[str]
    seated: frozenset[str]
    departures: frozenset[str]
    replacing: frozenset[str]
    relations: frozenset[str]
    spouses: frozenset[str]
    role_modifiers: frozenset[str]
    role_endings: frozenset[str]
    suffixes: frozenset[str]
    honours: frozenset[str]
    particles: frozenset[str]
    prefixes: frozenset[str]
    never: frozenset[str]
    months: frozenset[str]
    places: frozenset[str]
    speaking: frozenset[str]
    bodies: dict[tuple[str, ...], Body]
    body_heads: frozenset[str]
    body_nouns: frozenset[str]
    legal_forms: frozenset[str]
    exchanges: frozenset[str]
    body_kinds: frozenset[str]
    vague_bodies: frozenset[str]
    authorities: frozenset[tuple[str, ...]]
    ruling: frozenset[str]
    unnamed: frozenset[str]
    background: frozenset[str]
    groups: frozenset[str]
    crowds: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    open_determiners: frozenset[str]
    nobody: frozenset[str]
    quantities: frozenset[str]
    indefinite: frozenset[str]
    parts: frozenset[str]
    homelands: frozenset[str]
    strangers: dict[str, Gender | None]


@cache
def lexicon() -> Words:
    """The lists, loaded at the first call."""
    titles, roles, names = load("titles"), load("roles"), load("given_names")
    organisations, unnamed = load("organisations"), load("unnamed")
    short, relations = roles["short"], frozenset(roles["relations"])
    gendered = _gendered(roles["either"], roles["male"], roles["female"])
    same = {**short, **{word: roles["same"].get(word, word) for word in gendered}}
    return Words(
        given=_gendered(*(_folded(names[key]) for key in ("either", "male", "female"))),
        weak_given=frozenset(names["ambiguous"].split()),
        titles=_gendered(titles["either"], titles["male"], titles["female"]),
        courtesies=frozenset((*titles["male"], *titles["female"])),
        roles={**gendered, **{word: gendered.get(role) for word, role in short.items()}},
        same_role={word: roles["same"].get(role, role) for word, role in same.items()},
        offices=frozenset(gendered) - relations,
        open_roles=frozenset(roles["open"]),
        positions=frozenset(roles["positions"]),
        seated=frozenset(roles["seated"]),
        departures=frozenset(roles["departures"]),
        replacing=frozenset(roles["replacing"]),
        relations=relations,
        spouses=frozenset(roles["spouses"]),
        role_modifiers=frozenset(roles["modifiers"]),
        role_endings=frozenset(roles["endings"]),
        suffixes=frozenset(titles["suffixes"]),
        honours=frozenset(titles["honours"]),
        particles=frozenset(titles["particles"]),
        prefixes=frozenset(titles["prefixes"]),
        never=frozenset(titles["never"]),
        months=frozenset(load("dates")["months"]),
        places=frozenset(titles["places"]),
        speaking=frozenset(titles["speaking"]),
        bodies=_bodies(organisations["names"]),
        body_heads=frozenset(organisations["heads"]),
        body_nouns=frozenset(
            (*organisations["bodies"], *(one for one in organisations["authorities"] if " " not in one))
        ),
        legal_forms=frozenset(organisations["legal_forms"]),
        exchanges=frozenset(organisations["exchanges"]),
        body_kinds=frozenset(organisations["kinds"]),
        vague_bodies=frozenset(organisations["vague"]),
        authorities=frozenset(tuple(words.split()) for words in organisations["authorities"]),
        ruling=frozenset(organisations["ruling"]),
        unnamed=frozenset(unnamed["unnamed"]),
        background=frozenset(unnamed["background"]),
        groups=frozenset(unnamed["groups"]),
        crowds=frozenset((*unnamed["groups"], *unnamed["unnamed"], *map(_plural, unnamed["unnamed"]))),
        articles=frozenset(unnamed["articles"]),
        determiners=frozenset((*unnamed["articles"], *unnamed["determiners"])),
        open_determiners=frozenset(unnamed["open_determiners"]),
        nobody=frozenset(unnamed["nobody"]),
        quantities=frozenset(unnamed["quantities"]),
        indefinite=frozenset(unnamed["indefinite"]),
        parts=frozenset(unnamed["parts"]),
        homelands=frozenset(unnamed["homelands"]),
        strangers=_gendered([], unnamed["strangers"]["male"], unnamed["strangers"]["female"]),
    )


def _folded(block: str) -> list[str]:
    return [fold(name) for name in block.split()]


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch")) else "s")


def _gendered(either: list[str], male: list[str], female: list[str]) -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = dict.fromkeys(either)
    found.update(dict.fromkeys(male, "male"))
    found.update(dict.fromkeys(female, "female"))
    return found


def _bodies(entries: dict[str, dict[str, object]]) -> dict[tuple[str, ...], Body]:
    found: dict[tuple[str, ...], Body] = {}
    for key, entry in entries.items():
        country = entry.get("country")
        body = Body(str(entry.get("name", key)), None if country is None else str(country))
        aliases = entry.get("aliases", [])
        for form in (key, *(aliases if isinstance(aliases, list) else [])):
            found[tuple(form.split())] = body
    return found
