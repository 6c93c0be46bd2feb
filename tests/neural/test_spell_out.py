"""From words to code points: loose punctuation at the edges of a content goes."""

from __future__ import annotations

import numpy as np
import pytest

from coalition_cli.neural.calibrate import Calibration
from coalition_cli.neural.decode import Found
from coalition_cli.neural.marks import CLOSING, INSIDE, OPENING, OUTSIDE
from coalition_cli.neural.scores import Scores
from coalition_cli.neural.spell_out import candidate

SURE = {"cue": 1.0, "content": 1.0, "words": 1.0, "begin": 1.0, "end": 1.0, "source": 1.0}
EVEN = Calibration(bias=0.0)


def spelled(text, source, cue, content, marks=None):
    """The candidate for stretches of words, as (source, content) in the text."""
    starts = [at for at in range(len(text)) if text[at] != " " and (at == 0 or text[at - 1] == " ")]
    ends = [(text + " ").index(" ", at) for at in starts]
    count = len(starts)
    scores = Scores(
        starts=np.array(starts, dtype=np.int32),
        ends=np.array(ends, dtype=np.int32),
        marks=np.array(marks or [OUTSIDE] * count, dtype=np.uint8),
        tags=np.zeros((count, 7), dtype=np.float32),
        windows=(),
        best=np.zeros(count, dtype=np.int32),
        distance=np.zeros((2, 34), dtype=np.float32),
    )
    one = candidate(text, 0, scores, Found(cue, source, (content,), SURE), "test", EVEN)
    return one and (text[slice(*one.source)], [text[slice(*span)] for span in one.content])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna said , it rained ;", ("Anna", ["it rained"])),
        ("They said — it rained .", ("They", ["it rained ."])),
        ("Anna said , ;", None),
    ],
)
def test_what_stands_in_the_text(text, expected):
    assert spelled(text, (0, 1), (1, 2), (2, len(text.split()))) == expected


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Anna said “ it rained ”", [OPENING, INSIDE, INSIDE, CLOSING]),
        ("Anna said “ it rained ” .", [OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]),
        ("Anna said • “ it rained ”", [OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING]),
    ],
)
def test_marks_around_a_content_go_with_what_stands_outside_them(text, marks):
    content = (2, len(text.split()))
    assert spelled(text, (0, 1), (1, 2), content, [OUTSIDE] * 2 + marks) == ("Anna", ["it rained"])
