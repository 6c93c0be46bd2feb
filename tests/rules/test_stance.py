"""Stances: text → what its source does by saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from coalition_cli.components import state
from coalition_cli.records import Stance
from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.engine import find_candidates
from coalition_cli.rules.stance import negated, stance_of

if TYPE_CHECKING:
    from spacy.language import Language

TABLE: dict[str, Stance] = {
    "The minister said that the force was ready.": "asserts",
    "The ministry said it would send two ships.": "asserts",
    "The minister said he would resign in May.": "commits",
    "They said they will send engineers.": "commits",
    "Poland and Greece have said they cannot provide troops.": "declines",
    "She said she would not sign the treaty.": "declines",
    "The minister said he would resign if the vote failed.": "conditions",
    "Latvia does not rule out sending soldiers.": "conditions",
    "The union said that the result depends on the wages.": "asserts",
    "The mayor refused to comment on the loan.": "declines",
    "“We must save the harbour,” the mayor said.": "urges",
    "The senator denied that he had met the lobbyist.": "denies",
    "The company denied the allegations.": "denies",
    "The senator did not deny that he had met the lobbyist.": "asserts",
    "Norway vowed to send two ships.": "commits",
    "The prime minister promised to cut taxes.": "commits",
    "The party pledged that it would cut taxes.": "commits",
    "Turkey has not agreed to host the talks.": "declines",
    "Washington declined to join the coalition.": "declines",
    "The senator refused to answer questions about the loan.": "declines",
    "Reporters asked whether the minister would resign.": "asks",
    "Residents wonder how the council will pay for the road.": "asks",
    "The doctor urged patients to stay at home.": "urges",
    "The unions called for a general strike.": "urges",
    "The court ordered the company to pay a fine.": "urges",
    "The minister said that Europe must spend more on ships.": "urges",
    "Many voters believe that the election was fair.": "believes",
    "Investors fear the bank will collapse.": "believes",
    "Many voters do not believe that the election was fair.": "doubts",
    "The engineers doubt that the bridge is safe.": "doubts",
    "The president wants to build a new port.": "wants",
    "The party hopes to win forty seats.": "wants",
    "The airline plans to hire 500 pilots.": "wants",
    "The senator endorsed the plan for a naval base.": "supports",
    "The foundation supports a ban on plastic bags.": "supports",
    "The party does not support the new trade deal.": "opposes",
    "Most farmers oppose the new trade deal.": "opposes",
    "The opposition criticized the budget.": "opposes",
    "She said she opposes the new trade deal.": "opposes",
    "She said she does not support the new trade deal.": "opposes",
    "The minister did not say when the force would be ready.": "declines",
    "“We will send two ships,” the minister said.": "commits",
    "“We cannot send more ships,” the minister said.": "declines",
    "“Where are the ships?” the minister asked.": "asks",
    "“You must leave the valley,” the mayor said.": "urges",
    "“The ships are ready,” the minister said.": "asserts",
    "According to the ministry, the force is ready.": "asserts",
    "The minister warned that the dam could fail.": "asserts",
    "The minister said he struggled to take the ring off.": "asserts",
}


@pytest.mark.parametrize("text", TABLE)
def test_table(nlp: Language, text: str) -> None:
    view = state.view_of(nlp(text))
    assert [stance_of(view, one) for one in find_candidates(view)] == [TABLE[text]]


def test_every_stance_stands_in_the_table() -> None:
    assert set(TABLE.values()) == set(get_args(Stance))


OF_THE_TAGGER = [
    # text, cue, content, stance: no rule tells the shape, so the content's first word does
    ("Berg urged for more ships to be sent.", "urged", "for more ships to be sent", "urges"),
    ("Berg urged them to stay.", "urged", "them to stay", "urges"),
    ("Berg agreed to stay.", "agreed", "to stay", "commits"),
    ("Berg agreed that it rained.", "agreed", "that it rained", "asserts"),
    ("Berg asked whether it rained.", "asked", "whether it rained", "asks"),
    ("Berg backed the deal.", "backed", "the deal", "supports"),
    ("Berg rejected calls for a ceasefire.", "rejected", "calls for a ceasefire", "opposes"),
    ("Berg called for a ceasefire.", "called for", "a ceasefire", "urges"),
    ("Berg warned of a war.", "warned of", "a war", "asserts"),
]


@pytest.mark.parametrize(("text", "cue", "content", "stance"), OF_THE_TAGGER)
def test_finds_of_the_tagger(nlp: Language, text: str, cue: str, content: str, stance: Stance) -> None:
    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    one = Candidate(
        content=(place(content),), cue=place(cue), source=(0, 4), form="reported", origin="model:test"
    )
    assert stance_of(state.view_of(nlp(text)), one) == stance


@pytest.mark.parametrize("stance", get_args(Stance))
def test_negation_gives_a_stance(stance: Stance) -> None:
    assert negated(stance) in get_args(Stance)


def test_content_without_a_cue_asserts(nlp: Language) -> None:
    text = "The force is ready."
    view = state.view_of(nlp(text))
    one = Candidate(content=((0, len(text)),), cue=None, source=None, form="turn", origin="rule:turn")
    assert stance_of(view, one) == "asserts"
