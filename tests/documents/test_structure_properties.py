"""What holds for the blocks of any text whatever."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.documents.structure import read_blocks

LINES = st.sampled_from(
    [
        "",
        "   ",
        "Q. Will you go?",
        "Q: Why?",
        "A: Because.",
        "THE PRESIDENT: We will.",
        "John Smith:",
        "Jane Roe",
        "John Smith: I think so.",
        "(Applause.)",
        "Subscribe",
        "Comments",
        "+32 2 298 56 91",
        "10.04.2025",
        "Remarks by John Smith at the forum",
        "By Jane Roe",
        "“We will,” she said.",
        "# Title",
        "- a point",
        "— Jane Roe (@jroe) April 10, 2025",
        "It stays. pic.twitter.com/abc",
        "https://example.org/x",
        "…",
        "17",
        "Kyiv (AFP) – Officials said on Monday that the road to the east was open again.",
        "\u200b",
        "\x85",
        "\ufeff",
        "We met on Tuesday night and agreed, after four hours, to keep the old ferry for one more year.",
        "the words of a line that was wrapped in the middle of its sentence, as",
        "**Bold?**",
        "**JANE ROE: Why do you ask?**",
        "[00:12] JANE ROE: I ask. (Laughs.)",
        "Q",
        "A",
        ":",
        "(@x)",
    ]
)
TEXTS = st.one_of(
    st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=30).map("\n".join),
    st.lists(LINES, max_size=30).map("\r\n".join),
    st.text(max_size=200),
)
LABEL = re.compile(r"[^\n]{0,140}")


@given(TEXTS)
def test_blocks_are_in_order_and_tight(text: str) -> None:
    last = 0
    for block in read_blocks(text):
        assert last <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        last = block.end


@given(TEXTS)
def test_only_labels_are_left_out(text: str) -> None:
    """What no block covers is white space or stands before the words of a turn, a label in its shape."""
    last = 0
    for block in [*read_blocks(text), None]:
        gap = text[last : block.start if block else len(text)].strip()
        if gap:
            assert block is None or block.kind in ("question", "answer", "remarks") or _is_label(gap)
            assert all(_is_label(line) for line in gap.split("\n") if line.strip())
        last = block.end if block else last


def _is_label(line: str) -> bool:
    line = line.strip()
    if not line.strip("*_ ") or line.endswith("]"):  # the end of bold type; a time
        return True
    return line.rstrip("*_ ")[-1:] in (":", ".", ")") or line in ("Q", "A") or line[:1].isupper()


@given(TEXTS)
def test_sources_lie_in_the_text(text: str) -> None:
    for block in read_blocks(text):
        if block.source is not None:
            start, end = block.source
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
            assert block.kind in ("remarks", "answer", "question", "post")


def test_nothing_gives_nothing() -> None:
    assert read_blocks("") == read_blocks(" \n\t\n") == []


def test_one_line_of_five_megabytes_is_one_block_in_time() -> None:
    text = "The ferry stays, the mayor said. " * 150_000
    began = time.process_time()
    assert [block.kind for block in read_blocks(text)] == ["paragraph"]
    assert time.process_time() - began < 5


REPEATED = [
    "Q. Why? (@x)\n",
    "Jane Roe\n",
    "Subscribe\n",
    "JOHN: I do.\n",
    "- - - - \n",
    "((((((((\n",
    "It stays.\n— Jane Roe (@jroe)\n",
    "+32 2 298 56 91\n",
    "The ferry stays in the harbour, the mayor of the town said, and then\nshe went on to say that",
]
"""Lines that several finders look at."""

NASTY = [
    "1-" * 60 + "x",
    "1" * 190 + "x",
    "0" * 190 + "x",
    "0 " * 90 + "x",
    "http://a" * 20 + " word",
    "#a" * 90 + " word",
    "A" * 200_000,
    "A " * 100_000 + "(@x)",
    "." * 200_000 + "x",
    "-" * 200_000 + "(@x)",
    "A" + " " * 200_000 + "b: c (@x)",
    "(" * 200_000,
    "*" * 200_000 + "Q.",
    "Remarks by " + "A " * 100_000,
    "A, " * 100_000 + "AP) - x",
]
"""Lines that make a careless pattern try ever more ways to split them."""


@pytest.mark.parametrize("line", REPEATED)
def test_many_lines_cost_what_a_line_costs(line: str) -> None:
    began = time.process_time()
    read_blocks(line * 5_000)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("line", NASTY, ids=lambda line: line[:8])
def test_no_line_takes_long(line: str) -> None:
    began = time.process_time()
    read_blocks(f"Council keeps ferry\n{line}\nThe ferry stays.\n{line}")
    assert time.process_time() - began < 2
