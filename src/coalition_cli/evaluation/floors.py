"""Committed floors: figures that a change may not fall below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from coalition_cli.errors import InputError
from coalition_cli.evaluation.metrics import Rate, Row, Score


def read_floors(path: Path) -> Mapping[str, Mapping[str, float]]:
    """Row name to measure to least value in percent, from YAML such as `all: {e2e: 50, speaker: 95}`.

    A measure is `exact`, `overlap` or `e2e` (the F1, or with `.precision` or `.recall` that), `cue`,
    `source`, `speaker` or `answered`. Raises `InputError` for a file of another shape.
    """
    import yaml

    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return {
            str(row): {str(name): float(least) for name, least in own.items()} for row, own in data.items()
        }
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise InputError(
            "not a file of floors", where=str(path), remedy="write `all: {e2e: 50}` and the like"
        ) from error


def below(rows: Sequence[Row], floors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A sentence for each figure below its floor, or that is not there to compare."""
    known = {row.name: row for row in rows}
    for name, own in floors.items():
        for measure, least in own.items():
            value = _value(known.get(name), measure)
            if value is None:
                yield f"{name}: {measure} has a floor of {least} and no figure"
            elif value < least:
                yield f"{name}: {measure} {value} is below its floor of {least}"


def _value(row: Row | None, measure: str) -> float | None:
    name, _, part = measure.partition(".")
    figure = getattr(row, name, None)
    if isinstance(figure, Score):
        figure = getattr(figure, part or "f1", None)
    return figure.value if isinstance(figure, Rate) else None
