"""Is confidence what it says? Of the records at 0.9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coalition_cli.evaluation.pairing import Pair, source_right

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Bin edges: finer where records are many."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The records whose confidence lies from `low` to below `high` (1 included in the last)."""

    low: float
    high: float
    records: int
    confidence: float
    right: float


def reliability(documents: Sequence[tuple[str, Sequence[Pair]]]) -> list[Bin]:
    """Mean confidence against the share right (content overlaps and the source is right), bin by bin."""
    points = [
        (pair.found.confidence, pair.both and source_right(text, pair))
        for text, pairs in documents
        for pair in pairs
        if pair.found is not None
    ]
    bins = []
    for low, high in pairwise(EDGES):
        held = [(sure, right) for sure, right in points if low <= sure < high or sure == high == 1]
        if held:
            count = len(held)
            mean, right = sum(sure for sure, _ in held) / count, sum(right for _, right in held) / count
            bins.append(Bin(low, high, count, round(mean, 3), round(right, 3)))
    return bins


def confusion(documents: Sequence[tuple[str, Sequence[Pair]]]) -> dict[str, dict[str, int]]:
    """Gold kind to found kind to how many pairs."""
    table: dict[str, dict[str, int]] = {}
    for _, pairs in documents:
        for pair in pairs:
            if pair.gold is not None and pair.found is not None:
                row = table.setdefault(pair.gold.kind, {})
                row[pair.found.kind] = row.get(pair.found.kind, 0) + 1
    return table
