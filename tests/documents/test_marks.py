"""Quotation marks: text → the stretches between them, with their depth; `~` marks one that goes on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.documents.document import Block
from coalition_cli.documents.marks import Quotation, pair_marks


def paragraphs(text: str) -> list[Block]:
    """Every line that is not blank as a paragraph."""
    return [Block(match.start(), match.end(), "paragraph") for match in re.finditer(r"\S[^\n]*(?<=\S)", text)]


def shown(text: str) -> list[str]:
    """The quotations, `>` before each for every one around it, `~` behind one that goes on."""
    found = pair_marks(text, paragraphs(text))
    return [">" * one.depth + text[one.start : one.end] + "~" * one.continues for one in found]


TABLE = [
    # Every style of double marks.
    ('"We sail," he said. "Today."', ["We sail,", "Today."]),
    ("“We sail,” he said. “Today.”", ["We sail,", "Today."]),
    ("„We sail“, he said.", ["We sail"]),
    ("«We sail», he said.", ["We sail"]),
    ("``We sail,'' he said.", ["We sail,"]),
    ("\"We sail,'' he said.", ["We sail,"]),
    ("\"We sail,\" he said. ''Ello!'", ["We sail,", "'Ello!"]),
    ('“We sail," he said. "Today.”', ["We sail,", "Today."]),
    ('He said:"We sail."', ["We sail."]),
    ("The ship (“Aurora”) sails—“today”—again.", ["Aurora", "today"]),
    ("”We sail,” he said.", ["We sail,"]),
    # Single marks.
    ("‘We sail,’ he said. ‘Today.’", ["We sail,", "Today."]),
    ("'We sail,' he said. 'Today.'", ["We sail,", "Today."]),
    ("‘It’s the sailors’ ship,’ he said.", ["It’s the sailors’ ship,"]),
    ("She said, 'I don't know what the boys' names are.'", ["I don't know what the boys' names are."]),
    ("A ‘sail’ and an ‘oar’", ["sail", "oar"]),
    ("''Ello there, it's a sail,' he said.", ["'Ello there, it's a sail,"]),
    ("The dog''s bone", []),
    ("‘‘It’s the law,’’ he said, ‘‘and it’s late.’’", ["It’s the law,", "and it’s late."]),
    ("She wrote ‘‘He said ‘no’ to me’’ and left.", ["He said ‘no’ to me", ">no"]),
    ("A spokesman said: ‘We confirm that the train’s late.", ["We confirm that the train’s late."]),
    ("It was the players’ day, and ‘the nineties were over.", []),
    ("'There's somethin' up with nothin' done,' he said.", ["There's somethin' up with nothin' done,"]),
    ("The 'plug-in' works and the 'add-on' fails.", ["plug-in", "add-on"]),
    # Marks in marks.
    ("“He told me ‘never’ and left,” he said.", ["He told me ‘never’ and left,", ">never"]),
    ("‘He told me “never” and left,’ he said.", ["He told me “never” and left,", ">never"]),
    ("“He told me “never” and left,” he said.", ["He told me “never” and left,", ">never"]),
    # Apostrophes, measures and elisions are none.
    ("The ’90s, the '90s, rock ’n’ roll, rock 'n' roll, get ’em, O’Neill’s and the ministers’ plan", []),
    ("The ministers’ plan and the sailors’ ship", []),
    ("He is 6'2\" tall and the pipe 5\" wide.", []),
    ('"A 5" pipe is enough," he said. "Yes."', ['A 5" pipe is enough,', "Yes."]),
    ('"We won in 2016" and "lost in 2020"', ["We won in 2016", "lost in 2020"]),
    # Speech over several paragraphs.
    ("“We sail.\n\n“Today.\n\n“Now,” he said.", ["We sail.~", "Today.~", "Now,"]),
    ('He spoke. "We sail.\n\n"Today," he said.', ["We sail.~", "Today,"]),
    ("‘We sail.\n\n‘Today,’ he said.", ["We sail.~", "Today,"]),
    ("He said: 'We sail. It's the crew's wish.\n\n'I don't mind.\n\n'Come,' he said. 'Now.'",
     ["We sail. It's the crew's wish.~", "I don't mind.~", "Come,", "Now."]),
    ("'400 men sail.\n\n'Today,' he said.", ["400 men sail.~", "Today,"]),
    ("He said: '400 men sail.\n\n'Today,' he said.", ["400 men sail.~", "Today,"]),
    ("He said: 'The sailors' ship is late.\n\n'It'll come.'",
     ["The sailors' ship is late.~", "It'll come."]),
    ("It was the 'wrong road.\n\n'We sail,' he said.", ["We sail,"]),
    ("It's '40 and cold.\n\n'We sail,' he said.", ["We sail,"]),
    ("He said: 'We sail.\n\n'Twas late.", []),
    ("'We sail, he said.\n\n'Today, he said.", []),
    # Captions and other short lines between, which quote nothing and do not count; a longer text does.
    ("He said: “We sail.\n\nThe ship in May\n\n“Today.”", ["We sail.~", "Today."]),
    ("He said: ‘Go.\n\n‘That’s it.\n\nAd\n\nAd\n\n‘It rains.’", ["Go.~", "That’s it.~", "It rains."]),
    ("He said: 'We sail.\n\nThe ship in May\n\n'Today.'", ["We sail.~", "Today."]),
    ("He said: “We sail.\n\nThe “ship” in May\n\n“Today.”", ["We sail.", "ship", "Today."]),
    ("He said: “We sail.\n\nA\n\nB\n\nC\n\nD\n\n“Today.”", ["We sail.", "Today."]),
    (f"He said: “We sail.\n\n{'It rained. ' * 20}\n\n“Today.”", ["We sail.", "Today."]),
    (f"He said: “We sail.\n\n{'it rained and ' * 15}\n\n“Today.”", ["We sail.~", "Today."]),
    ('The "road was closed.\n\nThe ship in May\n\n"We sail," he said.', ["We sail,"]),
    ("‘We sail, and nobody closes this", ["We sail, and nobody closes this"]),
    ("‘sail, and nobody closes this", []),
    ("“We sail today, and nobody closes this.", ["We sail today, and nobody closes this."]),
    ("He said: “We sail today, and nobody closes this.", ["We sail today, and nobody closes this."]),
    # Two paragraphs of one speech made one.
    ("“We sail today. “We shall be late.”", ["We sail today.~", "We shall be late."]),
    ('He left. "We sail. Is it late? "It\'s noon," he said.', ["We sail. Is it late?~", "It's noon,"]),
    ("He said: “We sail. “We shall be late", ["We sail.~", "We shall be late"]),
    ("“We sail, he told us all on Monday. “Today,” he said.", ["Today,"]),
    ("“We sail. “today” is no day.", ["today"]),
    ("“We sail on “Aurora. “Today,” he said.", ["Aurora.~", "Today,"]),
    # A double mark closed by a single one.
    ("It came “very, very slowly’.", ["very, very slowly"]),
    ("It came “very, very slowly’ that year.", []),
    ("It's the “road of the sailors. It was the sailors’.", []),
    # An odd mark costs at most its own paragraph.
    ('The "road was closed.\n\n"We sail," he said.', ["road was closed.~", "We sail,"]),
    ("The “road was closed.\nIt rained.\n“We sail,” he said.", ["We sail,"]),
    ("Nobody opened this speech at all,” he said.\n“We sail,” she said.",
     ["Nobody opened this speech at all,", "We sail,"]),
    ("“We sail, he said. “Today,” he said.", ["Today,"]),
    ('"', []),
    ("“", []),
    ("'", []),
    ("“”", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_table(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


ANYTHING = st.text(alphabet=" ab.,\"“”„«»‘’'`\n5s-", max_size=80)


@given(ANYTHING)
def test_any_marks_in_any_order(text: str) -> None:
    """Nothing is raised; quotations stay in their block, in order, and nest or stand apart."""
    blocks = paragraphs(text)
    found = pair_marks(text, blocks)
    assert [one.outer_start for one in found] == sorted(one.outer_start for one in found)
    for one in found:
        assert one.outer_start <= one.start < one.end <= one.outer_end
        assert any(block.start <= one.outer_start and one.outer_end <= block.end for block in blocks)
    for index, first in enumerate(found):
        for second in found[index + 1 :]:
            assert _apart(first, second) or _holds(first, second)


def _apart(first: Quotation, second: Quotation) -> bool:
    return first.outer_end <= second.outer_start


def _holds(first: Quotation, second: Quotation) -> bool:
    inside = first.start <= second.outer_start and second.outer_end <= first.end
    return inside and second.depth > first.depth


@given(ANYTHING, ANYTHING)
def test_a_paragraph_is_paired_alone(first: str, second: str) -> None:
    """What marks one paragraph has never changes how the next one's are paired."""
    before = paragraphs(first)
    both = first + "\n\n" + second
    found = [one for one in pair_marks(both, paragraphs(both)) if one.outer_start >= len(first) + 2]
    alone = pair_marks(second, paragraphs(second))
    shift = len(first) + 2
    assert len(before) + len(paragraphs(second)) == len(paragraphs(both))
    assert [(one.start - shift, one.end - shift, one.depth) for one in found] == [
        (one.start, one.end, one.depth) for one in alone
    ]


@pytest.mark.parametrize(
    ("unit", "pairs"),
    [("“a” 'b' the c’s ", 2), ("“a ", 0), ("a” ", 0), ("'a ", 0), ("a’s s’ ", 0), ('5" ', 0)],
)
def test_a_long_line_of_marks_takes_no_time(unit: str, pairs: int) -> None:
    """Tens of thousands of marks in one line, paired or odd, in about a second and not in minutes."""
    text = (unit * 20_000).rstrip()
    assert len(pair_marks(text, [Block(0, len(text), "paragraph")])) >= 20_000 * pairs
