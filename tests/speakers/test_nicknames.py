"""Names with a nickname in marks between their words are one name, and speak as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

    from .conftest import Read

ONE = [
    ("Council President Ottmar “Bimbo” Vance II said it was late. Vance left.", "Ottmar “Bimbo” Vance II"),
    ("Robert “Bongo” Marsh said it was late. Marsh left.", "Robert “Bongo” Marsh"),
    ("Robert 'Bongo' Marsh said it was late. Marsh left.", "Robert 'Bongo' Marsh"),
    ("Anna Linda “AL” Berg said it was late. Berg left.", "Anna Linda “AL” Berg"),
]
NONE = [
    # a word somebody says, a sentence between, a place in brackets
    "Marsh saw Robert. “Yes” Marsh said.",
    "They sang to Robert “Good Night” and Marsh said it was late.",
    "Robert (Sund) Marsh said it was late.",
    "The Sund “Lantern” Council said it was late.",
]
SPEAKING = [
    ("Robert “Bongo” [[Marsh]] said it was late.", ("robert-bongo-marsh",)),
    ("Robert “Bongo” [[Marsh and Anna Berg]] said it was late.", ("robert-bongo-marsh", "anna-berg")),
    ("Robert “Bongo” [[Marsh]] said it was late. [[He]] smiled.", ("robert-bongo-marsh",)),
    # what begins inside no name stays as it is
    ("Robert Marsh left. [[Anna Berg]] said it was late.", ("anna-berg",)),
]


@pytest.mark.parametrize(("text", "name"), ONE)
def test_one_name(read: Callable[[str], Read], text: str, name: str) -> None:
    assert [one.name for one in read(text).entities if one.type == "person"] == [name]


@pytest.mark.parametrize("text", NONE)
def test_no_nickname(read: Callable[[str], Read], text: str) -> None:
    assert not any("“" in one.name or "(" in one.name for one in read(text).entities)


@pytest.mark.parametrize(("text", "speakers"), SPEAKING)
def test_it_speaks(resolved: Callable[[str], list[Resolution]], text: str, speakers: tuple[str, ...]) -> None:
    assert resolved(text)[-1].speakers == speakers
