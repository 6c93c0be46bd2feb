"""The evaluation report as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from coalition_cli.records import KINDS

if TYPE_CHECKING:
    from coalition_cli.evaluation.errors import Mistake
    from coalition_cli.evaluation.metrics import Rate, Row, Score
    from coalition_cli.evaluation.reliability import Bin
    from coalition_cli.evaluation.report import Report


def report_tables(report: Report) -> Group:
    """Figures, kinds confused, calibration."""
    return Group(
        _rows(report.rows),
        Text(
            "e2e: content overlaps and the right source mention; ± half of the 95% interval of the F1.\n",
            "dim",
        ),
        _confusion(report.confusion),
        _reliability(report.reliability),
    )


def mistake_list(mistakes: Iterable[Mistake]) -> Group:
    """Mistakes grouped by cause and rule, most frequent first."""
    groups: dict[tuple[str, str], list[Mistake]] = defaultdict(list)
    for one in mistakes:
        groups[one.cause, one.origin].append(one)
    parts: list[Text] = []
    for (cause, origin), own in sorted(groups.items(), key=lambda item: -len(item[1])):
        parts.append(Text(f"{cause}, {origin}: {len(own)}", "bold"))
        parts += [Text(f"  {one.doc}:{one.line}  {one.text}") for one in own]
    return Group(*parts)


def _rows(rows: Iterable[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("row", no_wrap=True)
    for heading in ("gold", "found", "exact F1", "overlap F1", "e2e P / R / F1", "cue", "source", "speaker"):
        table.add_column(heading, justify="right", no_wrap=heading != "speaker")
    for row in rows:
        speaker = f"{_value(row.speaker)} of {_value(row.answered)}" if row.speaker else "–"
        cells = (row.name, str(row.gold), str(row.found), _f1(row.exact), _f1(row.overlap), _full(row.e2e))
        table.add_row(*map(Text, (*cells, _value(row.cue), _value(row.source), speaker)))
    return table


def _confusion(confusion: dict[str, dict[str, int]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, title="gold kind (down) found as", title_justify="left")
    for heading in ("", *KINDS):
        table.add_column(heading, justify="right")
    for kind in KINDS:
        if kind in confusion:
            table.add_row(kind, *(str(confusion[kind].get(other, 0)) for other in KINDS))
    return table


def _reliability(bins: Iterable[Bin]) -> Table:
    table = Table(
        box=SIMPLE_HEAD, pad_edge=False, title="confidence against the share right", title_justify="left"
    )
    for heading in ("confidence", "records", "mean", "right"):
        table.add_column(heading, justify="right")
    for one in bins:
        table.add_row(
            f"{one.low:g}–{one.high:g}", str(one.records), f"{one.confidence:.2f}", f"{one.right:.2f}"
        )
    return table


def _value(rate: Rate | None) -> str:
    return "–" if rate is None else f"{rate.value:.1f}"


def _f1(score: Score) -> str:
    return f"{score.f1.value:.1f}"


def _full(score: Score) -> str:
    half = (score.f1.high - score.f1.low) / 2
    return f"{score.precision.value:.1f} / {score.recall.value:.1f} / {score.f1.value:.1f} ±{half:.1f}"
