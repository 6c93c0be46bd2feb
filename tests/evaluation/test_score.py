"""Our figures are the field's: on any gold and any finds, `all` is what benchmarks/score.py computes."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.evaluation.gold import GoldAttribution, GoldDocument
from coalition_cli.evaluation.report import evaluate
from coalition_cli.records import Attribution, Span

SCORER = Path(__file__).parents[2] / "benchmarks" / "score.py"
TEXT = "The mayor said that taxes rise. “We pay,” said Anna Berg, who wants to stay. Nobody told us why."
SIZE = len(TEXT)

offsets = st.tuples(st.integers(0, SIZE - 1), st.integers(1, 30)).map(
    lambda one: (one[0], min(SIZE, sum(one)))
)


def score_module() -> object:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


score = score_module()


def found(content: tuple[int, int], source: tuple[int, int] | None) -> Attribution:
    return Attribution(
        id="q",
        doc="d",
        line=1,
        kind="indirect",
        form="reported",
        text="",
        content=(Span.of(TEXT, *content),),
        quoted=(),
        cue=None,
        source=None if source is None else Span.of(TEXT, *source),
        speakers=(),
        stance="asserts",
        figures=(),
        countries=(),
        origin="rule:x",
        review="unreviewed",
        confidence=0.5,
    )


def has_letters(span: tuple[int, int] | None) -> bool:
    """A source without letters is one no find can share a letter with; the corpora have none."""
    return span is None or any(map(str.isalnum, TEXT[slice(*span)]))


@given(
    st.lists(st.tuples(offsets, st.none() | offsets), max_size=4),
    st.lists(st.tuples(offsets, st.none() | offsets), max_size=4),
)
def test_all_is_what_the_scorer_says(golds: list[tuple], finds: list[tuple]) -> None:  # type: ignore[type-arg]
    golds = [one for one in golds if has_letters(one[1])]
    attributions = [
        GoldAttribution((content,), (), (source,) if source else (), "indirect") for content, source in golds
    ]
    report = evaluate([(GoldDocument("d", TEXT, tuple(attributions)), [found(*one) for one in finds])])
    gold_lines = [{"content": [one.content[0]], "source": list(one.source)} for one in attributions]
    found_lines = [{"content": content, "speaker": source, "speaker_text": None} for content, source in finds]
    gold_line = {"id": "d", "text": TEXT, "attributions": gold_lines}
    found_line = {"id": "d", "quotes": found_lines}
    theirs = score.score([gold_line], [found_line])["all"]  # type: ignore[attr-defined]
    ours = next((row for row in report.rows if row.name == "all"), None)
    if ours is None:
        assert theirs["gold"] == theirs["pred"] == 0
        return
    for measure in ("exact", "overlap", "e2e"):
        mine = getattr(ours, measure)
        for part, name in (("precision", "p"), ("recall", "r"), ("f1", "f1")):
            assert getattr(mine, part).value == pytest.approx(100 * theirs[measure][name], abs=0.051)


@pytest.mark.parametrize(("end", "f1"), [(5, 100.0), (3, 0.0)])
def test_half_of_the_letters_is_enough(end: int, f1: float) -> None:
    gold = GoldAttribution(((0, len("The mayor")),), (), (), "indirect")
    report = evaluate([(GoldDocument("d", TEXT, (gold,)), [found((0, end), None)])])
    (row,) = (row for row in report.rows if row.name == "all")
    assert row.overlap.f1.value == f1
