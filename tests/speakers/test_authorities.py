"""The authorities of countries: each by its country and what it is, whatever form the country's name has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.speakers.conftest import Read

# text, (name, country, what it is called besides, mentions) of every organisation
TABLE = [
    ("The Norwegian army said it rained.", [("Norwegian army", "NO", (), 1)]),
    ("Norway's army said it rained.", [("Norway's army", "NO", (), 1)]),
    ("Norway’s army left. The Norwegian army said it rained.",
     [("Norway’s army", "NO", ("Norwegian army",), 2)]),
    ("The Chilean foreign ministry said it rained.", [("Chilean foreign ministry", "CL", (), 1)]),
    ("Chile's Ministry of Commerce said it rained.", [("Chile's Ministry of Commerce", "CL", (), 1)]),
    ("Peru's general staff said it rained.", [("Peru's general staff", "PE", (), 1)]),
    ("The government in Oslo said it rained.", [("government in Oslo", "NO", (), 1)]),
    ("The Government of Norway said it rained.", [("Government of Norway", "NO", (), 1)]),
    ("The parliament of the Netherlands said it rained.", [("parliament of the Netherlands", "NL", (), 1)]),
    ("The Norwegian government met. The government in Oslo said it rained.",
     [("Norwegian government", "NO", ("government in Oslo",), 2)]),
    ("The Norwegian army's spokesman said it rained.", [("Norwegian army", "NO", (), 1)]),
    # the lexicon's own names stay; who is in a place may be of another; a comma ends what it is
    ("The U.S. Supreme Court said it rained.", [("Supreme Court", None, (), 1)]),
    ("The army in Oslo said it rained.", []),
    ("Norway, army and all, was late.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_authorities(read: Callable[[str], Read], text: str, expected: list[object]) -> None:
    found = [one for one in read(text).entities if one.type == "organisation"]
    assert [(one.name, one.country, one.aliases, len(one.mentions)) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LIMA (Reuters) - The government said it rained. It was late.", "Peruvian government"),
        (
            "LIMA (Reuters) - The Peruvian government met. The government said it rained.",
            "Peruvian government",
        ),
        ("LIMA (Reuters) - The government of the day said it rained. It was late.", None),
        ("LIMA (Reuters) - Chad's people slept. The government said it rained.", None),
        ("PARIS, Texas (Reuters) - The government said it rained. It was late.", None),
    ],
)
def test_the_country_that_a_report_comes_from(
    read: Callable[[str], Read], text: str, name: str | None
) -> None:
    found = [one for one in read(text).entities if one.type == "organisation" and one.name != "Reuters"]
    assert [(one.name, len(one.mentions)) for one in found] == ([(name, 1)] if name else [])
