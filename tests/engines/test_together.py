"""What becomes of a find of the tagger's beside those of the rules: hand-made finds, real parses."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from coalition_cli.components import state
from coalition_cli.engines.doubt import doubted
from coalition_cli.engines.together import Together
from coalition_cli.rules.candidate import Candidate

if TYPE_CHECKING:
    from spacy.language import Language

    from coalition_cli.neural.tagger import Tagger

Found = tuple[str | None, list[str]]
"""The source and the contents of one attribution, as the text has them."""


def together(nlp: Language, text: str, source: str | None, cue: str, content: list[str]) -> list[Found]:
    """What both engines make of a text in which the tagger found one attribution, and is sure of it."""

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    one = Candidate(
        content=tuple(map(place, content)),
        cue=place(cue),
        source=None if source is None else place(source),
        form="quotation" if any(mark in text for mark in '“”"') else "reported",
        origin="model:test",
        score=0.99,
    )
    engine = Together(cast("Tagger", None))  # it only reads; what it read is given here
    found = engine.find(state.view_of(nlp(text)), [one])
    return [
        (text[slice(*each.source)] if each.source else None, [text[slice(*span)] for span in each.content])
        for each in found
        if each.origin == "model:test"
    ]


OTHER_BULLET = "• Anna Berg had asked why she was barred.\n\n• Carl Dahl was not willing to go further."
REOPENED = "Anna Berg said: “It rained all day.\n\n“We went home.”"
UNDER_A_HEADLINE = (
    "Anna Berg said on Monday that the ferry would sail again by noon.\n'No rest at all'\n"
    "Carl Dahl, the mayor, said: “It was late, and wet.”\nThe road was closed until the evening.\n"
)
TABLE = [
    # text, source, cue, content as the tagger has them; source and content as the record has them
    ("Anna Berg said that it rained.", "Anna Berg", "said", ["that it rained"],
     ("Anna Berg", ["that it rained"])),
    # who is asked or told is not who says it
    ("Asked how it was, Berg said it rained.", "Berg", "Asked", ["how it was"],
     (None, ["how it was"])),
    ("“Is it late?” Berg was asked.", "Berg", "was asked", ["Is it late?"],
     (None, ["Is it late?"])),
    ("Berg, asked whether it rained, said no.", "Berg", "asked", ["whether it rained"],
     (None, ["whether it rained"])),
    ("Sund Crown Court heard that it rained.", "Sund Crown Court", "heard", ["that it rained"],
     (None, ["that it rained"])),
    ("The court heard Berg was late but told Dahl: “It rained.”", "The court", "told Dahl:", ["It rained."],
     (None, ["It rained."])),
    ("Berg heard that it rained.", "Berg", "heard", ["that it rained"],
     ("Berg", ["that it rained"])),
    ("The court ruled that it was late.", "The court", "ruled", ["that it was late"],
     ("The court", ["that it was late"])),
    ("Berg was fined and ordered to leave.", "Berg", "ordered", ["to leave"],
     (None, ["to leave"])),
    ("Berg was late and ordered Dahl to leave.", "Berg", "ordered", ["Dahl to leave"],
     ("Berg", ["Dahl to leave"])),
    # the one who is told is no part of what is said
    ("Dahl was told last year she would not win.", None, "was told", ["Dahl", "she would not win"],
     (None, ["she would not win"])),
    ("The roof, Berg told reporters, is late.", "Berg", "told", ["The roof", "reporters", "is late"],
     ("Berg", ["The roof", "is late"])),
    ("Berg was asked by Dahl how it was.", "Dahl", "was asked by", ["how it was"],
     ("Dahl", ["how it was"])),
    ("Berg has asked whether it rained.", "Berg", "has asked", ["whether it rained"],
     ("Berg", ["whether it rained"])),
    # marks that the tagger does not know as marks are no part of it
    ("'It's the players' day,' Berg said.", "Berg", "said", ["'It's the players' day,'"],
     ("Berg", ["It's the players' day,"])),
    ("\"It rained all day,'' said Dahl.", "Dahl", "said", ["It rained all day,''"],
     ("Dahl", ["It rained all day,"])),
    # an opening mark without its partner is no part of it; behind a colon all of the quotation is said
    ("Anna Berg (Sund): “It rained. Dahl said it best: “it poured,” and so we left. #rain” [Post, 3/1/22]",
     "Anna Berg", ":", ["“It rained. Dahl said it best: “it poured,” and so we left."],
     ("Anna Berg", ["It rained. Dahl said it best: “it poured,” and so we left. #rain"])),
    # what a quotation behind a colon is about is no part of it, nor what stands before such a cue
    ("Anna Berg had a word for the storm: “It was a long and wet one.”", "Anna Berg", "had a word for",
     ["the storm", "It was a long and wet one."], ("Anna Berg", ["It was a long and wet one."])),
    ("Anna Berg said it was late: “It was a long and wet day.”", "Anna Berg", "said",
     ["it was late", "It was a long and wet day."],
     ("Anna Berg", ["it was late", "It was a long and wet day."])),
    ("“It rained.” Carl Dahl: “It was late, and nobody went.”", "Carl Dahl", ":",
     ["It rained.", "It was late, and nobody went."], ("Carl Dahl", ["It was late, and nobody went."])),
    # of speech in marks that rules and tagger give to one cue, all is said, and what goes on behind the cue
    ("“It rained, and nobody went,” Berg said. “We were late.”", "Berg", "said", ["It rained"],
     ("Berg", ["It rained, and nobody went,", "We were late."])),
    ("Berg said: '400 came. It's late.\n\n'We didn't go.'", "Berg", "said:", ["'400 came"],
     ("Berg", ["400 came. It's late.", "We didn't go."])),
    ("One senator denounced the plan – which will be debated today – as a “power grab” by Dahl.",
     "One senator", "denounced", ["the plan"],
     ("One senator", ["the plan – which will be debated today – as a “power grab” by Dahl"])),
    ("Berg said they “rested” there and slept.", "Berg", "said", ["they “rested” there"],
     ("Berg", ["they “rested” there"])),
    ("“It rained,” Berg said.\n\n“We were late.”", "Berg", "said", ["It rained,"],
     ("Berg", ["It rained,"])),
    # the full stop of a quotation is part of it
    ("Berg said: “It rained.", "Berg", "said:", ["It rained"],
     ("Berg", ["It rained."])),
    ("“It rained,” Berg said.", "Berg", "said", ["It rained"],
     ("Berg", ["It rained,"])),
    # stretches with only a space between them are one
    ("Norway is willing to help.", "Norway", "is willing", ["to", "help"],
     ("Norway", ["to help"])),
    # a line between, that nobody says, ends it
    ("Berg: “It rained.”\n\nCarl Dahl (Sund)\n\n“It was late.”", "Berg", ":", ["It rained.", "It was late."],
     ("Berg", ["It rained."])),
    # marks that are opened again go on with the same speaker, up to those that are somebody else's
    ('Berg added: "It rained.\n\n"It was late.\n\n"We left."', "Berg", "added:", ["It rained."],
     ("Berg", ["It rained.", "It was late.", "We left."])),
    ('Berg added: "It rained.\n\n"DAHL: It was late.\n\n"We left."', "Berg", "added:", ["It rained."],
     ("Berg", ["It rained."])),
    # where the tagger has no source, that of the rules
    ("Anna Berg said that it rained.", None, "said", ["that it rained"],
     ("Anna Berg", ["that it rained"])),
    ("It was said that it rained.", None, "said", ["that it rained"],
     (None, ["that it rained"])),
    # an article is a source with its noun, and none where the noun is the cue
    ("The judges ruled that it was late.", "The", "ruled", ["that it was late"],
     ("The judges", ["that it was late"])),
    ("The Statement is as follows: “It was late.”", "The", "Statement is as follows:", ["It was late."],
     (None, ["It was late."])),
    ("Berg was late. Another implored: “When will she go?”", "Another", "implored:", ["When will she go?"],
     ("Another", ["When will she go?"])),
    # a comma belongs to a source only as the second of two
    ("Dahl QC, for the port, asked Berg: “Is it late?”", "Dahl QC,", "asked Berg:", ["Is it late?"],
     ("Dahl QC", ["Is it late?"])),
    ("Dahl QC, for Sund, asked Berg: “Is it late?”", "Dahl QC, for Sund,", "asked Berg:", ["Is it late?"],
     ("Dahl QC, for Sund,", ["Is it late?"])),
    # who opens a sentence with what is said is its subject
    ("Pleading for Dahl to stay, they left.", None, "Pleading for", ["Dahl to stay"],
     ("they", ["Dahl to stay"])),
    ("They left, and Dahl's pleading for time went on.", None, "pleading for", ["time"],
     (None, ["time"])),
    # who is only named in the subject of a cue is not its source
    ("The crew, led by Dahl, said that it rained.", "Dahl", "said", ["that it rained"],
     ("The crew", ["that it rained"])),
    ("Dahl's brother said that it rained.", "Dahl", "said", ["that it rained"],
     ("Dahl's brother", ["that it rained"])),
    ("The captain, Dahl, said that it rained.", "Dahl", "said", ["that it rained"],
     ("Dahl", ["that it rained"])),
    # what others say of somebody is not what he says; who is quoted says it
    ("Anna Berg is said to be late.", "Anna Berg", "is said", ["Anna Berg", "to be late"],
     (None, ["Anna Berg", "to be late"])),
    ("Some people were later freed or said to have died at sea.", "Some people", "said",
     ["to have died at sea"], (None, ["to have died at sea"])),
    ("Anna Berg was convinced that it rained.", "Anna Berg", "was convinced", ["that it rained"],
     ("Anna Berg", ["that it rained"])),
    ("Dr. Anna Berg was quoted as saying: “It rained all day.”", None, "was quoted as saying:",
     ["Dr. Anna Berg", "It rained all day."], ("Dr. Anna Berg", ["It rained all day."])),
    # a source is whole, and only itself
    ("Anna Berg said that it rained.", "Anna", "said", ["that it rained"],
     ("Anna Berg", ["that it rained"])),
    ("Oracle last year said it would cut jobs.", "Oracle last year", "said", ["it would cut jobs"],
     ("Oracle", ["it would cut jobs"])),
    ("SUND, May 3 (Wire) -- Orion Foods said that it rained.", ") -- Orion Foods", "said",
     ["that it rained"], ("Orion Foods", ["that it rained"])),
    ("SUND (Wire) -- Orion Foods said that it rained.", "SUND (Wire) -- Orion Foods", "said",
     ["that it rained"], ("Orion Foods", ["that it rained"])),
    ("Orion Foods (SUND:ORF) said that it rained.", "ORF)", "said", ["that it rained"],
     ("Orion Foods (SUND:ORF)", ["that it rained"])),
    ("Orion Foods (a maker of bread) said that it rained.", "Orion Foods (a maker of bread)", "said",
     ["that it rained"], ("Orion Foods (a maker of bread)", ["that it rained"])),
    ("The mayor of Sund, Anna Berg, said: “It rained.”", "The mayor of Sund,", "said:", ["It rained."],
     ("The mayor of Sund, Anna Berg", ["It rained."])),
    ("“It rained,” said Sgt Berg who added that it was late.", "Sgt Berg who added that it was late", "said",
     ["It rained,"], ("Sgt Berg", ["It rained,"])),
    ("“It rained,” said the man who built it.", "the man who built it", "said", ["It rained,"],
     ("the man who built it", ["It rained,"])),
    ("The roof was praised by the mayor.", "by the mayor", "was praised", ["The roof"],
     ("the mayor", ["The roof"])),
    ("The roof was called “bad” by the mayor.", "the mayor", "was called", ["The roof", "“bad” by"],
     ("the mayor", ["The roof", "“bad”"])),
    ("The “Blue Sea” singer said: “It rained all day.”", "Blue", "said:",
     ["The “Blue Sea” singer", "It rained all day."], ("The “Blue Sea” singer", ["It rained all day."])),
    ("SUND: Sailors said that it rained.", "SUND", "said", ["that it rained"],
     ("Sailors", ["that it rained"])),
    # nor is it a part of what it says
    ("The roof is late, a group of sailors has said.", "a group of sailors", "has said",
     ["The roof is late", "a group of sailors"], ("a group of sailors", ["The roof is late"])),
    # a clause of which a content has the first word is its own, what happened meanwhile is not
    ("Berg praised the crew which carried her home.", "Berg", "praised", ["the crew which"],
     ("Berg", ["the crew which carried her home"])),
    ("Berg praised the crew as she left the ship.", "Berg", "praised", ["the crew as she left the ship"],
     ("Berg", ["the crew"])),
    ("Berg praised the “good crew” as she left the ship.", "Berg", "praised",
     ["the “good crew” as she left the ship"], ("Berg", ["the “good crew”"])),
    ("Berg wants to stay and she will see him.", "Berg", "wants", ["to stay and she will see him"],
     ("Berg", ["to stay"])),
    ("Berg wants to stay and to see him.", "Berg", "wants", ["to stay and to see him"],
     ("Berg", ["to stay and to see him"])),
    # the one who is told before the marks is no part of it, nor the next sentence behind them
    ("Berg left, telling Carl Dahl “you will be late”.", "Berg", "telling", ["Dahl “you will be late"],
     ("Berg", ["you will be late"])),
    ("Berg left, telling Carl Dahl “a tale”.", "Berg", "telling", ["Carl Dahl “a tale"],
     ("Berg", ["Carl Dahl “a tale"])),
    ("Berg said that it was “unfair.” Nobody left.", "Berg", "said", ["that it was “unfair.” Nobody left"],
     ("Berg", ["that it was “unfair.”"])),
    # a last word that joins what follows is no part of it
    ("Berg said it “must not be”, while Dahl left.", "Berg", "said", ["it “must not be”, while"],
     ("Berg", ["it “must not be”"])),
    ("Berg said that it rained and suggested a walk.", "Berg", "said", ["that it rained and"],
     ("Berg", ["that it rained"])),
    # set off by a comma, the marks are all that is said
    ("One wrote, “She hates butter,” and I laughed.", "One", "wrote", ["“She hates butter,” and I laughed"],
     ("One", ["She hates butter,"])),
    ("One wrote, “she hates butter” and all cakes.", "One", "wrote", ["“she hates butter” and all cakes"],
     ("One", ["“she hates butter” and all cakes"])),
    # what the speaker did meanwhile is no part of it
    ("The roof will leak, Berg said, pointing at a stain.", "Berg", "said",
     ["The roof will leak", "pointing at a stain"], ("Berg", ["The roof will leak"])),
    ("The roof, Berg said, leaking since May, must go.", "Berg", "said",
     ["The roof", "leaking since May, must go"], ("Berg", ["The roof", "leaking since May, must go"])),
    ("The roof leaks, Berg said, including the new one.", "Berg", "said",
     ["The roof leaks", "including the new one"], ("Berg", ["The roof leaks", "including the new one"])),
    # what stands in another paragraph than the cue belongs to it only in marks
    (OTHER_BULLET, "Anna Berg", "asked", ["why she was barred", "to go further"],
     ("Anna Berg", ["why she was barred"])),
    (REOPENED, "Anna Berg", "said", ["It rained all day.", "We went home."],
     ("Anna Berg", ["It rained all day.", "We went home."])),
    # a headline in marks is no part of the speech beside it
    (UNDER_A_HEADLINE, "Carl Dahl, the mayor,", "said:", ["No rest at all", "It was late, and wet."],
     ("Carl Dahl, the mayor,", ["It was late, and wet."])),
    # behind a clause and a colon speaks whom the clause is about
    ("Anna Berg is late. She has the same boat as Carl Dahl: “It is a good one.”", "Carl Dahl", ":",
     ["It is a good one."], ("She", ["It is a good one."])),
    ("Anna Berg quoted Carl Dahl: “It is a good one.”", "Carl Dahl", ":", ["It is a good one."],
     ("Carl Dahl", ["It is a good one."])),
    ("Then came the turn of Carl Dahl: “It is a good one.”", "Carl Dahl", ":", ["It is a good one."],
     ("Carl Dahl", ["It is a good one."])),
    # a label may name a subject
    ("On Carl Dahl: “He was good, but late.”", "Carl Dahl", ":", ["He was good, but late."],
     (None, ["He was good, but late."])),
    ("Carl Dahl: “He was good, but late.”", "Carl Dahl", ":", ["He was good, but late."],
     ("Carl Dahl", ["He was good, but late."])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), TABLE)
def test_a_find_of_the_tagger(
    nlp: Language, text: str, source: str | None, cue: str, content: list[str], expected: Found
) -> None:
    assert together(nlp, text, source, cue, content) == [expected]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Berg did not say that it rained.", "did not say", "that it rained"),
        ("Berg never said that it rained.", "never said", "that it rained"),
        ("Has Berg said that it rained?", "said", "that it rained"),
        ("If Berg says that it rained, we go.", "says", "that it rained"),
        ("If Berg wants to help, we go.", "wants", "to help"),
        ("Does Berg want to help?", "want", "to help"),
        ("Dahl asked whether Berg supports the roof.", "supports", "the roof"),
        ("It is not true that Berg said it rained.", "said", "it rained"),
        ("Nobody said that it rained.", "said", "that it rained"),
        ("No minister said that it rained.", "said", "that it rained"),
        ("Berg must explain that it rained.", "must explain", "that it rained"),
        ("Berg needs to support the roof.", "needs to support", "the roof"),
        ("They met in Oslo to discuss the roof.", "discuss", "the roof"),
        ("They will discuss the roof on Friday.", "will discuss", "the roof"),
        ("The death of Berg was confirmed on Monday.", "was confirmed", "The death of Berg"),
        ("A man accused of murder was in court.", "accused of", "murder"),
        ("They spoke as doubts over the new roof sparked fears.", "spoke as doubts over", "the new roof"),
        ("Berg did not respond to a request for comment.", "did not respond to", "a request for comment"),
    ],
)
def test_what_is_not_said_is_nobodys(nlp: Language, text: str, cue: str, content: str) -> None:
    assert together(nlp, text, None, cue, [content]) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Berg did not say whether it rained.", "did not say", "whether it rained"),
        ("Berg denied that it rained.", "denied", "that it rained"),
        ("Berg has not agreed to take part.", "has not agreed", "to take part"),
        ("Berg had to admit that it rained.", "had to admit", "that it rained"),
        ("Berg refused to discuss the roof.", "refused to discuss", "the roof"),
        ("The roof was criticised on Monday.", "was criticised", "The roof"),
        ("It was late, it was confirmed.", "was confirmed", "It was late"),
        ("Berg did not concede defeat.", "did not concede", "defeat"),
        ("Dahl, accused of theft by Berg, was in court.", "accused of", "theft"),
        ("Berg accused Dahl of theft.", "accused", "Dahl of theft"),
        ("Why Berg wants to help?", "wants", "to help"),
        ("Berg smiled as if to say that it rained.", "as if to say", "that it rained"),
        ("“It is not a question of if,” Berg said.", "said", "It is not a question of if,"),
        ("Berg plans to stay, dos Santos says.", "says", "Berg plans to stay"),
        (
            "Berg put it to him: “You were late, weren't you?”",
            "put it to him:",
            "You were late, weren't you?",
        ),
    ],
)
def test_refusals_and_doubts_are_kept(nlp: Language, text: str, cue: str, content: str) -> None:
    assert [found for _, found in together(nlp, text, None, cue, [content])] == [[content]]


@pytest.mark.parametrize(
    ("score", "source"),
    [(0.8, "Anna Berg"), (0.99, "the Sund Post")],  # the rules are sure of her: 0.97
)
def test_where_the_rules_are_surer_of_another_source(nlp: Language, score: float, source: str) -> None:
    text = "“It rained all day and we went home,” Anna Berg said, according to the Sund Post."
    content, cue, paper = (
        (text.index(words), text.index(words) + len(words))
        for words in ("It rained all day and we went home,", "according to", "the Sund Post")
    )
    one = Candidate((content,), cue, paper, "quotation", "model:test", score)
    (found,) = Together(cast("Tagger", None)).find(state.view_of(nlp(text)), [one])
    assert found.source is not None
    assert text[slice(*found.source)] == source


@pytest.mark.parametrize(
    ("text", "cue", "content", "score", "expected"),
    [
        ("Berg summoned the crew.", "summoned", "the crew", 0.6, 0.45),
        ("Berg summoned the crew.", "summoned", "the crew", 0.8, 0.8),
        ("Berg summoned the crew.", "summoned", "the crew", 0.4, 0.4),
        ("Berg summoned that it rained.", "summoned", "that it rained", 0.6, 0.6),
        ("Berg praised the crew.", "praised", "the crew", 0.6, 0.6),
        ("Berg was outraged at the crew.", "was outraged at", "the crew", 0.6, 0.6),
        ("It rained, according to Berg.", "according to", "It rained", 0.6, 0.6),
    ],
)
def test_a_word_of_doing_is_doubted(
    nlp: Language, text: str, cue: str, content: str, score: float, expected: float
) -> None:
    span, place = ((text.index(words), text.index(words) + len(words)) for words in (content, cue))
    one = Candidate((span,), place, None, "reported", "model:test", score)
    assert doubted(state.view_of(nlp(text)), one, alone=True).score == expected
    assert doubted(state.view_of(nlp(text)), one, alone=False).score == score


def test_the_label_of_a_turn_is_no_other_source(nlp: Language) -> None:
    text = "Briefing by Press Secretary Jane Roe\n\nMS. ROE:  We will have news on that soon.\n\nQ    Yes.\n"
    assert together(nlp, text, "MS. ROE", ":", ["We will have news on that soon"]) == []


def test_nothing_in_furniture(nlp: Language) -> None:
    text = "Anna Berg said that it rained.\n\nRead more: Dahl says he will stay\n"
    assert together(nlp, text, "Dahl", "says", ["he will stay"]) == []
