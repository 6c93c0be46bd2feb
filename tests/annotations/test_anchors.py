"""An anchor fits exactly once or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.annotations.anchors import MAX_PLACES, resolve, resolve_near
from coalition_cli.annotations.candidates import mend, nearest
from coalition_cli.annotations.propose import Proposer
from coalition_cli.annotations.schema import TextQuote, TextRange

TEXT = "He said yes. The others said no.\n\nThen he said “maybe – not”: 10,000 of 110,000 agreed.\n"


def words_of(selector: TextQuote | TextRange) -> list[str]:
    return [TEXT[start:end] for start, end in resolve(TEXT, selector).places]


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"exact": "yes"}, [8]),
        ({"exact": "said"}, [3, 24, 42]),
        ({"exact": "said", "suffix": " no"}, [24]),
        ({"exact": "said", "prefix": "he "}, [42]),
        ({"exact": "said", "prefix": "He ", "suffix": " no"}, []),
        ({"exact": "he"}, [39]),
        ({"exact": "10,000"}, [62]),
        ({"exact": "yes. The"}, [8]),
        ({"exact": "no.\n\nThen"}, [29]),
        ({"exact": "no. Then"}, []),
        ({"exact": '"maybe'}, []),
        ({"exact": "He", "prefix": "\n"}, []),
    ],
)
def test_every_place_where_it_stands(fields: dict[str, str], places: list[int]) -> None:
    found = resolve(TEXT, TextQuote(**fields))
    assert [start for start, _ in found.places] == places
    assert (found.place is not None) == (len(places) == 1)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": "yes", "end": "said"}, ["yes. The others said"]),
        ({"start": "said", "end": "no"}, [TEXT[3:31], TEXT[24:31]]),
        ({"start": "said", "end": "no", "prefix": "others "}, ["said no"]),
        ({"start": "agreed", "end": "said"}, []),
        ({"start": "Then", "end": "said", "suffix": " “"}, ["Then he said"]),
    ],
)
def test_a_range_goes_to_the_first_end_after_its_start(fields: dict[str, str], words: list[str]) -> None:
    found = words_of(TextRange(**fields))
    if fields["start"] == "said" and "prefix" not in fields:
        assert len(found) == 2
    else:
        assert found == words


@pytest.mark.parametrize(
    ("exact", "content", "places"),
    [
        ("said", (46, 59), [42]),  # the only one in the content's line
        ("said", (8, 11), [3, 24]),  # two in the line: the nearer one is not preferred
        ("Then", (8, 11), [34]),  # not in the line, once in the text
        ("yes", (8, 11), [8]),  # nowhere but in the content itself
        ("nobody", (8, 11), []),
    ],
)
def test_a_cue_is_sought_near_its_content(exact: str, content: tuple[int, int], places: list[int]) -> None:
    found = resolve_near(TEXT, TextQuote(exact=exact), [content])
    assert [start for start, _ in found.places] == places


PARAGRAPHS = "She said it.\n\nHe\nsaid, in fact,\n“yes”.\n\nThey said so.\n"
BLANKS = {"LF": "\n\n", "CRLF": "\r\n\r\n", "spaces": "\n \t\n", "CRLF, spaces": "\r\n \r\n", "two": "\n\n\n"}


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(
    ("exact", "content", "words"),
    [
        ("said", "yes", "said, in fact"),  # in the paragraph, not in the line
        ("She", "yes", "She said it"),  # in neither
        ("said", "it", "said it"),
        ("so", "They", "so"),
    ],
)
def test_a_paragraph_ends_at_a_blank_line_of_any_kind(
    blank: str, exact: str, content: str, words: str
) -> None:
    text = PARAGRAPHS.replace("\n\n", BLANKS[blank])
    if "CRLF" in blank:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    start = text.index(content)
    found = resolve_near(text, TextQuote(exact=exact), [(start, start + len(content))])
    assert found.place is not None
    assert text.startswith(words, found.place[0])


@given(st.integers(0, len(TEXT)), st.integers(1, 30))
def test_the_words_of_a_place_with_all_around_them_fit_there(start: int, length: int) -> None:
    end = min(len(TEXT), start + length)
    if start == end:
        return
    found = resolve(TEXT, TextQuote(exact=TEXT[start:end], prefix=TEXT[:start], suffix=TEXT[end:]))
    assert found.places in ((), ((start, end),))


@pytest.mark.parametrize(
    ("anchor", "mended"),
    [
        (TextQuote(exact='"maybe - not"'), {"exact": "“maybe – not”"}),
        (TextQuote(exact="no. Then"), {"exact": "no.\n\nThen"}),
        (TextQuote(exact="maybe", prefix='he said "'), {"exact": "maybe", "prefix": "he said “"}),
        (TextRange(start='said "maybe', end="agreed."), {"start": "said “maybe", "end": "agreed."}),
        (TextQuote(exact="said  no"), {"exact": "said no"}),
        (TextQuote(exact="saed no"), None),
        (TextQuote(exact="the others"), None),
        (TextQuote(exact="he  said"), {"exact": "he said"}),
        (TextQuote(exact="yes"), None),
    ],
)
def test_only_white_space_and_marks_are_mended(
    anchor: TextQuote | TextRange, mended: dict[str, str] | None
) -> None:
    assert mend(TEXT, anchor) == mended


def test_the_nearest_candidate_is_shown() -> None:
    assert nearest(TEXT, "the othurs said no") == ("nearest, on line 1: 'The others said no.'",)
    assert nearest(TEXT, "zzzzzz qqqq") == ()


@given(st.text("ab c\n.", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 59))
def test_a_proposed_anchor_fits_at_its_place_alone(text: str, start: int, length: int) -> None:
    start = min(start, len(text) - 1)
    end = min(len(text), start + length)
    anchor = Proposer("d", text).anchor(start, end)
    if anchor is not None:
        assert resolve(text, TextQuote(**anchor)).places == ((start, end),)


def test_the_last_of_many_is_found_by_what_stands_before_it() -> None:
    text = "he said so. " * 500 + "She said so."
    assert resolve(text, TextQuote(exact="said", prefix="She ")).places == ((6004, 6008),)
    assert len(resolve(text, TextQuote(exact="said")).places) == MAX_PLACES


def test_a_long_stretch_is_anchored_by_its_ends() -> None:
    text = " ".join(f"word{number} and so on" for number in range(80))
    start, end = text.index("word9 "), text.index("word60 ")
    anchor = Proposer("d", text).anchor(start, end - 1)
    assert anchor == {"start": "word9 and so on word10", "end": "on word59 and so on"}


def test_a_long_content_of_few_words_is_anchored_whole() -> None:
    text = " ".join(letter * 30 for letter in "abcdefg")
    assert Proposer("d", text).anchor(0, len(text)) == {"exact": text}
    longer = " ".join(letter * 30 for letter in "abcdefghijk")
    anchor = Proposer("d", longer).anchor(0, len(longer))
    assert anchor == {"start": longer[: 5 * 31 - 1], "end": longer[-5 * 31 + 1 :]}
