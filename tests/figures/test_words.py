"""Numbers in words and signs, without a parse."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.figures.atoms import find_atoms

_STARTS = re.compile(r"\d+|[a-z]+", re.IGNORECASE)
_WORDS = {
    "zero",
    "one",
    "two",
    "three",
    "five",
    "six",
    "seven",
    "twelve",
    "eighteen",
    "twenty",
    "thirty",
    "sixty",
    "hundred",
    "thousand",
    "million",
    "billion",
    "dozen",
}


def atoms(text):
    starts = [
        found.start()
        for found in _STARTS.finditer(text)
        if found[0].isdecimal() or found[0].lower() in _WORDS
    ]
    return list(find_atoms(text, starts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six", [6]),
        ("twenty-two thousand three hundred and five", [22305]),
        ("two and three", [2, 3]),
        ("eighteen hundred", [1800]),
        ("one hundred thousand", [100000]),
        ("a million", [1000000]),
        ("half a million", [500000]),
        ("a half million", [500000]),
        ("half-dozen", [6]),
        ("five and a half", [5.5]),
        ("two million three hundred thousand", [2300000]),
        ("one two", [1, 2]),
        ("several hundred", []),
        ("1.2 trillion", [1200000000000]),
        ("10.5m people", [10500000]),
        ("$3.5m and £4bn", [3500000, 4000000000]),
        ("73,000 and 1,234,567.5", [73000, 1234567.5]),
        ("5th, 5G, A320, F-16, v2.0.1", []),
        ("3 dozen", [36]),
    ],
)
def test_values(text, expected):
    assert [atom.value for atom in atoms(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$5", "USD"),
        ("EUR 5m", "EUR"),
        ("5 million euros", "EUR"),
        ("5%", "%"),
        ("5 per cent", "%"),
        ("5km", "km"),
        ("5 percentage points", "percentage points"),
        ("5 people", None),
        ("20m high", "m"),
    ],
)
def test_units(text, unit):
    (atom,) = atoms(text)
    assert atom.unit == unit


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_separators_keep_their_value(number):
    (atom,) = atoms(f"x {number:,} y")
    assert atom.value == number
