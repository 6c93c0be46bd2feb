"""Whom *he* and *she* do not take up: who is named in their own clause, or came before somebody unnamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

OPEN = [
    # whom somebody accuses, and whom *the man* stands beside
    "Robin Marsh came home. The man said Marsh was late. [[He]] said Marsh had pushed him.",
    "Robin Marsh came home. The man said the lake was cold. [[He]] told the court it was late.",
    "Robin Marsh came home. The man, who rowed for a living, said it was cold. [[He]] smiled.",
    # one who may be a man or a woman
    "Robin Marsh came. [[He]] said Marsh had pushed him.",
    "Peter Marsh came. [[He]] said that Marsh was late.",
    "Peter Marsh came. [[He]] knew Marsh.",
]
TOLD = [
    # the man who has a name, beside it or right behind
    ("The man, Peter Marsh, said it was cold. [[He]] smiled.", "peter-marsh"),
    # a woman is not he
    ("Peter Marsh came home. The woman said it was cold. [[He]] said it was late.", "peter-marsh"),
    # who is only looked at leaves the other in front
    ("Peter Marsh saw the man. [[He]] said it was late.", "peter-marsh"),
    # another is named behind the pronoun
    ("Peter Marsh came. [[He]] said that Anna Berg was late.", "peter-marsh"),
    # a clause of its own, and a name before the pronoun
    ("Peter Marsh was late because [[he]] slept.", "peter-marsh"),
    # himself is the subject
    ("Paul Brandt left. Peter Marsh saw himself. [[He]] said it was late.", "peter-marsh"),
    # the subject of a clause that who says so stands inside, and in what follows it is not in front
    ("Peter Marsh spoke. Paul Brandt, [[he]] said, had left.", "peter-marsh"),
    ("Peter Marsh spoke. Paul Brandt, he said, had left. [[He]] added that it was late.", "peter-marsh"),
    ("Paul Brandt, [[Peter Marsh]] said, had left. [[He]] added that it was late.", "peter-marsh"),
    ("Peter Marsh spoke. His boat, [[he]] said, was gone.", "peter-marsh"),
    ("Peter Marsh spoke. Paul Brandt had left. [[He]] was glad.", "paul-brandt"),
    # whom somebody tells is another
    ("Anna Berg won. Linda Marsh told [[her]] that it was late.", "anna-berg"),
]


@pytest.mark.parametrize("text", OPEN)
def test_nobody_is_named(resolved: Callable[[str], list[Resolution]], text: str) -> None:
    assert resolved(text)[-1].speakers == ()


@pytest.mark.parametrize(("text", "speaker"), TOLD)
def test_who_is_meant(resolved: Callable[[str], list[Resolution]], text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)
