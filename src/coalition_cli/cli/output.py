"""Records to standard output in the format asked for; everything else goes to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from coalition_cli.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from coalition_cli.render.columns import Column


def print_records(
    records: Iterable[Any],
    format: Format | None,
    columns: Sequence[Column],
    table: Callable[[Console], RenderableType],
) -> None:
    """Print records; `table` draws them for a terminal of the console's width."""
    from coalition_cli.render import flat

    match format or default_format():
        case Format.table:
            console = stdout_console()
            console.print(table(console))
        case Format.json:
            write(flat.as_json(records))
        case Format.jsonl:
            write(flat.as_jsonl(records))
        case Format.csv:
            write(flat.as_csv(records, columns))
        case Format.markdown:
            write(flat.as_markdown(records, columns))


def default_format() -> Format:
    """A table for a person, JSON for a program."""
    return Format.table if sys.stdout.isatty() else Format.json


def stdout_console() -> Console:
    """A console on standard output; soft wrapping and highlighting are off."""
    from rich.console import Console

    return Console(highlight=False)


def write(parts: Iterable[str]) -> None:
    """Write text as it comes."""
    for part in parts:
        sys.stdout.write(part)
