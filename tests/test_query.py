"""Which records the filters take, without a parser."""

from __future__ import annotations

import pytest

from coalition_cli.query import Corpus, Filters, doc_matches, select
from coalition_cli.records import Attribution, Extraction, Span


def said(number: int, *countries: str) -> Attribution:
    return Attribution(
        id=f"q{number}", doc="d", line=1, kind="direct", form="quotation", text="Yes.",
        content=(Span(number, number + 1, "Y"),), quoted=(), cue=None, source=None, speakers=(),
        stance="asserts", figures=(), countries=countries, origin="rule:test", review="unreviewed",
        confidence=0.9,
    )  # fmt: skip


CORPUS = Corpus((Extraction("d", "0" * 64, None, (said(0, "FI"), said(1, "FR"), said(2)), (), (), ()),))


@pytest.mark.parametrize(
    ("countries", "found"),
    [
        ((), ["q0", "q1", "q2"]),
        (("Finland",), ["q0"]),
        (("finnish", "FR"), ["q0", "q1"]),
        (("Atlantis",), []),  # a name that is no country's is no filter left out
        (("Atlantis", "FR"), ["q1"]),
    ],
)
def test_countries(countries: tuple[str, ...], found: list[str]) -> None:
    assert [one.id for one in select(CORPUS, Filters(countries=countries))] == found


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("talks", True),
        ("tal", True),
        ("*lks", True),
        ("talks.txt", True),
        ("news/may/talks.txt", True),
        ("may/news/talks.md", True),
        ("alks", False),
        ("news/talks.xlsx", False),  # no text that is ever read
        ("news/talks", False),
        ("news/small-talks.txt", False),
    ],
)
def test_a_document_by_its_id_or_its_file(pattern: str, fits: bool) -> None:
    assert doc_matches("talks", (pattern,)) is fits
