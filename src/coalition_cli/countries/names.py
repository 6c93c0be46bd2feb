"""From codes to names and back: what roles and users' queries name, read without a parse."""

from __future__ import annotations

from functools import cache

from coalition_cli.countries.lexicon import countries, groups
from coalition_cli.countries.match import find_matches, flatten


def country_name(code: str) -> str:
    """The English name of a country or of a group that acts as one; the code itself where it is unknown."""
    country = countries().get(code)
    if country:
        return country.name
    return next((group.title for group in groups() if group.own == code), code)


def country_members(code: str) -> tuple[str, ...]:
    """The members of a group that acts as one ("EU", "NATO"); none for a country."""
    return next((group.members for group in groups() if group.own == code), ())


def codes_in(text: str) -> tuple[str, ...]:
    """ISO codes of the countries that a role or a name holds ("Latvia's defence minister"), in its order.

    By name, adjective or people; capitals and groups are left out: "EU High Representative" has no country.
    """
    own = {group.own for group in groups()}
    found = (
        match.name
        for match in find_matches(flatten(text))
        if match.name.via not in (None, "capital", "group")
    )
    return tuple(dict.fromkeys(code for name in found for code in name.codes if code not in own))


@cache
def _queries() -> dict[str, tuple[str, ...]]:
    """Everything a person may type for a country, folded, with what it stands for."""
    table: dict[str, tuple[str, ...]] = {}
    for group in groups():
        for text in (group.title, *group.names, *group.capitals):
            table.setdefault(_fold(text), group.codes)
    for country in countries().values():
        for text in (country.name, *country.names, *country.demonyms, *country.people, *country.capitals):
            table.setdefault(_fold(text), (country.code,))
    for code in countries():  # last: "IT" is Italy, but no name gives way to a code
        table.setdefault(code.casefold(), (code,))
    return table


def _fold(text: str) -> str:
    from anyascii import anyascii

    folded = " ".join(str(anyascii(text)).casefold().replace(".", "").split())
    return folded.removeprefix("the ")


def code_for(query: str) -> tuple[str, ...]:
    """The codes that a user means: "Finland", "finnish", "FI", "uk", "baltic states"; none where unknown."""
    return _queries().get(_fold(query), ())
