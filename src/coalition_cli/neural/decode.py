"""From scores to attributions: legal tags first, then who belongs to which cue.

Everything here counts in words (indices into `Scores`), spans are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coalition_cli.neural.scores import Floats, Scores

OUTSIDE, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)
NONE, SOURCE, CONTENT = range(3)

Stretch = tuple[int, int]
Linked = tuple[int, Floats]

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read the scores; config.json holds the values, chosen on texts kept out of training.

    `boldness` is added to the log-probability of every tag but outside: finding too much and letting the
    calibrated score sift it beats finding too little. `content` and `source` are the least mean link
    probability of a part to its cue; `row` that of a word the tags missed but the links take for a source.
    """

    boldness: float
    content: float
    source: float
    row: float


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in words, and how sure the tagger is of each part (0 to 1)."""

    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]
    sure: dict[str, float]


def decode(scores: Scores, settings: Settings) -> list[Found]:
    """The attributions of a text, each around one cue; contents that no cue claims are left out."""
    bold = scores.tags + np.array([0, *[settings.boldness] * 6], dtype=np.float32)
    tags = best_tags(bold)
    sources = stretches(tags, B_SOURCE)
    cues = [(cue, scores.links(cue[0])) for cue in stretches(tags, B_CUE)]
    claimed: list[list[Stretch]] = [[] for _ in cues]
    for part in stretches(tags, B_CONTENT):
        chances = [mean_link(row, part, CONTENT) for _, row in cues]
        if chances and max(chances) > settings.content:
            claimed[int(np.argmax(chances))].append(part)
    return [
        _found(scores, cue, row, tuple(parts), sources, settings)
        for (cue, row), parts in zip(cues, claimed, strict=True)
        if parts
    ]


def mean_link(row: Linked, part: Stretch, role: int) -> float:
    """How likely the words of `part` play `role` for the cue of `row`; 0 where its window saw none."""
    first, chances = row
    low, high = max(part[0] - first, 0), min(part[1] - first, len(chances))
    if low >= high:
        return 0.0
    return float(
        np.add.reduce(chances[low:high, role]) / (high - low)
    )  # `.mean()`, which takes five times as long


def _found(
    scores: Scores,
    cue: Stretch,
    row: Linked,
    parts: tuple[Stretch, ...],
    sources: list[Stretch],
    settings: Settings,
) -> Found:
    source, source_sure = _source(row, sources, settings)
    words = np.concatenate([np.arange(*part) for part in parts])
    chances = np.exp(scores.tags)
    sure = {
        "cue": float(chances[cue[0], B_CUE]),
        "content": float(min(mean_link(row, part, CONTENT) for part in parts)),
        "words": float(chances[words, B_CONTENT:].sum(axis=1).mean()),
        "begin": float(chances[parts[0][0], B_CONTENT]),
        "end": _end_chance(chances, parts[-1][1]),
        "source": source_sure,
    }
    return Found(cue, source, parts, sure)


def _end_chance(chances: Floats, end: int) -> float:
    """How likely the content ends before word `end`."""
    return 1.0 - float(chances[end, I_CONTENT]) if end < len(chances) else 1.0


def _source(row: Linked, sources: list[Stretch], settings: Settings) -> tuple[Stretch | None, float]:
    """The tagged source linked best to the cue, else the words the link itself points at; and how sure."""
    chances = [mean_link(row, part, SOURCE) for part in sources]
    if chances and max(chances) > settings.source:
        return sources[int(np.argmax(chances))], max(chances)
    first, linked = row
    top = int(linked[:, SOURCE].argmax())
    chance = float(linked[top, SOURCE])
    if chance <= settings.row:
        return None, 1.0 - chance
    low, high = top, top + 1
    while low > 0 and linked[low - 1, SOURCE] > settings.row:
        low -= 1
    while high < len(linked) and linked[high, SOURCE] > settings.row:
        high += 1
    return (first + low, first + high), chance


def legal_moves() -> Floats:
    """Log-weights (from, to): an I tag follows only the B or I tag of its own kind."""
    moves = np.zeros((7, 7), dtype=np.float32)
    for inside in (I_SOURCE, I_CUE, I_CONTENT):
        moves[:, inside] = _NEVER
        moves[[inside - 1, inside], inside] = 0
    return moves


def best_tags(logs: Floats) -> npt.NDArray[np.int64]:
    """The likeliest legal tag sequence (Viterbi)."""
    count = len(logs)
    if not count:
        return np.zeros(0, dtype=np.int64)
    moves = legal_moves()
    back = np.zeros((count, 7), dtype=np.int64)
    total = logs[0] + np.array([0, 0, _NEVER, 0, _NEVER, 0, _NEVER], dtype=np.float32)
    for i in range(1, count):
        table = total[:, None] + moves
        back[i] = table.argmax(axis=0)
        total = table.max(axis=0) + logs[i]
    tags = np.zeros(count, dtype=np.int64)
    tags[-1] = total.argmax()
    for i in range(count - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def stretches(tags: npt.NDArray[np.int64], begin: int) -> list[Stretch]:
    """The spans of one kind (`begin` is its B tag) in a legal tag sequence."""
    out = []
    for start in np.flatnonzero(tags == begin):
        end = int(start) + 1
        while end < len(tags) and tags[end] == begin + 1:
            end += 1
        out.append((int(start), end))
    return out
