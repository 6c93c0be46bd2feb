"""Long texts are cut at good places and lose nothing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.documents.pieces import cut_pieces
from coalition_cli.documents.structure import read_blocks


@given(st.text(alphabet="ab. \n", max_size=300), st.integers(2, 50))
def test_pieces_are_the_text(text: str, limit: int) -> None:
    pieces = cut_pieces(text, read_blocks(text), limit)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(end - start <= limit for start, end in pieces)
    assert all(one[1] == other[0] for one, other in pairwise(pieces))


def test_a_block_is_the_best_place_to_cut() -> None:
    text = "One two.\n\nThree four. Five six seven."
    assert cut_pieces(text, read_blocks(text), 30)[0] == (0, 10)
    assert cut_pieces(text, [], 30)[0] == (0, 22)
