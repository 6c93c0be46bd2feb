"""Opening words in capitals that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Read

SHOUTED = [
    "HUNGRY workers say the lake is cold.",
    "A HUNGRY council worker left. The council was late.",
    # the title of the same text writes every word large
    "Hungry Workers Leave Lake\n\nHUNGRY workers say the lake is cold.",
    "HUNGRY workers say it is late. The hungry went home.",
]
NAMES = [
    # the town is named elsewhere
    ("HOLMS council said it was late. Nobody slept in Holms.", "HOLMS council"),
    # initials, and a name that stands alone
    ("RSPB council members said it was late.", "RSPB council"),
    ("LANTERN said it was late.", "LANTERN"),
    # in the middle of a paragraph nobody writes large for the look of it
    ("It rained. LANTERN council said it was late.", "LANTERN council"),
]


@pytest.mark.parametrize("text", SHOUTED)
def test_shouted_words_are_no_names(read: Callable[[str], Read], text: str) -> None:
    assert not [one.name for one in read(text).entities if one.type == "organisation"]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_in_capitals_stay(read: Callable[[str], Read], text: str, name: str) -> None:
    assert name in [one.name for one in read(text).entities]
