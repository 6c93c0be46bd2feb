"""Lines of one quotation and a name behind a dash: each is its own speaker's, whatever was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coalition_cli.components import state
from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.signed import with_signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

LINES = (
    "{0}Of course she's tired. That's sailing.{1} {2} Sund skipper Anna Berg on her crew's late start.\n"
    "{0}It was a long day for us.{1} {2} Norway coach Per Lund on the relay.\n"
    "{0}We're wet, but we don't complain.{1} {2} Lund rated the race better than the last.\n"
)


def signed(nlp: Language, text: str, found: Sequence[Candidate] = ()) -> list[tuple[str, str | None]]:
    """The words of each record, and its source."""
    return [
        (
            " | ".join(text[slice(*span)] for span in one.content),
            text[slice(*one.source)] if one.source else None,
        )
        for one in with_signed(state.view_of(nlp(text)), found)
    ]


@pytest.mark.parametrize("dash", ["–", "—", "-"])
@pytest.mark.parametrize("marks", ["‘’", "''", '""', "“”"])
def test_every_line_is_its_own_speakers(nlp: Language, marks: str, dash: str) -> None:
    assert signed(nlp, LINES.format(*marks, dash)) == [
        ("Of course she's tired. That's sailing.", "Sund skipper Anna Berg"),
        ("It was a long day for us.", "Norway coach Per Lund"),
        ("We're wet, but we don't complain.", "Lund"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "‘The plan is real’ – a bold claim.",  # no whole sentence, no name
        "“Never again.” – Norway, 1940",  # a place
        "“It rained.” – and it went on for a week.",
        "“We sail.” – “When?”",
        "Berg smiled. “We sail.” – Per Lund laughed.",  # not a line of its own
        "“We sail,” Per Lund said – twice.",
    ],
)
def test_lines_that_nobody_signs(nlp: Language, text: str) -> None:
    assert signed(nlp, text) == []


def test_a_find_over_two_lines_gives_way(nlp: Language) -> None:
    text = "“We sail at noon.” – Per Lund\n\n“We stay at home.” – Anna Berg\n"
    spans = tuple((text.index(words), text.index(words) + 16) for words in ("We sail", "We stay"))
    one = Candidate(spans, None, None, "quotation", "model:test", 0.9)
    assert signed(nlp, text, [one]) == [("We sail at noon.", "Per Lund"), ("We stay at home.", "Anna Berg")]


def test_a_find_that_has_the_role_too_is_kept(nlp: Language) -> None:
    text = "“We sail at noon.” – Per Lund, a skipper\n"
    one = Candidate(((1, 17),), (19, 20), (21, 40), "quotation", "model:test", 0.9)
    assert signed(nlp, text, [one]) == [("We sail at noon.", "Per Lund, a skipper")]
