"""Precision, recall and F1 from paired documents, with intervals by bootstrap over documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coalition_cli.evaluation.pairing import Pair, cue_right, source_right, speaker_right
from coalition_cli.records import FORMS, KINDS

Counts = NDArray[np.float64]

SAMPLES = 1000
"""Bootstrap samples; more moves no interval by a tenth of a point on 84 documents."""

ROWS: Mapping[str, Callable[[str, str | None], bool]] = {
    **{kind: (lambda own, _, kind=kind: own == kind) for kind in KINDS},  # type: ignore[misc]
    "direct+mixed": lambda kind, _: kind != "indirect",
    **{f"form {form}": (lambda _, own, form=form: own == form) for form in FORMS},  # type: ignore[misc]
    "all": lambda _kind, _form: True,
}
"""Rows of the report: which attributions, by kind and form, each one counts."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Hits over all, in percent, with the interval that holds 95 of 100 bootstrap samples."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one measure."""

    precision: Rate
    recall: Rate
    f1: Rate


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the report.

    `exact`: same letters; `overlap`: IoU of at least one half; `e2e`: overlap and right source mention.
    `cue`, `source`: share of the pairs whose gold has one where ours overlaps it. `speaker`: of the pairs
    whose gold names speakers, the share right among those answered; `answered`: how many were.
    None where the gold says nothing.
    """

    name: str
    gold: int
    found: int
    exact: Score
    overlap: Score
    e2e: Score
    cue: Rate | None
    source: Rate | None
    speaker: Rate | None
    answered: Rate | None


def rows_of(documents: Sequence[tuple[str, Sequence[Pair]]]) -> list[Row]:
    """The report's rows from (text, pairs) of each document.

    Rows without gold and finds are left out, and those by form where the gold's format knows no forms.
    """
    draws = np.random.default_rng(0).integers(0, len(documents), (SAMPLES, len(documents)))
    forms_known = any(pair.gold is not None and pair.gold.form for _, pairs in documents for pair in pairs)
    found = []
    for name, belongs in ROWS.items():
        if name.startswith("form ") and not forms_known:
            continue
        counts = np.array([_counts(text, pairs, belongs) for text, pairs in documents], dtype=float)
        if counts[:, _FOUND].sum() + counts[:, _GOLD].sum():
            samples = counts[draws].sum(axis=1)
            found.append(_row(name, counts.sum(axis=0), samples))
    return found


_MEASURES = ("exact", "overlap", "e2e")
_FOUND, _GOLD = 0, 1
_HITS = {name: (2 + 2 * index, 3 + 2 * index) for index, name in enumerate(_MEASURES)}
_SHARES = {
    name: (8 + 2 * index, 9 + 2 * index)
    for index, name in enumerate(("cue", "source", "speaker", "answered"))
}
_SIZE = 16


def _counts(text: str, pairs: Sequence[Pair], belongs: Callable[[str, str | None], bool]) -> list[int]:
    """One document's counts for one row: totals, hits of each measure by find and by gold, and shares."""
    counts = [0] * _SIZE
    for pair in pairs:
        ours = pair.found is not None and belongs(pair.found.kind, pair.found.form)
        theirs = pair.gold is not None and belongs(pair.gold.kind, pair.gold.form)
        counts[_FOUND] += ours
        counts[_GOLD] += theirs
        hits = (pair.exact, pair.both, pair.both and source_right(text, pair))
        for (by_found, by_gold), hit in zip(_HITS.values(), hits, strict=True):
            counts[by_found] += hit and ours
            counts[by_gold] += hit and theirs
        if theirs and pair.both:
            _add_shares(counts, text, pair)
    return counts


def _add_shares(counts: list[int], text: str, pair: Pair) -> None:
    assert pair.gold is not None and pair.found is not None
    named = bool(pair.found.speakers)
    shares = {
        "cue": (bool(pair.gold.cue), cue_right(text, pair)),
        "source": (bool(pair.gold.source), source_right(text, pair)),
        "speaker": (bool(pair.gold.speakers) and named, speaker_right(pair)),
        "answered": (bool(pair.gold.speakers), named),
    }
    for name, (asked, right) in shares.items():
        hits, total = _SHARES[name]
        counts[total] += asked
        counts[hits] += asked and right


def _row(name: str, total: Counts, samples: Counts) -> Row:
    exact, overlap, e2e = (_score(total, samples, *_HITS[measure]) for measure in _MEASURES)
    cue, source, speaker, answered = (
        _rate(total, samples, hits, asked) if total[asked] else None for hits, asked in _SHARES.values()
    )
    return Row(
        name, int(total[_GOLD]), int(total[_FOUND]), exact, overlap, e2e, cue, source, speaker, answered
    )


def _score(total: Counts, samples: Counts, by_found: int, by_gold: int) -> Score:
    def f1(counts: Counts) -> Counts:
        precision = _share(counts[..., by_found], counts[..., _FOUND])
        recall = _share(counts[..., by_gold], counts[..., _GOLD])
        score: Counts = np.nan_to_num(_share(2 * precision * recall, precision + recall))
        anything = counts[..., _FOUND] + counts[..., _GOLD] > 0
        return np.where(anything, score, np.nan)

    return Score(
        _rate(total, samples, by_found, _FOUND),
        _rate(total, samples, by_gold, _GOLD),
        _interval(f1(total), f1(samples)),
    )


def _rate(total: Counts, samples: Counts, hits: int, of: int) -> Rate:
    return _interval(_share(total[hits], total[of]), _share(samples[:, hits], samples[:, of]))


def _share(part: Counts, whole: Counts) -> Counts:
    """Part over whole; not a number where there is nothing to share."""
    share = np.full(np.shape(part), np.nan)
    np.divide(part, whole, out=share, where=np.asarray(whole) > 0)
    return share


def _interval(value: Counts, samples: Counts) -> Rate:
    """The value and what holds 95 of 100 samples; samples that hold nothing to count say nothing."""
    known = samples[~np.isnan(samples)]
    low, high = np.percentile(known, (2.5, 97.5)) if known.size else (0.0, 0.0)
    return Rate(*(round(100 * float(np.nan_to_num(one)), 1) for one in (value, low, high)))
