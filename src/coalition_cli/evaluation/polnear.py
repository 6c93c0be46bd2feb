"""Gold as PolNeAR-shaped JSON lines: `id`, `text` and `attributions` with source, cue, content and kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coalition_cli.errors import InputError
from coalition_cli.evaluation.gold import GoldAttribution, GoldDocument, Spans, utf8


def read_polnear(path: Path) -> Iterator[GoldDocument]:
    """The gold documents of a JSON-lines file.

    Raises `InputError`, with the line, for a line that is not such a document, or whose id was there already.
    """
    lines_of: dict[str, int] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if text := utf8(line, str(path), number).strip():
                document = _read(text, str(path), number)
                if document.id in lines_of:
                    raise InputError(
                        f"the id {document.id!r} stands already on line {lines_of[document.id]}",
                        where=str(path), line=number, remedy="give each document an id of its own",
                    )  # fmt: skip
                lines_of[document.id] = number
                yield document


def _read(line: str, path: str, number: int) -> GoldDocument:
    try:
        return _document(json.loads(line))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(
            f"not a gold document: {type(error).__name__}: {error}",
            where=path, line=number, remedy="each line needs id, text and attributions",
        ) from error  # fmt: skip


def _document(data: dict[str, Any]) -> GoldDocument:
    if not (isinstance(data["id"], str) and isinstance(data["text"], str)):
        raise TypeError("id and text must be strings")
    return GoldDocument(data["id"], data["text"], tuple(_attribution(one) for one in data["attributions"]))


def _attribution(data: dict[str, Any]) -> GoldAttribution:
    return GoldAttribution(_spans(data["content"]), _spans(data["cue"]), _spans(data["source"]), data["kind"])


def _spans(value: list[list[int]]) -> Spans:
    return tuple((int(start), int(end)) for start, end in value)
