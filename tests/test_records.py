"""Records go to plain values and back, and ids depend on nothing but text and content."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.records import (
    Attribution,
    Country,
    CountryMention,
    Counts,
    Evidence,
    Extraction,
    Figure,
    Position,
    Span,
    Speaker,
    SpeakerReference,
    from_dict,
    kind_of,
    line_of,
    quoted_parts,
    record_id,
    text_sha256,
    to_dict,
)

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
BUILT = st.builds(
    Extraction,
    attributions=st.lists(st.from_type(Attribution), max_size=2).map(tuple),
    figures=st.lists(st.from_type(Figure), max_size=2).map(tuple),
    countries=st.lists(st.from_type(Country), max_size=1).map(tuple),
    speakers=st.lists(st.from_type(Speaker), max_size=1).map(tuple),
)
for plain in (Span, Evidence, SpeakerReference, Counts, CountryMention, Position):
    st.register_type_strategy(plain, st.builds(plain))


@given(BUILT)
def test_what_json_carries_comes_back_the_same(extraction: Extraction) -> None:
    carried = json.loads(json.dumps(to_dict(extraction), allow_nan=True))
    assert to_dict(from_dict(Extraction, carried)) == to_dict(extraction)


def test_ids_are_stable_across_machines_and_upgrades() -> None:
    assert record_id("q", text_sha256("“We will stay,” she said."), ((1, 14),)) == "q-fd198a33"


def test_ids_differ_by_text_and_by_content() -> None:
    one = record_id("q", text_sha256("a"), ((0, 1),))
    assert one != record_id("q", text_sha256("b"), ((0, 1),))
    assert one != record_id("q", text_sha256("a"), ((0, 2),))


def test_lines_count_from_one() -> None:
    assert [line_of("a\nb\n\nc", at) for at in (0, 2, 5)] == [1, 2, 4]


def test_kind_counts_letters_inside_the_marks() -> None:
    text = "“We stay,” they agreed to “fight” on"
    marks = [(1, 9), (27, 32)]
    for content, kind in (((1, 9), "direct"), ((11, 36), "mixed"), ((11, 25), "indirect")):
        spans = [Span.of(text, *content)]
        assert kind_of(spans, quoted_parts(text, spans, marks)) == kind
