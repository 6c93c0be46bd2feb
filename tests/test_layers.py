"""Nothing imports upwards: the rooms stand in docs/house.md from low to high."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "coalition_cli"
ENTRANCES = {"__init__", "__main__"}
"""Doors to the house, not rooms of it: they may show anything."""


def floors() -> dict[str, int]:
    """The row of each room in the table."""
    table = (ROOT / "docs" / "house.md").read_text(encoding="utf-8").split("| --- | --- |\n")[1]
    rows = [row.split("|")[1] for row in table.split("\n\n")[0].splitlines()]
    found = (
        (name, number) for number, row in enumerate(rows) for name in re.findall(r"`(\w+)(?:\.py|/)`", row)
    )
    return dict(found)


def imports() -> Iterator[tuple[str, str, str]]:
    """Every import of our own: the file, its room, the room it asks."""
    for file in sorted(PACKAGE.rglob("*.py")):
        place = file.relative_to(PACKAGE).with_suffix("")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coalition_cli"):
                asked = (node.module or "").split(".")[1:2] or [alias.name for alias in node.names]
                for room in asked:
                    yield str(place), place.parts[0], room


def test_every_room_stands_in_the_table() -> None:
    rooms = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert rooms - ENTRANCES == set(floors())


def test_nothing_imports_upwards() -> None:
    floor = floors()
    upwards = [
        f"{file} imports {asked}"
        for file, room, asked in imports()
        if room not in ENTRANCES and floor[asked] > floor[room]
    ]
    assert upwards == []
