"""Whom *he* and *the spokesman* take up where several might be meant: the most prominent, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from coalition_cli.speakers.steps.resolution import Resolution

# a description that begins with a name is somebody too
OWNERS = [
    (
        "Peter Holm left. Holm's spokesman came. It was late, the spokesman said. [[He]] smiled.",
        "unnamed-holms-spokesman",
    ),
]
# however many paragraphs somebody is quoted for, he goes on
QUOTED = [
    (
        "Coach Peter Holm spoke after the race.\n\n“The lake was cold,” he said.\n\n“Nobody slept.\n\n“The "
        "boat leaked. It always does.\n\n“We rowed on.”\n\n“The wind was kind,” [[he]] went on.",
        "peter-holm",
    ),
]
# who speaks stands out, not whom the words before the name mention
SPEAKING = [
    (
        "Linda Marsh said the lake was low.\n\n[[Green Party borough councillor for Sund and Holm, Robin "
        "Vance,]] said it would rise. [[She]] gave no date.",
        "robin-vance",
    ),
    ("Adrian Holm lost. [[Holm co-trainer Paul Brandt]] said it was late. [[He]] smiled.", "paul-brandt"),
    ("Peter Holm lost. [[Holm adviser Paul Brandt]] said it was late. [[He]] smiled.", "paul-brandt"),
]
# one of a number who only suffers is nobody to take up
COUNTED = [
    ("Anna Berg said it rained. But one person was hurt. “I slept,” [[she]] said.", "anna-berg"),
    ("Anna Berg said it rained. But one woman was hurt. “I slept,” [[she]] said.", "unnamed-one-woman"),
    ("Anna Berg said it rained. But a neighbour was hurt. “I slept,” [[she]] said.", "unnamed-neighbour"),
    ("Anna Berg said it rained. But one neighbour swam. “I sat,” [[she]] said.", "unnamed-one-neighbour"),
]
FADED = [
    # of two in one breath none stands out, however long the quotation between
    "Peter Holm and Paul Brandt met.\n\n“The lake was cold.\n\n“Nobody slept.”\n\n“Good wind,” [[he]] said.",
    # paragraphs of the text's own are time that passes
    "Peter Holm won.\n\nThe lake was cold.\n\nNobody slept.\n\nThe boat leaked.\n\n“We rowed,” [[he]] said.",
]


@pytest.mark.parametrize(("text", "speaker"), OWNERS + QUOTED + SPEAKING + COUNTED)
def test_the_most_prominent(resolved: Callable[[str], list[Resolution]], text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)


@pytest.mark.parametrize("text", FADED)
def test_nobody_stands_out(resolved: Callable[[str], list[Resolution]], text: str) -> None:
    assert resolved(text)[-1].speakers == ()


TURNS = (
    "ANNA BERG: Was the lake cold? Was it deep?\n\n"
    "PETER HOLM: It was, and deep. {}\n\n"
    "ANNA BERG: Was he right?\n\n"
    "PETER HOLM: No. It rained.\n"
)


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ("Yesterday my brother came. [[He]] said that it was warm.", ()),
        ("Paul Brandt came. [[He]] said that it was warm.", ("paul-brandt",)),
    ],
)
def test_nobody_is_he_in_his_own_turn(
    resolved: Callable[[str], list[Resolution]], said: str, speakers: tuple[str, ...]
) -> None:
    assert resolved(TURNS.format(said))[-1].speakers == speakers


def test_a_body_is_not_it_in_its_own_turn(rules: Language) -> None:
    turns = "UNHCR: The lake is cold. It said that it was deep.\n\nANNA BERG: Was it deep?\n\n" * 2
    reported = [one for one in rules(turns)._.attributions if one["form"] == "reported"]
    assert [one["speakers"] for one in reported] == [[], []]
