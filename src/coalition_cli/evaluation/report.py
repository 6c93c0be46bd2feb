"""Everything `coalition evaluate` tells, as one record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coalition_cli.evaluation.errors import Mistake, mistakes
from coalition_cli.evaluation.gold import GoldDocument
from coalition_cli.evaluation.metrics import Row, rows_of
from coalition_cli.evaluation.pairing import pair
from coalition_cli.evaluation.reliability import Bin, confusion, reliability
from coalition_cli.records import Attribution


@dataclass(frozen=True, slots=True)
class Report:
    """Figures by kind and form, kinds confused, calibration, mistakes in document order."""

    documents: int
    rows: tuple[Row, ...]
    confusion: dict[str, dict[str, int]]
    reliability: tuple[Bin, ...]
    mistakes: tuple[Mistake, ...]


def evaluate(documents: Sequence[tuple[GoldDocument, Sequence[Attribution]]]) -> Report:
    """Compare what was found in each document with its gold."""
    paired = [(gold, pair(gold, found)) for gold, found in documents]
    texts = [(gold.text, pairs) for gold, pairs in paired]
    return Report(
        documents=len(documents),
        rows=tuple(rows_of(texts)),
        confusion=confusion(texts),
        reliability=tuple(reliability(texts)),
        mistakes=tuple(one for gold, pairs in paired for one in mistakes(gold, pairs)),
    )
