"""Long texts are cut at good places and lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.documents.pieces import split_text


@given(st.text(alphabet="ab. \n", max_size=300), st.integers(2, 50))
def test_pieces_are_the_text(text: str, limit: int) -> None:
    pieces = list(split_text(text, limit))
    assert "".join(piece for _, piece, _ in pieces) == text
    assert all(text[offset : offset + len(piece)] == piece for offset, piece, _ in pieces)
    assert all(len(piece) <= limit for _, piece, _ in pieces)
    assert [last for _, _, last in pieces] == [False] * (len(pieces) - 1) + [True]


def test_a_paragraph_is_the_best_place_to_cut() -> None:
    text = "One two.\n\nThree four. Five six seven."
    assert [piece for _, piece, _ in split_text(text, 16)][0] == "One two.\n\n"
