"""Crowds that are not those whose crowd they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

    Resolved = Callable[[str], list[Resolution]]

CROWDS = [
    ("[[Supporters of opposition candidate Peter Marsh]] said it was late.", "supporters-of-opposition"),
    ("[[Backers of Peter Marsh]] said it was late.", "backers-of"),
    ("[[Critics of Mayor Peter Marsh]] said it was late.", "critics-of"),
]
BEARERS = [
    ("[[The mayor of Sund, Peter Marsh]], said it was late.", "peter-marsh"),
    ("[[Leader of the opposition Peter Marsh]] said it was late.", "peter-marsh"),
    ("[[Opposition candidate Peter Marsh]] said it was late.", "peter-marsh"),
]


@pytest.mark.parametrize(("text", "speaker"), CROWDS)
def test_a_crowd_is_not_whose_it_is(resolved: Resolved, text: str, speaker: str) -> None:
    (found,) = resolved(text)[-1].speakers
    assert found.startswith(speaker)


@pytest.mark.parametrize(("text", "speaker"), BEARERS)
def test_a_role_is_its_bearers(resolved: Resolved, text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)
