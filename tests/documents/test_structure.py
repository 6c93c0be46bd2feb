"""Whole texts, line by line: the five seeds, and one small text for each convention of transcripts and pages.

A file in `cases/` has one line of a text a row, `KIND@SOURCE | the line`: the kind of the block that the line
becomes and, where it has one, the text that its source span covers; `KIND+KIND` where one line holds two
blocks; nothing before the bar for a blank line and for a label on a line of its own, which no block covers.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from textwrap import wrap

import pytest

from coalition_cli.documents.structure import read_blocks

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))

KALLAS = "High Representative/Vice-President Kaja Kallas"
REMARKS, ANSWER = f"remarks@{KALLAS}", f"answer@{KALLAS}"

SEEDS = {
    "000_b95f53c6efcc4422": {
        (1,): "heading", (3, 4): "dateline", (5,): "byline", (7,): "furniture",
        (9, 11, 13, 15, 17, 19): REMARKS, (21,): "heading",
        (23, 27, 31, 36, 40, 44): "question", (25, 29, 34, 38, 42, 46, 48): ANSWER,
        (50,): "furniture", tuple(range(53, 68)): "contact",
    },
    "001_e8b7a3960f14f669": {
        tuple(range(1, 7)): "furniture", (7,): "byline", (9,): "heading",
        tuple(range(11, 48, 2)): "paragraph", tuple(range(49, 61)): "furniture",
    },
    "002_9dbf6375c5c84b83": {
        (1, 7, 12, 16, 21): "heading", (2, 24): "furniture", (3,): "dateline", (4,): "byline",
        (5, 6, 8, 9, 10, 11, 13, 14, 15, 17, 18, 19, 20, 22, 23): "paragraph",
    },
    "003_57bb9920ab05aaff": {(1,): "furniture", (2,): "heading", tuple(range(3, 11)): "paragraph"},
    "004_770c42aca94b88d9": {
        (1,): "dateline+paragraph", (2, 7, 8, 9, 10, 16, 17, 18): "paragraph",
        (3,): "post@John Healey", (4,): "post@John Healey+furniture",
        (11, 12): "post@Jürgen Nauditt", (13,): "post@Jürgen Nauditt+furniture",
        (5, 6, 14, 15): "furniture", (19,): "byline",
    },
}  # fmt: skip


def read_case(path: Path) -> tuple[str, list[str]]:
    """The text of a case and what is expected of each of its lines."""
    rows = [row.partition("| ") for row in path.read_text(encoding="utf-8").splitlines()]
    return "\n".join(line for _, _, line in rows), [expected.strip() for expected, _, _ in rows]


def describe(text: str) -> list[str]:
    """Every line of a text, said as a case says it: the blocks that lie on it."""
    found, begin = [], 0
    blocks = read_blocks(text)
    for line in text.split("\n"):
        end = begin + len(line)
        on_line = [block for block in blocks if block.start < end and block.end > begin]
        found.append("+".join(b.kind + (f"@{text[slice(*b.source)]}" if b.source else "") for b in on_line))
        begin = end + 1
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    text, expected = read_case(path)
    assert describe(text) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_seed(seed: str, seed_texts: dict[str, str]) -> None:
    found = describe(seed_texts[seed])
    expected = [""] * len(found)
    for lines, kind in SEEDS[seed].items():
        for line in lines:
            expected[line - 1] = kind
    assert found == expected


def test_post_is_one_block_of_all_its_lines(seed_texts: dict[str, str]) -> None:
    text = seed_texts["004_770c42aca94b88d9"]
    posts = [text[block.start : block.end] for block in read_blocks(text) if block.kind == "post"]
    assert len(posts) == 2
    assert posts[0].startswith("In Brussels today") and posts[0].endswith("in the peace.")
    assert posts[1].startswith("The coalition of the unwilling.") and posts[1].endswith("the Baltic…")


def test_label_is_no_part_of_its_turn(seed_texts: dict[str, str]) -> None:
    text = seed_texts["000_b95f53c6efcc4422"]
    asked = [text[block.start : block.start + 5] for block in read_blocks(text) if block.kind == "question"]
    assert asked == ["It is", "Could", "The U", "The F", "Could", "Will "]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_one_block(end: str) -> None:
    text, expected = read_case(next(path for path in CASES if path.stem == "hard_wrapped"))
    text = text.replace("\n", end)
    kinds = [kind for kind, _ in groupby(block.kind for block in read_blocks(text))]
    assert kinds == ["heading", "paragraph"]
    assert len(read_blocks(text)) == 3
    assert expected.count("paragraph") == 7


def test_link_and_title_do_not_hide_that_a_text_is_wrapped() -> None:
    text, _ = read_case(next(path for path in CASES if path.stem == "wrapped_with_link"))
    said = [text[block.start : block.end] for block in read_blocks(text) if block.kind == "remarks"]
    assert [words.split()[0] for words in said] == ["Governor,", "As", "Thank", "We"]
    assert said[1].endswith("day, as\n— we hope — in many years to come.")


NOT_WRAPPED = {
    "paragraphs of a line": "\n".join(
        f"The {name} was told to wait until the river fell, and it did so with much patience on Friday."
        for name in ("ferry", "harbour", "old mayor of the town", "council", "fire brigade")
    ),
    "a list": "\n".join(
        f"- {name} and all that belongs to it" for name in ("bread", "a dozen eggs", "milk", "two fish")
    ),
    "verses": "The river runs\nbeneath the town,\nit carries logs\nand stones along\nto where the sea ends.",
}


@pytest.mark.parametrize("name", NOT_WRAPPED)
def test_lines_of_a_text_that_is_not_wrapped_stay_apart(name: str) -> None:
    lines = NOT_WRAPPED[name].split("\n")
    assert len(read_blocks(f"Council keeps ferry\n\n{NOT_WRAPPED[name]}")) == len(lines) + 1


def test_bullets_of_a_wrapped_text_stay_apart() -> None:
    text, _ = read_case(next(path for path in CASES if path.stem == "wrapped_with_link"))
    entries = ["We have built:", "— a quay,", "— a dock and", "— a road."]
    text += "\n\n" + "\n".join(entries)
    assert [text[block.start : block.end] for block in read_blocks(text)][-4:] == entries


def test_turns_of_a_wrapped_text_without_blank_lines_stay_apart() -> None:
    text = (
        "CHAIR ROE.  Good afternoon.  My colleagues and I have met, and we have agreed to\n"
        "leave the tolls where they are.  The river is calm, and we watch it closely, as\n"
        "we have done for all of these eleven years, in which I was glad to be of service.\n"
        "QUESTION.  Madam Chair, when do you expect the river to rise, and what will you\n"
        "do about it when it does?\n"
        "CHAIR ROE.  We shall see.\n"
    )
    said = [text[block.start : block.start + 12] for block in read_blocks(text)]
    assert said == ["Good afterno", "Madam Chair,", "We shall see"]


def test_edges_of_pages_are_furniture() -> None:
    page = (
        "The ferry stays\n{} of 3\nIt was the council that said so on Monday night, after four long hours.\n"
    )
    text = "".join(page.format(number) for number in (1, 2, 3))
    kinds = [(block.kind, text[block.start : block.end].split()[0]) for block in read_blocks(text)]
    assert kinds[:4] == [("furniture", "The"), ("furniture", "1"), ("paragraph", "It"), ("furniture", "The")]


WRAPPED_TALK = """HOST
Do you keep the old boats here, the ones
that your father built?
GUEST
Most of them. I like the feel of
wood. It seems kinder.
HOST
Who sails them?
GUEST
I do, and on a quiet day in the spring the
children of the village sail with me. We
go out to the islands.
"""


def test_labels_alone_on_their_lines_end_wrapped_turns() -> None:
    blocks = read_blocks(WRAPPED_TALK)
    assert [WRAPPED_TALK[slice(*block.source)] for block in blocks if block.source] == ["HOST", "GUEST"] * 2
    assert [WRAPPED_TALK[block.start : block.end].count("\n") for block in blocks] == [1, 1, 0, 2]


@pytest.mark.parametrize("width", [24, 60])
def test_turns_below_a_label_with_a_time_are_one_block_each(width: int) -> None:
    said = (
        "You are listening to the harbour show, and here is our man Tom.",
        "Joining us today is the keeper of the light, good to see you.",
        "Good to see you too, how are you and the gulls on your roof?",
    )
    lines = ("\n".join(wrap(words, width)) for words in said)
    text = "".join(f"Speaker {n % 2 + 1} (00:{n}1):\n{words}\n" for n, words in enumerate(lines))
    found = [text[block.start : block.end].replace("\n", " ") for block in read_blocks(text)]
    assert found == list(said)


@pytest.mark.parametrize("line", ["Harbour", "Advertisement", "It was late:", "They left"])
def test_other_short_lines_part_no_wrapped_paragraph(line: str) -> None:
    text = f"{line}\nthe ferry came in with the tide.\n\n" * 3
    assert len(read_blocks(text)) == len(read_blocks(text.replace(line, "The boat and")))
