"""Interviews without labels: a short text a row, and what only looks like one."""

from __future__ import annotations

import pytest

from coalition_cli.documents.structure import read_blocks

ASKED = ("How did you come to the sea?", "Were you afraid of it?", "What is your next journey?")
ANSWERED = (
    "My father had a boat, and I was on it before I could walk.",
    "Everybody is at first. I still am when the wind turns.",
    "I want to see the ice in the north before it is gone.",
)
PAIRS = "\n\n".join(f"{asked}\n\n{answered}" for asked, answered in zip(ASKED, ANSWERED, strict=True))


def found(text: str) -> list[tuple[str, str, str]]:
    """The questions and answers of a text: kind, who is named or "-", words."""
    return [
        (block.kind, text[slice(*block.source)] if block.source else "-", text[block.start : block.end])
        for block in read_blocks(text)
        if block.kind in ("question", "answer", "remarks")
    ]


def pairs(name: str) -> list[tuple[str, str, str]]:
    lines = zip(ASKED, ANSWERED, strict=True)
    return [row for ask, answer in lines for row in (("question", "-", ask), ("answer", name, answer))]


@pytest.mark.parametrize(
    "title",
    [
        "An Interview with Jane Roe",
        "An exclusive interview with Jane Roe",
        "Our interview with Jane Roe, captain of the old ferry",
        "Q&A with Jane Roe",
        "Coast Weekly: An Interview With Jane Roe",
    ],
)
@pytest.mark.parametrize(
    "front", ["", "By Paul Doe\n\n4 May 2019\n\n", "Jane Roe has sailed for forty years.\n\n"]
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_title_says_who_answers(title: str, front: str, between: str) -> None:
    text = f"{title}\n\n{front}{PAIRS}".replace("?\n\n", f"?{between}")
    assert found(text) == pairs("Jane Roe")


@pytest.mark.parametrize(
    "title",
    [
        "Interview with Jane Roe",  # the host's, on the page of a ministry
        "An interview with Jane Roe, Coast Radio",
        "An interview with Jane Roe and Paul Doe",
        "A conversation with Jane Roe",
        "Doorstop with Jane Roe",
        "An interview with the sea",
        "Jane Roe: “I want to see the ice”",
        "The interview that Jane Roe never gave",
    ],
)
def test_title_that_does_not_say_it(title: str) -> None:
    assert found(f"{title}\n\n{PAIRS}") == []


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(PAIRS.split("\n\n")[:4]),  # two pairs
        "\n\n".join(f"{ask}\n\nThe ferry sails at noon, as it always has." for ask in ASKED),  # nobody's own
        "\n\n".join(f"{ask}\n\n“I do not know,” she says with a smile." for ask in ASKED),  # told
        "\n\n".join(
            f"{ask}\n\nRoe does not say, and I do not ask again." for ask in ASKED
        ),  # about the guest
        "\n\n".join(ASKED),
        "\n\n".join(ANSWERED),
    ],
)
def test_no_interview(body: str) -> None:
    assert found(f"An interview with Jane Roe\n\n{body}") == []


@pytest.mark.parametrize(
    "further",
    [
        "Jane Roe sails again on Monday, and I shall be there.",
        "The book is in the shops from Monday on.",
        "Please tell me more about your ship.",
        "About the ship",
    ],
)
def test_what_stands_below_the_answers_and_is_not_the_guests(further: str) -> None:
    assert found(f"An interview with Jane Roe\n\n{PAIRS}\n\n{further}") == pairs("Jane Roe")


def test_answer_of_several_paragraphs() -> None:
    more = "I wrote it all down in my book, and it took me years to do so."
    assert found(f"An interview with Jane Roe\n\n{PAIRS}\n\n{more}")[-1] == ("answer", "Jane Roe", more)


def test_labels_tell_more_than_the_title() -> None:
    talk = "\n\n".join(f"Doe: {ask}\n\nRoe: {said}" for ask, said in zip(ASKED, ANSWERED, strict=True))
    assert {name for _, name, _ in found(f"An interview with Jane Roe\n\n{talk}")} == {"Doe", "Roe"}
