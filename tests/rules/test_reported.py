"""Reported speech: text → who is said to have said, thought or wanted what.

Each sentence stands alone, so that what is found in it is found by its grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_cli.components import state
from coalition_cli.rules.clause import trim
from coalition_cli.rules.engine import find_candidates
from coalition_cli.rules.reported import RULES
from coalition_cli.rules.reported.weights import weigh, weights

if TYPE_CHECKING:
    from spacy.language import Language

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.reported import ReportedRule

Said = tuple[str | None, str | tuple[str, ...]]
"""The source and the content, or its spans, as the text has them."""

TABLE: dict[str, Said] = {
    "The minister said that the force was ready.": ("The minister", "that the force was ready"),
    "The minister said the force was ready.": ("The minister", "the force was ready"),
    "Finnish Defence Minister Antti Häkkänen said the plan needed more work.": (
        "Finnish Defence Minister Antti Häkkänen",
        "the plan needed more work",
    ),
    "Andris Sprūds, Latvia's defence minister, said on Thursday that the talks were useful.": (
        "Andris Sprūds, Latvia's defence minister",
        "that the talks were useful",
    ),
    "Poland and Greece have said they cannot provide troops.": (
        "Poland and Greece",
        "they cannot provide troops",
    ),
    "Officials confirmed that the bridge would reopen in May.": (
        "Officials",
        "that the bridge would reopen in May",
    ),
    "She told reporters that the vote had been postponed.": ("She", "that the vote had been postponed"),
    "The president said on Friday he was willing to negotiate.": (
        "The president",
        "he was willing to negotiate",
    ),
    "The report found that most of the money was never spent.": (
        "The report",
        "that most of the money was never spent",
    ),
    "A survey by the university showed that half of farmers had no insurance.": (
        "A survey by the university",
        "that half of farmers had no insurance",
    ),
    "The mayor argued that the tax would hurt small shops.": (
        "The mayor",
        "that the tax would hurt small shops",
    ),
    "Mr. Okafor acknowledged in an interview that mistakes had been made.": (
        "Mr. Okafor",
        "that mistakes had been made",
    ),
    "The company announced on Monday that it would close two plants.": (
        "The company",
        "that it would close two plants",
    ),
    "He insisted that nobody had been harmed.": ("He", "that nobody had been harmed"),
    "Critics claim the law is unconstitutional.": ("Critics", "the law is unconstitutional"),
    "The governor warned that the dam could fail.": ("The governor", "that the dam could fail"),
    "The club's owner has repeatedly promised that the stadium will be finished by June.": (
        "The club's owner",
        "that the stadium will be finished by June",
    ),
    "The senator denied that he had met the lobbyist.": ("The senator", "that he had met the lobbyist"),
    "The judge ruled that the contract was void.": ("The judge", "that the contract was void"),
    "The union pointed out that wages had not risen for six years.": (
        "The union",
        "that wages had not risen for six years",
    ),
    "The chancellor made it clear that no money would be paid.": (
        "The chancellor",
        "that no money would be paid",
    ),
    "Doctors say the new vaccine is safe for children.": (
        "Doctors",
        "the new vaccine is safe for children",
    ),
    "Analysts predict prices will fall by a tenth next year.": (
        "Analysts",
        "prices will fall by a tenth next year",
    ),
    "Many voters believe that the election was fair.": ("Many voters", "that the election was fair"),
    "Investors fear the bank will collapse.": ("Investors", "the bank will collapse"),
    "Villagers think the mine poisoned the river.": ("Villagers", "the mine poisoned the river"),
    "The coach hopes that his captain will recover in time.": (
        "The coach",
        "that his captain will recover in time",
    ),
    "Reporters asked whether the minister would resign.": (
        "Reporters",
        "whether the minister would resign",
    ),
    "The lawyer asked why the file had been destroyed.": ("The lawyer", "why the file had been destroyed"),
    "Residents wonder how the council will pay for the road.": (
        "Residents",
        "how the council will pay for the road",
    ),
    "The witness explained how the fire had started.": ("The witness", "how the fire had started"),
    "The bridge is too old, a view shared by the mayor.": ("the mayor", "a view"),
    "The town has a new school – a plan strongly opposed by parents.": ("parents", "a plan"),
    "Many towns would need state money, a possibility already ruled out by Oslo.": ("Oslo", "a possibility"),
    "His town does not rule out sending ships provided its own coast with Sweden is not weakened.": (
        "His town",
        "sending ships provided its own coast with Sweden is not weakened",
    ),
    "The council promised to build a school, if the papers are right.": ("The council", "to build a school"),
    "The force is ready, the minister said.": ("the minister", "The force is ready"),
    "The talks will resume in Geneva next week, said Maria Santos, a spokeswoman for the ministry.": (
        "Maria Santos, a spokeswoman for the ministry",
        "The talks will resume in Geneva next week",
    ),
    "The storm damaged at least 40 houses, officials said on Friday.": (
        "officials",
        "The storm damaged at least 40 houses",
    ),
    "The suspect had acted alone, police said in a statement.": ("police", "The suspect had acted alone"),
    "The road is closed, said Maria Lopez (the mayor of Sund).": (
        "Maria Lopez (the mayor of Sund)",
        "The road is closed",
    ),
    "The economy is growing again, the bank reported.": ("the bank", "The economy is growing again"),
    "According to the ministry, the force is ready.": ("the ministry", "the force is ready"),
    "The ship sank within an hour, according to the coast guard.": (
        "the coast guard",
        "The ship sank within an hour",
    ),
    "Turnout was the lowest in thirty years, according to figures released by the election commission.": (
        "figures released by the election commission",
        "Turnout was the lowest in thirty years",
    ),
    "Norway vowed to send two ships.": ("Norway", "to send two ships"),
    "The prime minister promised to cut taxes.": ("The prime minister", "to cut taxes"),
    "The airline plans to hire 500 pilots.": ("The airline", "to hire 500 pilots"),
    "The senator refused to answer questions about the loan.": (
        "The senator",
        "to answer questions about the loan",
    ),
    "Washington declined to join the coalition.": ("Washington", "to join the coalition"),
    "The president wants to build a new port.": ("The president", "to build a new port"),
    "The rebels threatened to burn the village.": ("The rebels", "to burn the village"),
    "The party hopes to win forty seats.": ("The party", "to win forty seats"),
    "Turkey has agreed to host the talks.": ("Turkey", "to host the talks"),
    # what is added in a participle is said anew, or not at all
    "The minister said the bridge was safe, warning that the road was not.": (
        "The minister",
        "the bridge was safe",
    ),
    # who is told is no part of what is said
    "Lopez was warned by her lawyer that the bridge was old.": ("her lawyer", "that the bridge was old"),
    "It was announced that the bridge was safe.": (None, "that the bridge was safe"),
    "The doctor urged patients to stay at home.": ("The doctor", "patients to stay at home"),
    "Protesters asked the mayor to resign.": ("Protesters", "the mayor to resign"),
    "The court ordered the company to pay a fine.": ("The court", "the company to pay a fine"),
    "The bishop called on the government to release the prisoners.": (
        "The bishop",
        "the government to release the prisoners",
    ),
    "The senator endorsed the plan for a naval base.": ("The senator", "the plan for a naval base"),
    "The union rejected the offer.": ("The union", "the offer"),
    "The opposition criticized the budget.": ("The opposition", "the budget"),
    "Most farmers oppose the new trade deal.": ("Most farmers", "the new trade deal"),
    "The foundation supports a ban on plastic bags.": ("The foundation", "a ban on plastic bags"),
    "The minister defended the decision to close the school.": (
        "The minister",
        "the decision to close the school",
    ),
    "The coach praised his young goalkeeper.": ("The coach", "his young goalkeeper"),
    "The committee proposed a tax on sugar.": ("The committee", "a tax on sugar"),
    "The company denied the allegations.": ("The company", "the allegations"),
    "The senator cited the rising cost of housing.": ("The senator", "the rising cost of housing"),
    "The unions called for a general strike.": ("The unions", "a general strike"),
    "Scientists warned of a long drought.": ("Scientists", "a long drought"),
    "Residents complained about the noise from the airport.": ("Residents", "the noise from the airport"),
    "The pope spoke about the suffering of migrants.": ("The pope", "the suffering of migrants"),
    "The ambassador accused the regime of torturing prisoners.": (
        "The ambassador",
        "the regime of torturing prisoners",
    ),
    "The critic described the film as a masterpiece.": ("The critic", "the film as a masterpiece"),
    "The minister was confident that the force would hold.": ("The minister", "that the force would hold"),
    "The widow is convinced that her husband was murdered.": ("The widow", "that her husband was murdered"),
    "Farmers are worried that the frost will kill the vines.": (
        "Farmers",
        "that the frost will kill the vines",
    ),
    "The judge is aware that the case is political.": ("The judge", "that the case is political"),
    "The new law was criticized by teachers.": ("teachers", "The new law"),
    "The company is expected to announce job cuts.": (None, ("The company", "to announce job cuts")),
    "The talks seem to have failed.": (None, ("The talks", "to have failed")),
    "The general, who said the war was over, left the room.": ("who", "the war was over"),
    "The minister spoke for an hour, saying that the reform could not wait.": (
        "The minister",
        "that the reform could not wait",
    ),
    "In a letter to staff, the director wrote that the museum would close.": (
        "the director",
        "that the museum would close",
    ),
    "The minister said that the plan was “a farce” and would be dropped.": (
        "The minister",
        "that the plan was “a farce” and would be dropped",
    ),
}

LEFT = (
    "The minister saw the ship that sank.",
    "The senator carried the plan home.",
    "The unions met for a new song.",
    "The minister was tall and the force was small.",
    "Norway rose early to greet the guests.",
    "The bill was printed by the workshop.",
    "The prizes lay in the hall.",
    "The ships were quickly repaired.",
    "The train left the station at noon.",
    "Breaking: The force of the wind",
    "The base that the senator visited lies in the north.",
    "It rained all day in Riga.",
    "The children played football behind the school.",
    "The old mill was sold for two million euros.",
    "The company has 500 workers in three towns.",
    "Temperatures fell to minus ten degrees on Sunday.",
    "She drove to the airport and parked the car.",
    "The river flooded twice in ten years.",
    "He bought a house near the lake.",
    "The team won the match by two goals.",
    "The force is ready, and the minister slept.",
    "The senator took the book that the ships carried.",
    "The restaurant serves fish and rice.",
    "The bridge connects the two halves of the city.",
    "The minister did not say that the force was ready.",
    "Did the minister say that the force was ready?",
    "If the minister says that the force is ready, the ships will sail.",
    "The minister must admit that the force was late.",
    "Norway needs to support the plan.",
    "The unions met in Riga to discuss the pay rise.",
    "The museum opens at nine.",
)


def candidates(nlp: Language, text: str) -> list[Candidate]:
    """What the whole engine finds."""
    return find_candidates(state.view_of(nlp(text)))


def words(text: str, span: Offsets | None) -> str | None:
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize("text", TABLE)
def test_table(nlp: Language, text: str) -> None:
    source, content = TABLE[text]
    spans = (content,) if isinstance(content, str) else content
    found = [
        (words(text, one.source), tuple(text[slice(*span)] for span in one.content))
        for one in candidates(nlp, text)
    ]
    assert found == [(source, spans)]


@pytest.mark.parametrize("text", LEFT)
def test_left(nlp: Language, text: str) -> None:
    assert candidates(nlp, text) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_takes_and_leaves(nlp: Language, rule: ReportedRule) -> None:
    taken = {one.origin for one in rule.find(state.view_of(nlp(rule.TAKES)))}
    left = list(rule.find(state.view_of(nlp(rule.LEAVES))))
    assert (taken, left) == ({f"rule:{rule.ID}"}, [])


def test_what_others_make_of_a_claim_is_no_part_of_it(nlp: Language) -> None:
    text = "Berg said that the work would need state money – a possibility already ruled out by Oslo."
    said, ruled = candidates(nlp, text)
    assert text[slice(*said.content[0])] == "that the work would need state money"
    assert text[slice(*ruled.content[0])] == "a possibility"
    inside = "Berg said that a plan, a measure backed by Oslo, would need state money."
    (said,) = [one for one in candidates(nlp, inside) if one.origin != "rule:echoed"]
    assert inside[slice(*said.content[-1])].endswith("would need state money")


def test_one_cue_two_complements(nlp: Language) -> None:
    text = "The mayor thanked the firemen and said the city would rebuild."
    found = {words(text, one.cue): words(text, one.source) for one in candidates(nlp, text)}
    assert found["said"] == "The mayor"


def test_cue_takes_in_its_auxiliaries_and_particles(nlp: Language) -> None:
    text = "The union has repeatedly pointed out that wages have not risen."
    (one,) = candidates(nlp, text)
    assert words(text, one.cue) == "has repeatedly pointed out"


def test_source_stops_before_relative_clause(nlp: Language) -> None:
    text = "Maria Lopez, the city engineer, who lives nearby, said the bridge was safe."
    (one,) = candidates(nlp, text)
    assert (words(text, one.source) or "").startswith("Maria Lopez, the city engineer")
    assert "nearby" not in (words(text, one.source) or "")


def test_a_content_begins_with_its_words_and_ends_with_their_line(nlp: Language) -> None:
    text = "\n\n“It rained.”\nIt was late."
    assert words(text, trim(state.view_of(nlp(text)), 0, len(text))) == "It rained"


def test_source_leaves_the_dateline_out(nlp: Language) -> None:
    text = "RIGA (Newsagency) - President Anna Berzina said the harbour would open in May."
    sources = [words(text, one.source) for one in candidates(nlp, text)]
    assert sources == ["President Anna Berzina"]


def test_a_second_cue_begins_a_second_record(nlp: Language) -> None:
    text = "The club said it would sell the ground, citing the costs of the roof."
    contents = [text[slice(*one.content[0])] for one in candidates(nlp, text)]
    assert contents == ["it would sell the ground", "the costs of the roof"]


def test_origin_and_evidence_name_the_rule(nlp: Language) -> None:
    (one,) = candidates(nlp, "The minister said that the force was ready.")
    assert one.origin == "rule:verb-clause"
    assert ("cue", "say") in one.evidence


def test_score_is_a_probability_and_evidence_moves_it() -> None:
    assert 0 < weigh([]) < 0.5
    best = max(weights(), key=lambda name: weights()[name])
    assert weigh([best]) > weigh([])


PIECES = (
    "said", "that", "the minister", "Poland", ",", ".", "“", "”", "according to", "he", "not", "wants to",
    "the plan", "is", "expected", "was", "criticized by", "reportedly", "?", "his claim", ":", "in a poll",
    "and", "\n\n",
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_text_gives_sound_candidates(nlp: Language, text: str) -> None:
    view = state.view_of(nlp(text))
    for one in (one for rule in RULES for one in rule.find(view)):
        assert one.content == tuple(sorted(one.content))
        for start, end in one.content:
            assert 0 <= start < end <= len(text)
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
            if one.source is not None:
                assert end <= one.source[0] or one.source[1] <= start
        assert 0.0 <= one.score <= 1.0
