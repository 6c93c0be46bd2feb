"""The person always wins: confirmed, corrected, added, removed, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from annotation_builders import (
    CHECKED,
    annotations,
    extraction,
    figure,
    ids,
    mention,
    person,
    quote,
    record,
    speaker,
)

from coalition_cli.annotations.findings import AnnotationWarning
from coalition_cli.annotations.merge import merge
from coalition_cli.assemble import confident

TEXT = (
    'Ann Berg said, "we will send forty ships". "And one plane," she added. Carl Dahl denied that he knew.\n'
)
ANN = speaker("ann-berg")
CARL = speaker("carl-dahl")
PEOPLE = [person("ann-berg", name="Ann Berg"), person("carl-dahl", name="Carl Dahl")]


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


SHIPS = place("we will send forty ships")
PLANE = place("And one plane,")


def test_the_same_is_confirmed_and_keeps_its_origin_and_id() -> None:
    found = record(TEXT, SHIPS, speakers=(ANN,))
    mine = annotations(
        TEXT, speakers=PEOPLE, quotes=[quote("a", "we will send forty ships", speakers=("ann-berg",))]
    )
    (merged,) = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, mine).attributions
    assert (merged.id, merged.origin, merged.review, merged.confidence) == (
        found.id,
        "rule:test",
        "confirmed",
        1.0,
    )
    assert merged.evidence[-1].detail == "a: confirmed by me on 2026-11-22"


def test_marks_and_white_space_make_no_other_extent() -> None:
    found = record(TEXT, (SHIPS[0] - 1, SHIPS[1] + 2), speakers=(ANN,))
    mine = annotations(
        TEXT, speakers=PEOPLE, quotes=[quote("a", "we will send forty ships", speakers=("ann-berg",))]
    )
    (merged,) = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, mine).attributions
    assert (merged.id, merged.review) == (found.id, "confirmed")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"speakers": ("carl-dahl",)}, "speakers: ann-berg → carl-dahl"),
        ({"speakers": ()}, "speakers: ann-berg → none"),
        ({"kind": "mixed"}, "kind: direct → mixed"),
        ({"form": "reported"}, "form: quotation → reported"),
        ({"stance": "commits"}, "stance: asserts → commits"),
        ({"cue": {"exact": "added"}}, "cue: said → added"),
        ({"cue": None}, "cue: said → none"),
        ({"source": {"exact": "Carl Dahl"}}, "source: none → Carl Dahl"),
    ],
)
def test_another_field_is_corrected(fields: dict[str, object], told: str) -> None:
    found = record(TEXT, SHIPS, speakers=(ANN,), cue=place("said"))
    entry = quote("a", "we will send forty ships", **({"speakers": ("ann-berg",)} | fields))  # type: ignore[arg-type]
    mine = annotations(TEXT, speakers=PEOPLE, quotes=[entry])
    (merged,) = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, mine).attributions
    assert (merged.review, merged.origin) == ("corrected", "annotation:a")
    assert told in merged.evidence[-1].detail


def test_what_is_left_out_stays() -> None:
    found = record(TEXT, SHIPS, speakers=(ANN,), cue=place("said"), source=place("Ann Berg"))
    mine = annotations(TEXT, speakers=PEOPLE, quotes=[quote("a", "send forty ships", speakers=("ann-berg",))])
    (merged,) = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, mine).attributions
    assert (merged.cue, merged.source) == (found.cue, found.source)
    assert (merged.text, merged.review) == ("send forty ships", "corrected")


def test_a_term_in_marks_is_not_quoted_in_a_corrected_extent() -> None:
    text = "Carl Dahl said that the so-called “coalition of the willing” was ready and “will not leave”."
    start = text.index("that the")
    found = record(text, (start, text.index(" and")), speakers=(CARL,), kind="indirect", form="reported")
    entry = quote("a", text[start:-1], speakers=("carl-dahl",), kind="mixed", form="reported")
    mine = annotations(text, speakers=PEOPLE, quotes=[entry])
    (merged,) = merge(extraction(text, found, speakers=(CARL,)), text, mine).attributions
    assert [span.text for span in merged.quoted] == ["will not leave"]


def test_a_missed_one_is_added() -> None:
    mine = annotations(
        TEXT, speakers=PEOPLE, quotes=[quote("a", "we will send forty ships", speakers=("ann-berg",))]
    )
    merged = merge(extraction(TEXT), TEXT, mine)
    (added,) = merged.attributions
    assert (added.review, added.origin, added.line, ids(added.speakers)) == (
        "added",
        "annotation:a",
        1,
        ["ann-berg"],
    )
    assert [span.text for span in added.quoted] == ["we will send forty ships"]
    assert [(one.id, one.quotes) for one in merged.speakers] == [("ann-berg", 1)]


def test_a_rejected_one_is_removed_and_its_speaker_with_it() -> None:
    found = record(TEXT, SHIPS, speakers=(ANN,))
    mine = annotations(TEXT, quotes=[quote("a", "we will send forty ships", verdict="rejected")])
    merged = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, mine)
    assert merged.attributions == ()
    assert merged.speakers == ()


def test_a_proposal_changes_nothing() -> None:
    found = record(TEXT, SHIPS, speakers=(ANN,))
    entry = {"id": "a", "doc": "d", "content": [{"exact": "forty ships"}], "verdict": "unreviewed"}
    merged = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, annotations(TEXT, quotes=[entry]))
    assert [one.review for one in merged.attributions] == ["unreviewed"]


def test_one_annotation_over_two_records_takes_both() -> None:
    both = (record(TEXT, SHIPS, speakers=(ANN,)), record(TEXT, PLANE, speakers=(CARL,)))
    entry = quote("a", "we will send forty ships", "And one plane,", speakers=("ann-berg",))
    mine = annotations(TEXT, speakers=PEOPLE, quotes=[entry])
    (merged,) = merge(extraction(TEXT, *both, speakers=(ANN, CARL)), TEXT, mine).attributions
    assert [span.text for span in merged.content] == ["we will send forty ships", "And one plane,"]
    assert merged.review == "corrected"
    assert both[1].id in merged.evidence[-1].detail


def test_two_annotations_in_one_record_each_take_their_part() -> None:
    joined = record(TEXT, SHIPS, PLANE, speakers=(ANN,), cue=place("said"))
    entries = [
        quote("a", "we will send forty ships", speakers=("ann-berg",)),
        quote("b", "And one plane,", speakers=("carl-dahl",), cue={"exact": "added"}),
    ]
    mine = annotations(TEXT, speakers=PEOPLE, quotes=entries)
    merged = merge(extraction(TEXT, joined, speakers=(ANN,)), TEXT, mine).attributions
    assert [(one.text, ids(one.speakers), one.review) for one in merged] == [
        ("we will send forty ships", ["ann-berg"], "corrected"),
        ("And one plane,", ["carl-dahl"], "corrected"),
    ]


@pytest.mark.parametrize(("cue", "reviews"), [("said", ["corrected"]), ("added", ["unreviewed", "added"])])
def test_a_small_part_is_the_record_of_the_same_cue(cue: str, reviews: list[str]) -> None:
    joined = record(TEXT, SHIPS, PLANE, speakers=(ANN,), cue=place("said"))
    entry = quote("a", "And one plane,", speakers=("ann-berg",), cue={"exact": cue})
    mine = annotations(TEXT, speakers=PEOPLE, quotes=[entry])
    merged = merge(extraction(TEXT, joined, speakers=(ANN,)), TEXT, mine).attributions
    assert [one.review for one in merged] == reviews


def test_a_quotation_inside_a_turn_is_not_the_turn() -> None:
    turn = record(TEXT, (0, len(TEXT) - 1), speakers=(CARL,), form="turn")
    inner = record(TEXT, SHIPS, speakers=(ANN,), cue=place("said"))
    whole = {"start": "Ann Berg said", "end": "that he knew."}
    mine = annotations(
        TEXT, speakers=PEOPLE, quotes=[quote("a", whole, speakers=("carl-dahl",), form="turn")]
    )
    merged = merge(extraction(TEXT, turn, inner, speakers=(ANN, CARL)), TEXT, mine).attributions
    assert [one.review for one in merged] == ["confirmed", "unreviewed"]
    inside = quote(
        "b", "we will send forty ships", speakers=("ann-berg",), cue={"exact": "said"}, form="quotation"
    )
    merged = merge(
        extraction(TEXT, turn, speakers=(CARL,)), TEXT, annotations(TEXT, speakers=PEOPLE, quotes=[inside])
    ).attributions
    assert [one.review for one in merged] == ["unreviewed", "added"]


def test_a_statement_told_inside_a_confirmed_one_stays() -> None:
    outer = record(TEXT, place("that he knew"), speakers=(CARL,), cue=place("denied"), kind="indirect")
    inner = record(TEXT, place("he knew"), speakers=(), cue=place("knew"), kind="indirect")
    entry = quote("a", "that he knew", speakers=("carl-dahl",), kind="indirect", cue={"exact": "denied"})
    mine = annotations(TEXT, speakers=PEOPLE, quotes=[entry])
    merged = merge(extraction(TEXT, outer, inner, speakers=(CARL,)), TEXT, mine).attributions
    assert sorted(one.review for one in merged) == ["confirmed", "unreviewed"]


@pytest.mark.parametrize(
    ("content", "fields", "left"),
    [
        # A turn is rejected: what is quoted or reported in it was still said.
        ({"start": "Ann Berg said", "end": "that he knew."}, {"form": "turn"}, ["inner", "quoted"]),
        # A statement is rejected: what is told inside it, by a cue of its own, is another.
        ("Carl Dahl denied that he knew.", {"form": "reported"}, ["quoted", "turn", "inner"]),
        ("that he knew", {"form": "reported"}, ["quoted", "turn"]),
        # Without a form the signs alone tell: what has its cue inside is another.
        ("we will send forty ships", {}, ["turn", "inner"]),
        ('said, "we will send forty ships"', {}, ["turn", "quoted", "inner"]),
        ("send forty ships", {}, ["turn", "inner"]),
    ],
)
def test_what_is_rejected_takes_nothing_told_inside_it(
    content: Any, fields: dict[str, Any], left: list[str]
) -> None:
    records = {
        "turn": record(TEXT, (0, len(TEXT) - 1), speakers=(CARL,), form="turn"),
        "quoted": record(TEXT, SHIPS, speakers=(ANN,), cue=place("said")),
        "inner": record(TEXT, place("that he knew"), cue=place("denied"), form="reported"),
    }
    mine = annotations(TEXT, quotes=[quote("a", content, verdict="rejected", **fields)])
    merged = merge(extraction(TEXT, *records.values(), speakers=(ANN, CARL)), TEXT, mine)
    assert {one.id for one in merged.attributions} == {records[name].id for name in left}


def test_an_annotated_speaker_gives_the_name_everywhere() -> None:
    kallas = speaker("kallas", name="Kalals", roles=("minister",), misspellings=())
    other = record(TEXT, PLANE, speakers=(kallas,))
    entry = person("kaja-kallas", name="Kaja Kallas", role=None, country="EE", misspellings=["Kalals"])
    merged = merge(extraction(TEXT, other, speakers=(kallas,)), TEXT, annotations(TEXT, speakers=[entry]))
    (reference,) = merged.attributions[0].speakers
    assert (reference.id, reference.name, reference.role, reference.country) == (
        "kaja-kallas",
        "Kaja Kallas",
        None,
        "EE",
    )
    assert [(one.id, one.misspellings) for one in merged.speakers] == [("kaja-kallas", ("Kalals",))]


def test_an_alias_of_two_joins_nobody() -> None:
    berg = speaker("berg", name="Berg")
    entries = [person("ann-berg", aliases=["Berg"]), person("eva-berg", aliases=["Berg"])]
    found = extraction(TEXT, record(TEXT, SHIPS, speakers=(berg,)), speakers=(berg,))
    merged = merge(found, TEXT, annotations(TEXT, speakers=entries))
    assert ids(merged.attributions[0].speakers) == ["berg"]


def test_a_failing_anchor_is_told_and_used_nowhere() -> None:
    mine = annotations(TEXT, quotes=[quote("a", "we will send fifty ships")])
    with pytest.warns(AnnotationWarning, match=r"a\.yaml:1:\d+: A101 "):
        assert merge(extraction(TEXT), TEXT, mine).attributions == ()


def test_a_failing_cue_leaves_the_rest() -> None:
    found = record(TEXT, SHIPS, speakers=(ANN,), cue=place("said"))
    entry = quote("a", "we will send forty ships", speakers=("ann-berg",), cue={"exact": "shouted"})
    mine = annotations(TEXT, speakers=PEOPLE, quotes=[entry])
    with pytest.warns(AnnotationWarning, match="A101"):
        (merged,) = merge(extraction(TEXT, found, speakers=(ANN,)), TEXT, mine).attributions
    assert (merged.review, merged.cue) == ("confirmed", found.cue)


def test_figures_and_countries() -> None:
    text = "Norway sends forty ships, not four, to Iceland."
    forty, four = text.index("forty"), text.index("four,")
    found = extraction(
        text,
        figures=(figure(text, forty, forty + 5, 40), figure(text, four, four + 4, 4)),
        mentions=(mention(text, 0, 6, "NO"), mention(text, 39, 46, "IE")),
    )
    mine = annotations(
        text,
        figures=[
            {"id": "f1", "doc": "d", "span": {"exact": "forty"}, "value": 40, "counted": "ships",
             "verdict": "correct", "checked": CHECKED},
            {"id": "f2", "doc": "d", "span": {"exact": "four"}, "verdict": "rejected", "checked": CHECKED},
        ],
        countries=[
            {"id": "c1", "doc": "d", "span": {"exact": "Norway"}, "codes": ["NO"], "verdict": "correct",
             "checked": CHECKED},
            {"id": "c2", "doc": "d", "span": {"exact": "Iceland"}, "codes": ["IS"], "verdict": "correct",
             "checked": CHECKED},
        ],
    )  # fmt: skip
    merged = merge(found, text, mine)
    assert [(one.text, one.value, one.counted, one.review) for one in merged.figures] == [
        ("forty", 40, "ships", "corrected")
    ]
    assert [(one.code, one.mentions[0].review) for one in merged.countries] == [
        ("IS", "corrected"),
        ("NO", "confirmed"),
    ]
    assert merge(merged, text, mine) == merged


def figure_entry(name: str, exact: str) -> dict[str, Any]:
    return {
        "id": name, "doc": "d", "span": {"exact": exact}, "value": 40, "verdict": "correct",
        "checked": CHECKED,
    }  # fmt: skip


def test_of_two_figures_that_an_entry_touches_the_very_same_is_meant() -> None:
    wide, same = figure(TEXT, *place("send forty"), 4), figure(TEXT, *place("forty ships"), 40)
    mine = annotations(TEXT, figures=[figure_entry("f", "forty ships")])
    (merged,) = merge(extraction(TEXT, figures=(wide, same)), TEXT, mine).figures
    assert (merged.id, merged.review) == (same.id, "confirmed")


def test_of_two_entries_that_overlap_the_first_counts() -> None:
    mine = annotations(TEXT, figures=[figure_entry("f", "forty ships"), figure_entry("g", "ships")])
    assert [one.text for one in merge(extraction(TEXT), TEXT, mine).figures] == ["forty ships"]


def test_a_figure_belongs_to_who_says_it_after_the_merge() -> None:
    forty = place("forty")
    found = extraction(
        TEXT, record(TEXT, SHIPS, speakers=(CARL,)), speakers=(CARL,), figures=(figure(TEXT, *forty, 40),)
    )
    mine = annotations(
        TEXT, speakers=PEOPLE, quotes=[quote("a", "we will send forty ships", speakers=("ann-berg",))]
    )
    merged = merge(found, TEXT, mine)
    assert ids(merged.figures[0].speakers) == ["ann-berg"]
    assert merged.figures[0].attribution == merged.attributions[0].id
    assert merged.attributions[0].figures == (merged.figures[0].id,)


@pytest.mark.parametrize(("review", "speakers"), [("corrected", ["ann-berg"]), ("unreviewed", [])])
def test_who_a_person_says_states_a_figure_stays_where_its_quote_is_too_unsure(
    review: Any, speakers: list[str]
) -> None:
    unsure = replace(record(TEXT, SHIPS), confidence=0.4)
    forty = figure(TEXT, *place("forty"), 40, speakers=(ANN.reference,), attribution=unsure.id)
    whole = extraction(TEXT, unsure, speakers=(ANN,), figures=(replace(forty, review=review),))
    (found,) = confident(whole, 0.5).figures
    assert (ids(found.speakers), found.attribution) == (speakers, None)
