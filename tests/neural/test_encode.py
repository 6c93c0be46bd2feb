"""Pieces slice back into the text, whatever it holds."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_cli.neural.encode import BLANK_BREAK, BREAK, SEP, encode
from coalition_cli.neural.marks import CLOSING, INSIDE, OPENING, OUTSIDE, SINGLE, UNCLOSED, mark_states
from coalition_cli.neural.windows import plan


def test_words_are_found_where_they_stand_after_astral_characters(tokenizer):
    text = "🎉🎉 Müller 𝔘 said: “No.”\n\nŽofie naïve 👩‍👩‍👧 agreed"
    pieces = encode(text, tokenizer)
    words = [text[s:e] for s, e, first in zip(pieces.starts, pieces.ends, pieces.first, strict=True) if first]
    for word in ("said", "“", "No", "”", "agreed"):
        assert word in words
    joined = {text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)}
    assert "\n\n" in joined


@pytest.mark.parametrize("text", ["‘‘It’s late,’’ he said.", "``It’s late,'' he said."])
def test_two_single_marks_read_as_one_double_mark(tokenizer, text):
    doubled = encode("“It’s late,” he said.", tokenizer)
    typed = encode(text, tokenizer)
    assert typed.ids.tolist() == doubled.ids.tolist()
    words = [text[s:e] for s, e, first in zip(typed.starts, typed.ends, typed.first, strict=True) if first]
    assert words[-3:] == ["he", "said", "."]


def test_paragraph_breaks_tell_blank_lines_from_line_ends(tokenizer):
    pieces = encode("one\ntwo\n\nthree", tokenizer)
    assert pieces.features[pieces.ids == SEP, 2].tolist() == [BREAK, BLANK_BREAK]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "\x00", "\ufeff"])
def test_text_without_words_has_no_pieces_that_carry_tags(text, tokenizer):
    assert not encode(text, tokenizer).first.any()


@given(st.text())
def test_pieces_are_in_order_and_inside_the_text(tokenizer, text):
    pieces = encode(text, tokenizer)
    assert (pieces.starts <= pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert not len(pieces) or pieces.ends.max() <= len(text)


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ('a "b" c', [OUTSIDE] * 2 + [OPENING, INSIDE, CLOSING] + [OUTSIDE] * 2),
        ("“a", [OPENING, UNCLOSED]),
        ("'ab' c", [OPENING, SINGLE, SINGLE, CLOSING, OUTSIDE, OUTSIDE]),
        ("it's b's", [OUTSIDE] * 8),
        ("a” b", [OUTSIDE] * 4),
    ],
)
def test_mark_states(line, states):
    assert mark_states(line).tolist() == states


@given(st.text(alphabet="a '\"“”‘’.", max_size=60))
def test_mark_states_cover_the_line(line):
    assert len(mark_states(line)) == len(line)


@given(
    st.integers(1, 4000),
    st.lists(st.integers(1, 4000), max_size=40),
    st.integers(40, 446),
    st.integers(0, 64),
)
@settings(deadline=None)
def test_windows_cover_every_piece_and_keep_to_their_size(length, breaks, longest, overlap):
    at = np.array(sorted({b for b in breaks if b < length}), dtype=np.int32)
    windows = plan(at, length, longest, overlap)
    assert windows[0].start == 0
    assert windows[-1].end == length
    assert all(0 < w.end - w.start <= longest for w in windows)
    assert all(before.start < after.start <= before.end for before, after in pairwise(windows))


@pytest.mark.parametrize(
    ("breaks", "starts"),
    [
        ([60, 95], [0, 60]),  # the last paragraph break that leaves overlap enough
        ([60, 70, 95], [0, 70]),
        ([50, 95], [0, 75]),  # too far back: read again for nothing
        ([80, 95], [0, 75]),  # too near the end
        ([50], [0, 80]),  # no break in the last third, so the window is full
    ],
)
def test_a_window_begins_where_a_paragraph_does(breaks, starts):
    windows = plan(np.array(breaks, dtype=np.int32), 150, 100, 20)
    assert [window.start for window in windows] == starts
