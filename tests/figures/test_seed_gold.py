"""Every figure in the five seeds, read by hand: words, value or range, bound, qualifier, what is counted."""

from __future__ import annotations

import pytest

GOLD = {
    "000_b95f53c6efcc4422": [
        ("73,000", 73000, "at least", "over", "Ukrainian soldiers"),
        ("10,000 and 25,000", (10000, 25000), "exactly", "between", "soldiers"),
    ],
    "001_e8b7a3960f14f669": [
        ("30", 30, "exactly", None, "countries"),
        ("33", 33, "exactly", None, "delegations"),
        ("50", 50, "about", "some", "countries"),
    ],
    "002_9dbf6375c5c84b83": [
        ("30", 30, "exactly", None, "countries"),
        ("33", 33, "exactly", None, "delegations"),
        ("50", 50, "about", "around", "countries"),
    ],
    "003_57bb9920ab05aaff": [("six", 6, "exactly", "only", "countries")],
    "004_770c42aca94b88d9": [
        ("30", 30, "exactly", None, "countries"),
        ("249", 249, "exactly", None, "military satellites"),
        ("17", 17, "exactly", None, "military satellites"),
        ("six", 6, "exactly", "only", "operational military satellites"),
        ("30", 30, "exactly", None, "countries"),
        ("six", 6, "exactly", None, "countries"),
        ("six", 6, "exactly", "Only", "countries"),
        ("30", 30, "exactly", None, "countries"),
        # "the six include" takes up the six of the line before
        ("10,000 and 30,000", (10000, 30000), "exactly", "between", "allied troops"),
    ],
}


@pytest.mark.parametrize("name", GOLD)
def test_every_figure_and_no_other(name, seed_texts, figures):
    text = seed_texts[name]
    found = [
        (
            text[hit.start : hit.end],
            (hit.low, hit.high) if hit.value is None else hit.value,
            hit.bound,
            hit.qualifier,
            hit.counted,
        )
        for hit in figures(text)
    ]
    assert found == GOLD[name]
    assert all(hit.unit is None for hit in figures(text))
