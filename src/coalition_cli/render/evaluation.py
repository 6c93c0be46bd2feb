"""The evaluation report as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from coalition_cli.records import KINDS
from coalition_cli.render.plain import plain

if TYPE_CHECKING:
    from rich.console import Console

    from coalition_cli.evaluation.errors import Mistake
    from coalition_cli.evaluation.metrics import Rate, Row, Score
    from coalition_cli.evaluation.reliability import Bin
    from coalition_cli.evaluation.report import Report


def report_tables(report: Report, console: Console) -> Group:
    """Figures, kinds confused, calibration."""
    return Group(
        *_rows(report.rows, console.width),
        plain("e2e: content overlaps and right source mention; ±: half the F1's 95% interval.", "dim"),
        plain("cue, source, speaker: share right, of those found; of: share answered.\n", "dim"),
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
        parts.append(plain(f"{cause}, {origin}: {len(own)}", "bold"))
        parts += [plain(f"  {one.doc}:{one.line}  {one.text}") for one in own]
    return Group(*parts)


def _rows(rows: Iterable[Row], width: int) -> Iterator[Table]:
    """One table or, in a terminal too narrow for all columns, several with the rows' names in each."""
    known = list(rows)
    for some in _fitting([(heading, [cell(row) for row in known]) for heading, cell in COLUMNS], width):
        table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
        for heading, _ in some:
            table.add_column(heading, justify="left" if heading == "row" else "right", overflow="fold")
        for cells in zip(*(cells for _, cells in some), strict=True):
            table.add_row(*map(plain, cells))
        yield table


ColumnCells = tuple[str, list[str]]


def _fitting(columns: list[ColumnCells], width: int) -> Iterator[list[ColumnCells]]:
    """The columns in as many groups as there must be for each to fit; the first column begins every group."""
    first, *rest = columns
    group = [first]
    for column in rest:
        if len(group) > 1 and sum(map(_room, (*group, column))) > width:
            yield group
            group = [first]
        group.append(column)
    yield group


def _room(column: ColumnCells) -> int:
    """How much of a line a column takes, the space beside it included."""
    heading, cells = column
    return max(len(heading), *map(len, cells)) + 2


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
