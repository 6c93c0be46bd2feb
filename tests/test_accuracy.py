"""The extraction on the seeds, without annotations, stays above its committed floors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coalition_cli import Document, extract
from coalition_cli.assemble import confident
from coalition_cli.cli.options import MIN_CONFIDENCE
from coalition_cli.evaluation.annotated import read_annotated
from coalition_cli.evaluation.floors import below, read_floors
from coalition_cli.evaluation.report import evaluate
from coalition_cli.speakers.corpus import unify

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent


def test_the_seeds_stay_above_their_floors(nlp: Language, seed_texts: dict[str, str]) -> None:
    gold = {one.id: one for one in read_annotated(ROOT / "data" / "annotations.yaml", seed_texts)}
    documents = [Document(name, text, "-") for name, text in seed_texts.items()]
    found = [confident(one, MIN_CONFIDENCE) for one in unify(tuple(extract(nlp, documents)))]
    report = evaluate([(gold[one.id], one.attributions) for one in found])
    assert list(below(report.rows, read_floors(ROOT / "benchmarks" / "floors-seeds.yaml"))) == []


def test_no_term_in_marks_is_reported_as_a_quote(nlp: Language, seed_texts: dict[str, str]) -> None:
    documents = [Document(name, text, "-") for name, text in seed_texts.items()]
    quoted = {
        span.text.strip(",.").lower()
        for one in extract(nlp, documents)
        for attribution in one.attributions
        if attribution.form == "quotation"
        for span in attribution.quoted
    }
    assert quoted & {"coalition of the willing", "strategic", "us backstop", "reassurance force"} == set()
    assert any("real and substantial" in words for words in quoted)
