"""Whatever the text, the finders raise nothing and stay within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition_cli.rules.candidate import Candidate
from coalition_cli.speakers.fold import slug, words
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Read

PIECES = st.sampled_from(
    [
        "Mr.",
        "Jr.",
        "II",
        "President",
        "Anna",
        "Berg",
        "Berg's",
        "he",
        "She",
        "said",
        "“",
        "”",
        '"',
        ",",
        ".",
        "who",
        "the",
        "minister",
        "counterpart",
        "Dutch",
        "his",
        "of",
        "and",
        "-",
        "/",
        "(",
        ")",
        "\n\n",
        "AFP",
        "EU",
        "Sprūds",
        "J.",
        "3 May",
        "officials",
        "countries",
        "such as",
        "Poland",
        "Q.",
        "— Anna Berg (@berg)",
        "ß",
        "İ",
        "漢",
        "\u200b",
        "🇩🇪",
        "O'Brien",
    ],
)


TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "", "@", "_", ";"])), max_size=24).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)


@given(TEXTS, st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(read: Callable[[str], Read], text: str, data: st.DataObject) -> None:
    view, entities = read(text)
    ids = [one.id for one in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert entity.name and all(
            0 <= mention.start < mention.end <= len(text) for mention in entity.mentions
        )
    offsets = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted).map(tuple), max_size=3))
    candidates = [Candidate((span,), None, span, "reported", "test") for span in spans if span[0] < span[1]]
    candidates.append(Candidate(((0, len(text)),), None, None, "quotation", "test"))
    resolutions = resolve(view, Index(entities), candidates)
    assert len(resolutions) == len(candidates)
    for one in resolutions:
        assert set(one.speakers) <= set(ids)
        assert (one.step == "none") == (not one.speakers)


@given(st.text(max_size=30))
def test_a_slug_is_plain_and_never_empty(name: str) -> None:
    assert slug(name) and all(part.isascii() and part.isalnum() for part in slug(name).split("-"))
    assert words(slug(name)) == words(name) or not words(name)
