"""Organisations by the lexicon's long names and by the legal form behind a company's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

    from .conftest import Read

TOLD = [
    # names with small words, or with words that open no name
    ("The report covers Anna Berg's rule, [[Human Rights Watch]] said.", "human-rights-watch"),
    ("[[Save the Children]] said the camp was full.", "save-the-children"),
    ("[[Doctors Without Borders]] said the road was shut.", "doctors-without-borders"),
    ("[[Twitter]] said it was late.", "twitter"),
    # a legal form is no name of its own, and no part of the name
    ("[[Orion Foods, Inc. (NYSE:ORF)]] said it was late.", "orion-foods"),
    ("Orion Foods, Inc. was late. [[Orion Foods]] said it rained.", "orion-foods"),
    ("[[Holm Corp]] said it was late.", "holm"),
    ("[[Microsoft Corp]] said it was late.", "microsoft"),
    ("[[Anna Berg, chief executive of Sund Foods, Inc.]], said it was late.", "anna-berg"),
]
OPEN = [
    # the model may take it for an apposition to the name before
    "The report covers the rule of Anna Berg, [[Lake Watch]] said.",
    # many are not the one they stand beside
    "Led by Anna Berg, [[the MPs]] said it was late.",
]


@pytest.mark.parametrize(("text", "speaker"), TOLD)
def test_who_is_meant(resolved: Callable[[str], list[Resolution]], text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)


@pytest.mark.parametrize("text", OPEN)
def test_no_person_is_meant(resolved: Callable[[str], list[Resolution]], text: str) -> None:
    assert "anna-berg" not in resolved(text)[-1].speakers


@pytest.mark.parametrize(
    "text",
    [
        "Orion Foods, Inc. (NYSE:ORF) was late.",
        "The MCAs met. According to the MCA, it was late.",
        "They save the children. Anna Berg said it on Twitter.",
    ],
)
def test_what_is_no_organisation(read: Callable[[str], Read], text: str) -> None:
    names = {one.name for one in read(text).entities if one.type == "organisation"}
    assert names <= {"Orion Foods"}
