"""Figures, mistakes, calibration and floors from a hand-made document whose score is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coalition_cli.errors import InputError
from coalition_cli.evaluation.floors import below, read_floors
from coalition_cli.evaluation.gold import GoldAttribution, GoldDocument
from coalition_cli.evaluation.report import Report, evaluate
from coalition_cli.records import Attribution, Span, SpeakerReference

TEXT = "“We stay,” said Anna Berg. He wants peace. Anna Berg denied that it rained. Taxes rise, Bo Lund said."
ANNA = SpeakerReference("anna-berg", "Anna Berg", "person")
BO = SpeakerReference("bo-lund", "Bo Lund", "person")


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def found(content: str, source: str | None, *, speaker: SpeakerReference | None = None) -> Attribution:
    direct = "“" in TEXT[: at(content)[0]] and content == "We stay,"
    return Attribution(
        id=f"q-{content[:4]}",
        doc="d",
        line=1,
        kind="direct" if direct else "indirect",
        form="quotation" if direct else "reported",
        text=content,
        content=(Span.of(TEXT, *at(content)),),
        quoted=(),
        cue=None,
        source=None if source is None else Span.of(TEXT, *at(source)),
        speakers=() if speaker is None else (speaker,),
        stance="asserts",
        figures=(),
        countries=(),
        origin="rule:test",
        review="unreviewed",
        confidence=0.9,
    )


GOLD = GoldDocument(
    "d",
    TEXT,
    (
        GoldAttribution(
            (at("“We stay,”"),), (at("said"),), (at("Anna Berg"),), "direct", speakers=("anna-berg",)
        ),
        GoldAttribution(
            (at("that it rained"),), (), (at("Anna Berg denied"),), "indirect", speakers=("anna-berg",)
        ),
        GoldAttribution((at("Taxes rise"),), (), (at("Bo Lund"),), "indirect", speakers=("bo-lund",)),
        GoldAttribution((at("peace"),), (), (at("He"),), "indirect", speakers=()),
    ),
)
FOUND = (
    found("We stay,", "Anna Berg", speaker=ANNA),
    found("it rained", "Bo Lund", speaker=BO),
    found("Taxes rise", "Bo Lund"),
    found("said Anna Berg", None),
)


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate([(GOLD, FOUND)])


def test_figures(report: Report) -> None:
    rows = {row.name: row for row in report.rows}
    assert set(rows) == {"direct", "indirect", "direct+mixed", "all"}
    every = rows["all"]
    assert (every.gold, every.found) == (4, 4)
    assert (every.exact.precision.value, every.exact.recall.value) == (50.0, 50.0)
    assert every.overlap.f1.value == 75.0
    assert every.e2e.f1.value == 50.0
    assert every.source is not None and every.source.value == pytest.approx(66.7)
    assert every.speaker is not None and every.speaker.value == 50.0
    assert every.answered is not None and every.answered.value == pytest.approx(66.7)
    assert rows["direct"].e2e.f1.value == 100.0


def test_rows_by_form_where_the_gold_knows_forms() -> None:
    known = replace(GOLD, attributions=(replace(GOLD.attributions[0], form="quotation"),))
    rows = {row.name: row for row in evaluate([(known, FOUND[:2])]).rows}
    assert (rows["form quotation"].gold, rows["form quotation"].found) == (1, 1)
    assert (rows["form reported"].gold, rows["form reported"].found) == (0, 1)


def test_one_document_has_no_spread(report: Report) -> None:
    assert all(row.e2e.f1.low == row.e2e.f1.value == row.e2e.f1.high for row in report.rows)


def test_mistakes_by_cause(report: Report) -> None:
    assert [(one.cause, one.text.partition("⟦")[2].partition("⟧")[0]) for one in report.mistakes] == [
        ("false find", "said Anna Berg"),
        ("missed indirect", "peace"),
        ("wrong source", "it rained"),
        ("wrong speaker", "it rained"),
        ("no speaker", "Taxes rise"),
    ]
    assert {one.origin for one in report.mistakes} == {"rule:test", "none"}


def test_calibration_and_confusion(report: Report) -> None:
    (one,) = report.reliability
    assert (one.low, one.records, one.confidence, one.right) == (0.9, 4, 0.9, 0.5)
    assert report.confusion == {"direct": {"direct": 1}, "indirect": {"indirect": 2}}


def test_a_direct_quote_taken_for_indirect_is_a_mistake() -> None:
    reported = replace(FOUND[0], kind="indirect")
    causes = [one.cause for one in evaluate([(GOLD, (reported,))]).mistakes]
    assert "direct taken for indirect" in causes


def test_floors(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("all: {e2e: 50, overlap.recall: 75, speaker: 51}\nmixed: {e2e: 1}\n", encoding="utf-8")
    assert list(below(report.rows, read_floors(path))) == [
        "all: speaker 50.0 is below its floor of 51.0",
        "mixed: e2e has a floor of 1.0 and no figure",
    ]


@pytest.mark.parametrize("content", ["[1, 2]", "all: 3", "all: {e2e: high}", "all: {", "\x00"])
def test_a_broken_file_of_floors_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.yaml"):
        read_floors(path)
