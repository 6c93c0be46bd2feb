"""What becomes of a find of the tagger's beside those of the rules: hand-made finds, real parses."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from coalition_cli.components import state
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
        form="quotation" if any(mark in text for mark in "“”") else "reported",
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
TABLE = [
    # text, source, cue, content as the tagger has them; source and content as the record has them
    ("Anna Berg said that it rained.", "Anna Berg", "said", ["that it rained"],
     ("Anna Berg", ["that it rained"])),
    # an article is a source with its noun, and none where the noun is the cue
    ("The judges ruled that it was late.", "The", "ruled", ["that it was late"],
     ("The judges", ["that it was late"])),
    ("The Statement is as follows: “It was late.”", "The", "Statement is as follows:", ["It was late."],
     (None, ["It was late."])),
    # what stands in another paragraph than the cue belongs to it only in marks
    (OTHER_BULLET, "Anna Berg", "asked", ["why she was barred", "to go further"],
     ("Anna Berg", ["why she was barred"])),
    (REOPENED, "Anna Berg", "said", ["It rained all day.", "We went home."],
     ("Anna Berg", ["It rained all day.", "We went home."])),
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


def test_nothing_in_furniture(nlp: Language) -> None:
    text = "Anna Berg said that it rained.\n\nRead more: Dahl says he will stay\n"
    assert together(nlp, text, "Dahl", "says", ["he will stay"]) == []
