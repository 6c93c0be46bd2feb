"""Whose words are a country's position, and whose are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coalition_cli.countries.voices import speaks_for
from coalition_cli.documents.document import Document
from coalition_cli.extraction import extract
from coalition_cli.pipeline import load_nlp

if TYPE_CHECKING:
    from spacy.language import Language

VOICES = [
    ("Nepal", None, True),
    ("Nepal's government", None, True),
    ("Anna Berg", "Nepalese foreign minister", True),
    ("Nepal's opposition", None, False),
    ("Anna Berg", "Nepalese opposition leader", False),
    ("Nepalese rebels", None, False),
    ("Anna Rebelo", "Nepalese minister", True),
]


@pytest.fixture(scope="module")
def rules() -> Language:
    return load_nlp(engine="rules")


@pytest.mark.parametrize(("name", "role", "expected"), VOICES)
def test_who_speaks_for_a_country(name: str, role: str | None, expected: bool) -> None:
    assert speaks_for(name, role) is expected


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Nepal's government said that it was late.", 1),
        ("Nepal's opposition said that it was late.", 0),
    ],
)
def test_positions(rules: Language, text: str, positions: int) -> None:
    (found,) = extract(rules, [Document("a", text, "-")])
    (nepal,) = found.countries
    assert (nepal.code, len(nepal.positions)) == ("NP", positions)
