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


FRONTS = [
    "'Salt': Jane Roe on her new book\n\nJane Roe sails. This interview has been cut for length.",
    "Jane Roe discusses her new book\n\nIn this interview Jane Roe tells how she came to write it.",
    "Coast Weekly: Jane Roe talks about her new book\n\nWe spoke on the quay. Jane Roe had time.",
    "Q&A: Jane Roe\n\nJane Roe is a captain. She answers what readers asked.",
    "Interview: Jane Roe\n\nWe caught up with Jane Roe on the quay.",
    "A book from the sea\n\nWe talked to captain Jane Roe about her book.",
    "A book from the sea\n\nI recently sat down with the ferry's captain, Jane Roe, on the quay.",
    "Jane Roe's book\n\nCoast Weekly recently spoke with Jane Roe, the captain, about it.",
    "Interview with Jane Roe\n\nWe spoke to Jane Roe.",
]


@pytest.mark.parametrize("front", FRONTS)
def test_front_says_who_answers(front: str) -> None:
    assert found(f"{front}\n\n{PAIRS}") == pairs("Jane Roe")


@pytest.mark.parametrize(
    "front",
    [
        "'Salt': Jane Roe on her new book\n\nThe ferry sails at noon.",  # perhaps her own column
        "'Salt': Jane Roe on her new book\n\nBy Jane Roe\n\nJane Roe answers in this interview.",
        "Jane Roe on her new book\n\nAn interview about salt.",  # a name in the title alone
        "A book from the sea\n\nCoast Weekly spoke with Jane Roe about her book.",  # or she with the Weekly
        "A book from the sea\n\nJane Roe spoke with Coast Weekly about her book.",
        "A book from the sea\n\nIn an interview with Coast Weekly, Jane Roe told how it began.",
        "A book from the sea\n\nWe talked to Jane Roe and Paul Doe about their book.",
        "A book from the sea\n\nWe talked to the captain about it.",
        "A book from the sea",
    ],
)
def test_front_that_does_not_say_it(front: str) -> None:
    assert found(f"{front}\n\n{PAIRS}") == []


def test_essay_that_asks_and_answers_itself_is_no_interview() -> None:
    asked = PAIRS.replace("you", "we").replace("your", "our")
    assert found(f"A book from the sea\n\nI talked to Jane Roe about the sea.\n\n{asked}") == []
    assert found(f"Jane Roe and the sea\n\nI talked to Jane Roe about it.\n\n{asked}") != []


def test_bold_questions() -> None:
    bold = "\n\n".join(f"**{ask}**\n\n{said}" for ask, said in zip(ASKED, ANSWERED, strict=True))
    assert found(f"{FRONTS[0]}\n\n{bold}") == pairs("Jane Roe")
    prompt = "**Tell us of the ice.**\n\nIt is cold."
    assert found(f"{FRONTS[0]}\n\n{bold}\n\n{prompt}") == pairs("Jane Roe")


def test_paragraphs_between_two_questions_are_one_answer() -> None:
    more = "The sea was high that day, and nobody else was out."
    answer = f"{ANSWERED[0]}\n\n{more}"
    assert found(f"{FRONTS[0]}\n\n{PAIRS.replace(ANSWERED[0], answer)}")[2] == ("answer", "Jane Roe", more)


def test_last_answer_may_be_cut_off() -> None:
    cut = PAIRS.removesuffix(" before it is gone.")
    assert found(f"{FRONTS[0]}\n\n{cut}")[-1][:2] == ("answer", "Jane Roe")


def test_letters_and_a_front_that_says_who_answers() -> None:
    lettered = "\n\n".join(f"Q: {ask}\n\nA: {said}" for ask, said in zip(ASKED, ANSWERED, strict=True))
    assert found(f"{FRONTS[0]}\n\n{lettered}") == pairs("Jane Roe")
    assert found(f"A book from the sea\n\n{lettered}") == [(kind, "-", said) for kind, _, said in pairs("-")]
