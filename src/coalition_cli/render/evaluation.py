"""The evaluation report as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from coalition_cli.records import KINDS
from coalition_cli.render.tables import WIDE

if TYPE_CHECKING:
    from rich.console import Console

    from coalition_cli.evaluation.errors import Mistake
    from coalition_cli.evaluation.metrics import Rate, Row, Score
    from coalition_cli.evaluation.reliability import Bin
    from coalition_cli.evaluation.report import Report


def report_tables(report: Report, console: Console) -> Group:
    """Figures, kinds confused, calibration."""
    return Group(
        _rows(report.rows, wide=console.width >= WIDE),
        Text("e2e: content overlaps and right source mention; ±: half the F1's 95% interval.", "dim"),
        Text("source, speaker: share right, of those found; of: share answered.\n", "dim"),
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


def _rows(rows: Iterable[Row], *, wide: bool) -> Table:
    columns = COLUMNS if wide else [one for one in COLUMNS if one[0] not in ONLY_WIDE]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading, _ in columns:
        table.add_column(heading, justify="left" if heading == "row" else "right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(cell(row)) for _, cell in columns))
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


def _speaker(row: Row) -> str:
    return f"{_value(row.speaker)} of {_value(row.answered)}" if row.speaker else "–"


def _value(rate: Rate | None) -> str:
    return "–" if rate is None else f"{rate.value:.1f}"


def _f1(score: Score) -> str:
    return f"{score.f1.value:.1f}"


def _full(score: Score) -> str:
    half = (score.f1.high - score.f1.low) / 2
    return f"{score.precision.value:.1f} / {score.recall.value:.1f} / {score.f1.value:.1f} ±{half:.1f}"


COLUMNS: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("row", lambda row: row.name.removeprefix("form ")),
    ("gold", lambda row: str(row.gold)),
    ("found", lambda row: str(row.found)),
    ("exact F1", lambda row: _f1(row.exact)),
    ("overlap F1", lambda row: _f1(row.overlap)),
    ("e2e P / R / F1", lambda row: _full(row.e2e)),
    ("cue", lambda row: _value(row.cue)),
    ("source", lambda row: _value(row.source)),
    ("speaker", _speaker),
)
ONLY_WIDE = ("exact F1", "overlap F1", "cue")
"""Columns that a narrow terminal leaves out; JSON has them all."""
