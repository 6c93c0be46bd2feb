"""The persons of the five seed texts, every one, with role, country and organisation, as a careful reader
has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Read

SEEDS = {
    "000_b95f53c6efcc4422": {"Kaja Kallas": ("High Representative/Vice-President", None, None)},
    "001_e8b7a3960f14f669": {
        "John Healey": ("UK Defence Secretary", "GB", None),
        "Volodymyr Zelenskyy": ("Ukrainian President", "UA", None),
        "Rustem Umerov": ("Defence Minister", None, None),
        "Emmanuel Macron": ("French President", "FR", None),
        "Andris Sprūds": ("Latvia's defence minister", "LV", None),
        "Kaja Kalals": ("EU's top diplomat", None, "EU"),
        "Keir Starmer": ("British Prime Minister", "GB", None),
        "Donald Trump": ("US President", "US", None),
        "Antti Häkkänen": ("Finnish Defence Minister", "FI", None),
        "Ruben Brekelmans": ("Dutch Defence Minister", "NL", None),
        "Joe Biden": (None, None, None),
        "Pete Hegseth": ("Defence Secretary", None, None),
    },
    "002_9dbf6375c5c84b83": {
        "John Healey": ("UK Defence Secretary", "GB", None),
        "Volodymyr Zelenskyy": ("Ukrainian President", "UA", None),
        "Rustem Umerov": ("Defence Minister", None, None),
        "Emmanuel Macron": ("French President", "FR", None),
        "Andris Sprūds": ("Latvia’s Defence Minister", "LV", None),
        "Kaja Kalals": ("EU foreign policy chief", None, "EU"),
        "Antti Häkkänen": ("Finnish Defence Minister", "FI", None),
        "Ruben Brekelmans": ("Dutch Defence Minister", "NL", None),
        "Keir Starmer": ("British Prime Minister", "GB", None),
        "Donald Trump": ("U.S. President", "US", None),
        "Pete Hegseth": ("U.S. Defence Secretary", "US", None),
    },
    "003_57bb9920ab05aaff": {
        "Kaja Kallas": ("Top EU diplomat", None, "EU"),
        "Keir Starmer": ("UK Prime Minister", "GB", None),
        "Emmanuel Macron": ("French President", "FR", None),
        "John Healey": ("British Defense Secretary", "GB", None),
        "Ruben Brekelmans": ("Dutch Defense Minister", "NL", None),
        "Pal Jonson": ("Swedish Defense Minister", "SE", None),
        "Giorgia Meloni": ("Italian Prime Minister", "IT", None),
        "Dmitry Medvedev": ("former Russian President", "RU", None),
    },
}
OTHERS = {
    "001_e8b7a3960f14f669": {"poland": "country", "greece": "country", "united-states": "country"},
    "002_9dbf6375c5c84b83": {"united-states": "country"},
    "003_57bb9920ab05aaff": {"afp": "organisation", "baltic-states": "group", "russia": "country"},
    "004_770c42aca94b88d9": {
        "afp": "organisation", "bloomberg": "organisation", "unnamed-european-officials": "unnamed",
        "john-healey": "person", "jurgen-nauditt": "person", "macron": "person",
    },
}  # fmt: skip


@pytest.mark.parametrize("doc", SEEDS)
def test_every_person(read: Callable[[str], Read], seed_texts: dict[str, str], doc: str) -> None:
    persons = [one for one in read(seed_texts[doc]).entities if one.type == "person"]
    found = {
        one.name: (one.roles[0] if one.roles else None, one.country, one.organisation) for one in persons
    }
    assert found == SEEDS[doc]


@pytest.mark.parametrize("doc", OTHERS)
def test_the_others(read: Callable[[str], Read], seed_texts: dict[str, str], doc: str) -> None:
    found = {one.id: one.type for one in read(seed_texts[doc]).entities}
    assert {name: found.get(name) for name in OTHERS[doc]} == OTHERS[doc]
