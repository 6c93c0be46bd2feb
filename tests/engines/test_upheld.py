"""Finds of one engine alone that their sentence makes sure, and those that it leaves as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coalition_cli.components import state
from coalition_cli.engines.upheld import LEAST, upheld
from coalition_cli.rules.candidate import Candidate

if TYPE_CHECKING:
    from spacy.language import Language


def find(text: str, content: str, cue: str, source: str, score: float) -> Candidate:
    span, word, who = ((text.index(each), text.index(each) + len(each)) for each in (content, cue, source))
    return Candidate((span,), word, who, "reported", "model:test", score)


WARNED = "The council could close the pier, a senior member has warned, ending a long row."
CLOSED = "The council could close the pier"


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        (WARNED, CLOSED, "has warned", "a senior member"),
        ("Council could close pier, warns top member", "Council could close pier", "warns", "top member"),
        ("The ferry will sail again, Berg said.", "The ferry will sail again", "said", "Berg"),
    ],
)
def test_a_clause_and_who_says_it(nlp: Language, text: str, content: str, cue: str, source: str) -> None:
    one = find(text, content, cue, source, 0.2)
    view = state.view_of(nlp(text))
    assert upheld(view, one, None, one).score == upheld(view, one, one, None).score == LEAST
    assert upheld(view, one, one, one) == one


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        # no clause; no word of saying; no comma; words behind; a passive
        ("The pier of the town, Berg said, is old.", "The pier of the town", "said", "Berg"),
        ("The pier was closed, Berg laughed.", "The pier was closed", "laughed", "Berg"),
        ("The pier was closed and Berg said so.", "The pier was closed", "said", "Berg"),
        ("The pier was closed, Berg said of the town.", "The pier was closed", "said", "Berg"),
        ("The pier was closed, Berg was told.", "The pier was closed", "was told", "Berg"),
        ("Since the pier, which fell, Berg said.", "which fell", "said", "Berg"),
    ],
)
def test_what_is_not_sure(nlp: Language, text: str, content: str, cue: str, source: str) -> None:
    one = find(text, content, cue, source, 0.2)
    assert upheld(state.view_of(nlp(text)), one, None, one) == one


def test_a_surer_find_keeps_its_score(nlp: Language) -> None:
    one = find(WARNED, CLOSED, "has warned", "a senior member", 0.9)
    assert upheld(state.view_of(nlp(WARNED)), one, None, one) == one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pier is too old, a view shared by the mayor.", ("the mayor", "a view")),
        ("Ove Lund said the pier was safe, a claim flatly denied by its owner.", ("its owner", "a claim")),
        ("The council did not rule out closing the pier.", ("The council", "closing the pier")),
        ("The storm ruled out a landing on the island.", None),
        ("The pier is old, a relic shared by two towns.", None),
    ],
)
def test_what_the_tagger_is_not_sure_of(nlp: Language, text: str, found: tuple[str, str] | None) -> None:
    doc = nlp(text)
    shown = {
        tuple(text[start:end] for start, end in (one["source"], one["content"][0]))
        for one in doc._.attributions
        if one["source"] is not None and one["score"] >= LEAST
    }
    assert found is None or found in shown
    assert found is not None or not shown
