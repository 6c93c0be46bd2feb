"""Whole texts in many styles, written for this: what is found in all, and what never happens in any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from domain_gold import Case, Expected, compare, is_right, read_cases

import coalition_cli
from coalition_cli.assemble import confident
from coalition_cli.cli.options import MIN_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

    from coalition_cli.records import Attribution, Extraction

CASES = tuple(read_cases())

# Precision and recall, with the right speaker, that the rules reached on these texts, less one record's.
FLOOR_ALL = (0.85, 0.81)
FLOOR_QUOTES = (0.91, 0.88)
PRECISION_SEEN = 0.95


@pytest.fixture(scope="module")
def rules() -> Language:
    """The pipeline with the rules alone, whatever else is installed."""
    return coalition_cli.load_nlp(engine="rules")


@pytest.fixture(scope="module")
def found(rules: Language) -> dict[str, Extraction]:
    """What the rules find in each text, at the confidence that the commands print."""
    return _extractions(rules)


@pytest.fixture(scope="module")
def found_by_default(nlp: Language) -> dict[str, Extraction]:
    """The same by the engine that users get unless they say otherwise."""
    return _extractions(nlp)


def _extractions(nlp: Language) -> dict[str, Extraction]:
    documents = [coalition_cli.Document(case.name, case.text, "-") for case in CASES]
    return {
        extraction.id: confident(extraction, MIN_CONFIDENCE)
        for extraction in coalition_cli.extract(nlp, documents)
    }


def _rates(found: dict[str, Extraction], *, quotes: bool) -> tuple[float, float]:
    """Precision and recall over all texts: content and speaker both right; `maybe` counts for nothing."""
    right = missed = wrong = 0
    for case in CASES:
        outcome = compare(case, found[case.name].attributions)
        pairs = [pair for pair in outcome.pairs if _counts(pair[0], quotes=quotes)]
        hits = sum(is_right(*pair) for pair in pairs)
        false = [one for one in outcome.false if one.is_quote or not quotes]
        right += hits
        wrong += len(pairs) - hits + len(false)
        missed += len(pairs) - hits + sum(_counts(one, quotes=quotes) for one in outcome.missed)
    return right / (right + wrong), right / (right + missed)


def _counts(one: Expected, *, quotes: bool) -> bool:
    return one.kind != "maybe" and not (quotes and one.kind == "indirect")


def test_attributions_reach_the_floors(found: dict[str, Extraction]) -> None:
    precision, recall = _rates(found, quotes=False)
    assert precision >= FLOOR_ALL[0]
    assert recall >= FLOOR_ALL[1]


def test_quotes_reach_the_floors(found: dict[str, Extraction]) -> None:
    precision, recall = _rates(found, quotes=True)
    assert precision >= FLOOR_QUOTES[0]
    assert recall >= FLOOR_QUOTES[1]


def test_quotes_that_users_see_are_right(found_by_default: dict[str, Extraction]) -> None:
    """Of what `coalition quotes` prints: real quotes, nobody named who did not say it; 84 of 87 today."""
    wrong = total = 0
    for case in CASES:
        outcome = compare(case, found_by_default[case.name].attributions)
        pairs = [(one, record) for one, record in outcome.pairs if _counts(one, quotes=True)]
        false = [record for record in outcome.false if record.is_quote]
        total += len(pairs) + len(false)
        wrong += len(false)
        wrong += sum(bool(record.speakers) and not is_right(one, record) for one, record in pairs)
    assert total > 80
    assert 1 - wrong / total >= PRECISION_SEEN


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_terms_in_marks_are_no_quotes(
    case: Case, found: dict[str, Extraction], found_by_default: dict[str, Extraction]
) -> None:
    said = [
        span.text
        for one in (*found[case.name].attributions, *found_by_default[case.name].attributions)
        if one.form == "quotation"
        for span in one.content
        if any(start - 1 <= span.start and span.end <= end + 1 for start, end in case.terms)
    ]
    assert not said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_spans_slice_the_text(
    case: Case, found: dict[str, Extraction], found_by_default: dict[str, Extraction]
) -> None:
    for one in (*found[case.name].attributions, *found_by_default[case.name].attributions):
        for span in (*one.content, *one.quoted, *filter(None, (one.cue, one.source))):
            assert case.text[span.start : span.end] == span.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_attributions_nest_only_in_turns_and_posts(case: Case, found: dict[str, Extraction]) -> None:
    plain = [one for one in found[case.name].attributions if one.form not in ("turn", "post")]
    for first, second in _pairs(plain):
        assert not any(a.start < b.end and b.start < a.end for a in first.content for b in second.content)


def _pairs(records: list[Attribution]) -> Iterable[tuple[Attribution, Attribution]]:
    return ((one, other) for number, one in enumerate(records) for other in records[number + 1 :])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_turns_and_posts_are_found_whole_and_nowhere_else(
    case: Case, found_by_default: dict[str, Extraction]
) -> None:
    own = [one for one in found_by_default[case.name].attributions if one.form in ("turn", "post")]
    outcome = compare(case, own)
    assert not [one.content for one in outcome.missed if one.kind in ("turn", "post")]
    assert not [one.text for one in outcome.false]
    assert all(one.kind == record.form for one, record in outcome.pairs)


def test_a_mark_never_closed_costs_at_most_its_paragraph(
    rules: Language, found: dict[str, Extraction]
) -> None:
    broken = next(case for case in CASES if case.name == "reopened")
    after = broken.text.index("Engineers from the capital")
    text = broken.text.replace("“We asked the state", " We asked the state")
    (mended,) = coalition_cli.extract(rules, [coalition_cli.Document("mended", text, "-")])
    assert _behind(found["reopened"], after) == _behind(confident(mended, MIN_CONFIDENCE), after)


def _behind(extraction: Extraction, offset: int) -> list[str]:
    return [one.text for one in extraction.attributions if one.content[0].start >= offset]
