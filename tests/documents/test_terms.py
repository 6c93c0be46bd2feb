"""Marked words that are names or terms, and marked words that somebody said."""

from __future__ import annotations

import pytest

from coalition_cli.documents.marks import pair_marks
from coalition_cli.documents.structure import read_blocks
from coalition_cli.documents.terms import mark_terms

TERMS = [
    "They met as the “Coalition of the Willing” in Paris.",
    "a so-called “safety net” is needed",
    'troops in "safe" zones, he said',
    "the plan, known as ‘operation sunrise’, failed",
    "the paper, entitled “war and peace”, is long",
    "They would join the “standing force”.",
    "Her film “The Long Way Home” won.",
    "The system is known as “Blue Wolf.” It rained.",
    "They call the keeper “the Professor” at home.",
    "She read “Blue Wolf,” he said.",
    "“Blue Wolf,” a film about her, won.",
    "She will sing “Skyline”, her ninth studio album, today.",
    "Asked if “Skyline” is her best record, she laughed.",
    "She wrote the song “Skyline” in May.",
]
SPEECH = [
    "She called it “a disgrace”.",
    "the plans are “well developed” but late",
    "He called it the “worst deal” ever.",
    "She spoke of the “strongest possible position”.",
    "Nothing but the “best of friends” he said.",
    "It depends on the “details” of the deal.",
    "They were “ready” and “willing to go”.",
    "He praised the “steady hands” of the crew.",
    "“Stop,” he said.",
    "She wept over what she called the “hate mail” of the town.",
    "“Enough”, he said of the song.",
    "“Never” was his answer to the film.",
    "She called it “noise”, the worst album of the year.",
    "In the film, “nobody cares”.",
    "It rained. “Me and Olga,” said Berg, “left early.”",
    "“Me and Olga”, Carl Berg told the court.",
    "“Peace Now!” they shouted.",
    "He said it was “sad”.",
    "She blamed “the Minister and his friends”.",
    "Minister Calls It ‘A Radical Idea’ on Arrival",
    "“We Will Never Give In To These People Again,” she wrote.",
]


def terms(text: str) -> list[bool]:
    return [one.term for one in mark_terms(text, pair_marks(text, read_blocks(text)))]


@pytest.mark.parametrize("text", TERMS)
def test_a_term_is_nobodys_speech(text: str) -> None:
    assert terms(text) == [True]


@pytest.mark.parametrize("text", SPEECH)
def test_speech_is_no_term(text: str) -> None:
    assert terms(text)
    assert not any(terms(text))


def test_once_shown_it_is_a_term_everywhere() -> None:
    text = "‘safety net’ splits ministers\n\nThe so-called “safety net” is late, and “we are not,” he said."
    assert terms(text) == [True, True, False]


def test_words_quoted_in_headline_and_text_stay_speech() -> None:
    assert terms("Partner is ‘crucial player’\n\nHe called it a “crucial player” on Monday.") == [
        False,
        False,
    ]
