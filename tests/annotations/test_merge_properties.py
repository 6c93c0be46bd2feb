"""Merging any mixture of records and annotations is idempotent and order-free, and loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

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
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_cli.annotations.check import check
from coalition_cli.annotations.load import Annotations
from coalition_cli.annotations.merge import merge
from coalition_cli.documents.document import Document
from coalition_cli.records import Attribution, Extraction

COUNT = 16
WORDS = [f"w{number:02d}" for number in range(COUNT)]
TEXT = " ".join(WORDS)
NAMES = ("ann", "bob")

ranges = st.tuples(st.integers(0, COUNT - 1), st.integers(1, 6)).map(
    lambda it: (it[0], min(COUNT, it[0] + it[1]))
)
forms = st.sampled_from(("quotation", "reported", "turn"))
codes = st.sampled_from(("NO", "SE", "FI"))
kinds = st.sampled_from(("direct", "mixed", "indirect"))


def offsets(words: tuple[int, int]) -> tuple[int, int]:
    return words[0] * 4, words[1] * 4 - 1


@st.composite
def records(draw: st.DrawFn) -> Attribution:
    cue = draw(st.none() | st.integers(0, COUNT - 1))
    return record(
        TEXT,
        offsets(draw(ranges)),
        speakers=(speaker(draw(st.sampled_from(NAMES))),),
        kind=draw(kinds),
        form=draw(forms),
        cue=None if cue is None else offsets((cue, cue + 1)),
    )


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    start, end = draw(ranges)
    fields: dict[str, Any] = {
        "kind": draw(kinds),
        "verdict": draw(st.sampled_from(("correct", "correct", "rejected"))),
    }
    if draw(st.booleans()):
        fields["form"] = draw(forms)
    cue = draw(st.none() | st.integers(0, COUNT - 1))
    if cue is not None and not start <= cue < end:
        fields["cue"] = {"exact": WORDS[cue]}
    return quote("x", " ".join(WORDS[start:end]), speakers=(draw(st.sampled_from(NAMES)),), **fields)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Extraction, list[dict[str, Any]]]:
    found = draw(st.lists(records(), max_size=5, unique_by=lambda one: one.id))
    mine = draw(st.lists(entries(), max_size=4))
    named = [entry | {"id": f"e{number}"} for number, entry in enumerate(mine)]
    return extraction(TEXT, *found, speakers=tuple(map(speaker, NAMES))), named


def file_of(quotes: list[dict[str, Any]]) -> Annotations:
    return annotations(TEXT, speakers=[person(name) for name in NAMES], quotes=quotes)


@settings(max_examples=60)
@given(cases())
def test_merging_twice_is_merging_once(case: tuple[Extraction, list[dict[str, Any]]]) -> None:
    found, quotes = case
    mine = file_of(quotes)
    merged = merge(found, TEXT, mine)
    assert merge(merged, TEXT, mine) == merged


@settings(max_examples=40)
@given(cases(), st.randoms())
def test_the_order_of_annotations_and_records_does_not_matter(
    case: tuple[Extraction, list[dict[str, Any]]], random: Any
) -> None:
    found, quotes = case
    shuffled, attributions = list(quotes), list(found.attributions)
    random.shuffle(shuffled)
    random.shuffle(attributions)
    other = replace(found, attributions=tuple(attributions))
    assert merge(found, TEXT, file_of(quotes)) == merge(other, TEXT, file_of(shuffled))


@settings(max_examples=60)
@given(cases())
def test_nothing_is_lost(case: tuple[Extraction, list[dict[str, Any]]]) -> None:
    found, quotes = case
    merged = merge(found, TEXT, file_of(quotes)).attributions
    assert len({one.id for one in merged}) == len(merged)
    assert all(TEXT[span.start : span.end] == span.text for one in merged for span in one.content)
    seen = set()
    for entry in quotes:
        text = entry["content"][0]["exact"]
        if entry["verdict"] == "correct" and text not in seen:
            seen.add(text)
            (own,) = [one for one in merged if one.text == text and one.review != "unreviewed"]
            assert (ids(own.speakers), own.kind) == (entry["speakers"], entry["kind"])
    touched = {word for entry in quotes for word in entry["content"][0]["exact"].split()}
    for one in found.attributions:
        if touched.isdisjoint(one.text.split()):
            assert one in merged


@settings(max_examples=60)
@given(cases(), st.sampled_from((0.0, 0.6)))
def test_check_says_of_each_entry_what_became_of_it(
    case: tuple[Extraction, list[dict[str, Any]]], least: float
) -> None:
    """Records of these tests have the confidence 0.5: with 0.6 as the least, no reader sees them."""
    found, quotes = case
    mine = file_of(quotes)
    report = check(mine, [Document("d", TEXT, "d.txt")], {"d": found}, least=least)
    told = {one.subject: one for one in report.findings if one.code in ("A202", "A203", "A204")}
    seen = set()
    for one in merge(found, TEXT, mine).attributions:
        if one.review == "unreviewed":
            continue
        entry = one.evidence[-1].detail.partition(":")[0]
        code = {"confirmed": None, "corrected": "A202", "added": "A203"}[one.review]
        if least:
            code = "A203"
            assert ("at confidence 0.50, under 0.6" in told[entry].message) == (one.review != "added")
        assert (told[entry].code if entry in told else None) == code
        seen.add(entry)
    assert {name for name, finding in told.items() if finding.code != "A204"} <= seen
    assert not (least and any(finding.code == "A204" for finding in told.values()))


@st.composite
def spans(draw: st.DrawFn) -> tuple[Extraction, list[dict[str, Any]], list[dict[str, Any]]]:
    """Figures and countries of the extractor at some words, entries about others."""
    at = st.lists(st.integers(0, COUNT - 1), unique=True, max_size=5)
    found = extraction(
        TEXT,
        figures=tuple(figure(TEXT, *offsets((word, word + 1)), word) for word in draw(at)),
        mentions=tuple(mention(TEXT, *offsets((word, word + 1)), draw(codes)) for word in draw(at)),
    )
    mine: list[list[dict[str, Any]]] = [[], []]
    for name, section in zip("fc", mine, strict=True):
        for number, (start, end) in enumerate(draw(st.lists(ranges, max_size=4))):
            entry = {
                "id": f"{name}{number}", "doc": "d", "span": {"exact": " ".join(WORDS[start:end])},
                "verdict": draw(st.sampled_from(("correct", "rejected", "unreviewed"))), "checked": CHECKED,
            }  # fmt: skip
            section.append(entry | ({"value": start} if name == "f" else {"codes": [draw(codes)]}))
    return found, mine[0], mine[1]


@settings(max_examples=60)
@given(spans(), st.randoms())
def test_figures_and_countries_too(
    case: tuple[Extraction, list[dict[str, Any]], list[dict[str, Any]]], random: Any
) -> None:
    found, figures, countries = case
    mine = annotations(TEXT, figures=figures, countries=countries)
    merged = merge(found, TEXT, mine)
    assert merge(merged, TEXT, mine) == merged
    shuffled = [random.sample(section, len(section)) for section in (figures, countries)]
    assert merge(found, TEXT, annotations(TEXT, figures=shuffled[0], countries=shuffled[1])) == merged
    decided = [entry["span"]["exact"] for entry in figures if entry["verdict"] != "unreviewed"]
    touched = {word for exact in decided for word in exact.split()}
    for one in found.figures:
        assert one in merged.figures or one.text in touched
