"""Records as text for other programs: JSON, JSON lines, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from coalition_cli.records import to_dict
from coalition_cli.render.columns import Column


def as_json(records: Iterable[Any]) -> Iterator[str]:
    """One JSON array."""
    yield json.dumps([to_dict(record) for record in records], ensure_ascii=False, indent=2) + "\n"


def as_jsonl(records: Iterable[Any]) -> Iterator[str]:
    """One JSON object a line, as they come."""
    for record in records:
        yield json.dumps(to_dict(record), ensure_ascii=False) + "\n"


def as_csv(records: Iterable[Any], columns: Sequence[Column]) -> Iterator[str]:
    """RFC 4180 with a heading line, LF line ends."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([column.heading for column in columns])
    for record in records:
        writer.writerow([column.cell(record) for column in columns])
    yield buffer.getvalue()


def as_markdown(records: Iterable[Any], columns: Sequence[Column]) -> Iterator[str]:
    """A pipe table; what would break it is escaped."""
    yield _markdown_row([column.heading for column in columns])
    yield _markdown_row(["---"] * len(columns))
    for record in records:
        yield _markdown_row([_markdown_cell(column.cell(record)) for column in columns])


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _markdown_cell(text: str) -> str:
    for character in "\\|*_<>[]`":
        text = text.replace(character, "\\" + character)
    return "<br>".join(text.split("\n"))
