"""Reading hand-made scores: legal tags, one cue for each content, sources by link."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.neural.decode import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    OUTSIDE,
    Settings,
    best_tags,
    decode,
    mean_link,
    stretches,
)
from coalition_cli.neural.scores import Scores, WindowScores, log_softmax

SETTINGS = Settings(boldness=0.0, content=0.5, source=0.2, row=0.5)


def scores_of(tags, links):
    """Scores whose likeliest tags are `tags`; `links` has {(cue, word): (source, content)} raw scores.

    Each word's projection is its own axis, so that a link can be set pair by pair.
    """
    count = len(tags)
    raw = np.full((count, 7), -4.0, dtype=np.float32)
    raw[np.arange(count), tags] = 4.0
    roles = np.zeros((count, 2, count), dtype=np.float32)
    roles[np.arange(count), :, np.arange(count)] = 1.0
    cues = np.full((count, 2, count), -6.0, dtype=np.float32)
    for (cue, word), pair in links.items():
        cues[cue, :, word] = pair
    return Scores(
        starts=np.arange(count, dtype=np.int32) * 2,
        ends=np.arange(count, dtype=np.int32) * 2 + 1,
        marks=np.zeros(count, dtype=np.uint8),
        tags=log_softmax(raw),
        windows=(WindowScores(0, count, np.arange(count), cues, roles),),
        best=np.zeros(count, dtype=np.int32),
        distance=np.zeros((2, 34), dtype=np.float32),
    )


def test_an_inside_tag_alone_becomes_a_legal_stretch():
    logs = np.full((3, 7), -5.0, dtype=np.float32)
    logs[0, OUTSIDE] = logs[1, I_CONTENT] = logs[2, I_CONTENT] = 0.0
    logs[1, B_CONTENT] = -0.5
    assert best_tags(logs).tolist() == [OUTSIDE, B_CONTENT, I_CONTENT]


@given(st.lists(st.lists(st.floats(-20, 0), min_size=7, max_size=7), max_size=30))
def test_no_inside_tag_follows_anything_but_its_own_kind(rows):
    tags = best_tags(np.array(rows, dtype=np.float32).reshape(-1, 7)).tolist()
    for before, tag in zip([OUTSIDE, *tags], tags, strict=False):
        if tag in (2, 4, 6):
            assert before in (tag - 1, tag)


def test_stretches_of_one_kind_may_touch():
    tags = np.array([B_CONTENT, I_CONTENT, B_CONTENT, OUTSIDE, B_CONTENT])
    assert stretches(tags, B_CONTENT) == [(0, 2), (2, 3), (4, 5)]


def test_a_split_content_goes_to_one_cue_and_takes_the_linked_source():
    tags = [B_CONTENT, B_SOURCE, B_CUE, B_CONTENT, I_CONTENT, B_SOURCE]
    (found,) = decode(
        scores_of(tags, {(2, 0): (-6, 6), (2, 3): (-6, 6), (2, 4): (-6, 6), (2, 1): (6, -6)}), SETTINGS
    )
    assert found.content == ((0, 1), (3, 5))
    assert found.source == (1, 2)
    assert found.cue == (2, 3)


def test_neighbouring_cues_keep_their_own_contents():
    tags = [B_SOURCE, B_CUE, B_CONTENT, B_CUE, B_CONTENT]
    links = {(1, 2): (-6, 6), (3, 4): (-6, 6), (1, 0): (6, -6), (3, 0): (6, -6)}
    found = decode(scores_of(tags, links), SETTINGS)
    assert [(one.cue, one.content, one.source) for one in found] == [
        ((1, 2), ((2, 3),), (0, 1)),
        ((3, 4), ((4, 5),), (0, 1)),
    ]


def test_a_content_that_no_cue_claims_is_left_out():
    assert decode(scores_of([B_CONTENT, I_CONTENT, B_CUE], {}), SETTINGS) == []


def test_a_source_that_the_tags_missed_is_read_off_the_links():
    tags = [OUTSIDE, OUTSIDE, B_CUE, B_CONTENT]
    (found,) = decode(scores_of(tags, {(2, 3): (-6, 6), (2, 1): (6, -6)}), SETTINGS)
    assert found.source == (1, 2)


def test_a_source_read_off_the_links_takes_its_neighbours_in():
    tags = [OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, B_CUE, B_CONTENT]
    links = {(4, 5): (-6, 6), (4, 1): (4, -6), (4, 2): (6, -6), (4, 3): (4, -6)}
    (found,) = decode(scores_of(tags, links), SETTINGS)
    assert found.source == (1, 4)


def test_the_end_of_a_text_surely_ends_a_content():
    links = {(0, 1): (-6, 6), (0, 2): (-6, 6)}
    (last,) = decode(scores_of([B_CUE, B_CONTENT, I_CONTENT], links), SETTINGS)
    (inner,) = decode(scores_of([B_CUE, B_CONTENT, I_CONTENT, OUTSIDE], links), SETTINGS)
    assert last.sure["end"] == 1.0 > inner.sure["end"]


def test_no_source_rather_than_a_weak_one():
    (found,) = decode(scores_of([B_SOURCE, B_CUE, B_CONTENT], {(1, 2): (-6, 6), (1, 0): (-3, -6)}), SETTINGS)
    assert found.source is None
    assert found.sure["source"] > 0.9


def test_words_outside_the_window_of_a_cue_are_not_linked_to_it():
    row = (10, np.full((5, 3), 0.5, dtype=np.float32))
    assert mean_link(row, (2, 6), 2) == 0.0
    assert mean_link(row, (20, 22), 2) == 0.0
    assert mean_link(row, (8, 12), 2) == 0.5
