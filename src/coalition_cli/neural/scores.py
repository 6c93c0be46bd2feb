"""What the encoder thinks of a text: tags of its words and links from its words to any cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from coalition_cli.neural.encode import CLS, PLACES, SEP, Encoded
from coalition_cli.neural.links import buckets
from coalition_cli.neural.marks import STATES
from coalition_cli.neural.windows import Window, plan

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]

LONGEST = 446  # pieces in a window; as in training
OVERLAP = 64
ROLES = 2


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What one window saw: words `low` to `high`, each one's piece in the window and its projections."""

    low: int
    high: int
    pieces: npt.NDArray[np.int64]
    cues: Floats
    roles: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """A text's words: an element of each array is one word.

    `starts` and `ends` are code points, `marks` states of the quotation marks, `tags` log-probabilities of
    the seven tags, `best` the index among `windows` of the one that saw most around the word; `distance` is
    what each bucket of distance adds to a link.
    """

    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    marks: npt.NDArray[np.uint8]
    tags: Floats
    windows: tuple[WindowScores, ...]
    best: npt.NDArray[np.int32]
    distance: Floats

    def __len__(self) -> int:
        return len(self.starts)

    def links(self, cue: int) -> tuple[int, Floats]:
        """(first word, chances of none, source and content a word) around the cue starting at `cue`."""
        window = self.windows[self.best[cue]]
        at = cue - window.low
        raw = np.einsum("rw,nrw->nr", window.cues[at], window.roles)
        away = buckets(int(window.pieces[at]), int(window.pieces[-1]) + 1)[window.pieces]
        raw += self.distance.T[away]
        with_none = np.concatenate([np.zeros((len(raw), 1), dtype=np.float32), raw], axis=1)
        return window.low, np.exp(log_softmax(with_none))


def log_softmax(raw: Floats) -> Floats:
    """Row by row, without overflow."""
    shifted: Floats = raw - raw.max(axis=-1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logs


def score(pieces: Encoded, session: InferenceSession, distance: Floats) -> Scores:
    """Run the encoder over all windows; each word keeps the tags of the window that sees most around it."""
    firsts = np.flatnonzero(pieces.first)
    breaks = np.flatnonzero(pieces.ids == SEP).astype(np.int32) + 1
    windows = plan(breaks, len(pieces), LONGEST, OVERLAP) if len(firsts) else []
    tags = np.zeros((len(firsts), 7), dtype=np.float32)
    best = np.zeros(len(firsts), dtype=np.int32)
    around = np.full(len(firsts), -1, dtype=np.int64)
    seen: list[WindowScores] = []
    for window in windows:
        low, high = (int(i) for i in np.searchsorted(firsts, (window.start, window.end)))
        if low == high:
            continue
        inputs = inputs_of(pieces, window, firsts[low:high] - window.start + 1)
        raw, cues, roles = session.run(None, inputs)
        room = _room(firsts[low:high], window)
        better = room > around[low:high]
        tags[low:high][better] = raw[better]
        best[low:high][better] = len(seen)
        around[low:high][better] = room[better]
        seen.append(WindowScores(low, high, inputs["words"], _by_role(cues), _by_role(roles)))
    return Scores(
        starts=pieces.starts[firsts],
        ends=word_ends(pieces, firsts),
        marks=pieces.features[firsts, 1],
        tags=log_softmax(tags),
        windows=tuple(seen),
        best=best,
        distance=distance,
    )


def word_ends(pieces: Encoded, firsts: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """Where each word ends: the end of its last piece."""
    if not len(firsts):
        return np.zeros(0, dtype=np.int32)
    ends: npt.NDArray[np.int32] = np.maximum.reduceat(np.where(pieces.ids == SEP, 0, pieces.ends), firsts)
    return ends


def inputs_of(pieces: Encoded, window: Window, words: npt.NDArray[np.int64]) -> dict[str, Any]:
    """What the graph takes for one window; `words` are the pieces in it that carry words."""
    ids = np.full(window.end - window.start + 2, SEP, dtype=np.int64)
    ids[0], ids[1:-1] = CLS, pieces.ids[window.start : window.end]
    features = np.zeros(len(ids), dtype=np.int64)
    shape, marks, place = pieces.features[window.start : window.end].astype(np.int64).T
    features[1:-1] = (shape * STATES + marks) * PLACES + place
    return {"ids": ids, "features": features, "words": words}


def _room(firsts: npt.NDArray[np.int64], window: Window) -> npt.NDArray[np.int64]:
    """Pieces of context on the poorer side."""
    return np.minimum(firsts - window.start, window.end - firsts)


def _by_role(flat: Floats) -> Floats:
    return flat.reshape(len(flat), ROLES, -1)
