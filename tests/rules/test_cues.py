"""The cue lexicon and the sources of cues."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from coalition_cli.components import state
from coalition_cli.lexicons import load
from coalition_cli.records import Stance
from coalition_cli.rules.cues import COMPLEMENTS, cue_of, cue_tokens, lexicon, takes
from coalition_cli.rules.source import find_source

if TYPE_CHECKING:
    from spacy.language import Language

SOURCES = {
    # text, cue: source
    ("The minister said the force was ready.", "said"): "The minister",
    ("“It is ready,” said Finnish Defence Minister Antti Häkkänen.", "said"): (
        "Finnish Defence Minister Antti Häkkänen"
    ),
    ("Poland and Greece said no.", "said"): "Poland and Greece",
    ("The plan was praised by the bishop of Turku.", "praised"): "the bishop of Turku",
    ("The plan was widely praised.", "praised"): None,
    ("The general, who said the war was over, left.", "said"): "who",
    ("The mayor opened the fair, saying the town was proud.", "saying"): "The mayor",
    ("The mayor wants to say that the town is proud.", "say"): "The mayor",
    ("The mayor urged the people to say what they saw.", "say"): "the people",
    ("The company took pains to say that nobody was hurt.", "say"): "The company",
    ("Asked whether the town was proud, the mayor laughed.", "Asked"): None,
    ("According to the ministry, the force is ready.", "According"): "the ministry",
    ("The senator repeated his claim that the ships were lost.", "claim"): "his",
    ("A neighbour, Jane Roe said: “It rained.”", "said"): "A neighbour",
    ("The claim of Maria Lopez that the bridge was safe is false.", "claim"): "Maria Lopez",
    ("The fear of a flood that would drown the town grew.", "fear"): None,
    ("The claim by the senator that the ships were lost is false.", "claim"): "the senator",
    ("The widow is sure that he lives.", "sure"): "The widow",
}


@pytest.mark.parametrize(("text", "cue"), SOURCES)
def test_source(nlp: Language, text: str, cue: str) -> None:
    view = state.view_of(nlp(text))
    token = next(word for word in view.doc if word.text == cue)
    source = find_source(view, token)
    assert (None if source is None else text[slice(*source)]) == SOURCES[text, cue]


def test_source_stays_outside_quotations(nlp: Language) -> None:
    text = "“One of us is wrong,” said nobody in particular."
    view = state.view_of(nlp(text))
    source = find_source(view, next(word for word in view.doc if word.text == "said"))
    assert source is not None and text[slice(*source)] == "nobody in particular"


@pytest.mark.parametrize(
    ("text", "word", "complement", "expected"),
    [
        ("She said so.", "said", "quotation", True),
        ("She vowed to go.", "vowed", "infinitive", True),
        ("She vowed to go.", "go", "infinitive", False),
        ("She pointed out the error.", "pointed", "clause", True),
        ("She pointed at the error.", "pointed", "clause", False),
        ("She hopes to go.", "hopes", "infinitive", True),
        ("She called for help.", "called", "for", True),
    ],
)
def test_takes(nlp: Language, text: str, word: str, complement: str, expected: bool) -> None:
    token = next(token for token in nlp(text) if token.text == word)
    assert takes(token, complement) is expected


def test_second_word_belongs_to_the_cue(nlp: Language) -> None:
    token = next(token for token in nlp("She ruled the plan out.") if token.text == "ruled")
    cue = cue_of(token)
    assert cue is not None
    assert (cue.cue.word, cue.word and cue.word.text) == ("rule out", "out")


def test_furniture_has_no_cues(nlp: Language) -> None:
    view = state.view_of(nlp("The minister said that the force was ready."))
    view.blocks = ()
    assert not any(cue_tokens(view).values())


def test_lexicon_is_well_formed() -> None:
    data = load("cues")
    known = set(COMPLEMENTS.values()) | {"quotation", "question", "as", "naming", "preposition", "seeming"}
    for section in ("verbs", "nouns", "adjectives"):
        for group in data[section]:
            assert group["stance"] in get_args(Stance)
            assert set(group["takes"]) <= known
            assert len(group["words"]) == len(set(group["words"]))
            assert all(word == word.lower().strip() for word in group["words"])
    assert all(table for table in lexicon().values())
