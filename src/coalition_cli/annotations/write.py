"""Changes to the annotation file that leave every other byte as it was, written at once or not at all.

Text is inserted where the nodes say, never dumped anew: comments, order, quoting and line breaks stay. Each
change is read back before it counts: if it does not mean exactly what was asked, it is refused.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable
from collections.abc import Mapping as Entry
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from coalition_cli.annotations.nodes import Mapping, Sequence, compose, plain, walk
from coalition_cli.errors import AnnotationError

# JSON lets these stand in a string; YAML breaks lines at them or does not allow them.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OTHER = frozenset(("null", "true", "false", "yes", "no", "off", "y", "n"))
"""Words that some YAML reader takes for something else; "on" is the schema's own and stays bare."""
_BLOCK_KEYS = frozenset(("quotes", "documents", "speakers"))
"""Sections whose new entries take a line a key; the entries of the others are short and take one line."""

_BOM = b"\xef\xbb\xbf"


def add_entry(text: str, section: str, entry: Entry[str, Any]) -> str:
    """As `add_entries`, for one."""
    return add_entries(text, section, [entry])


def add_entries(text: str, section: str, entries: Iterable[Entry[str, Any]]) -> str:
    """The file's text with more entries at the end of a section, which is made where there is none.

    Raises `AnnotationError` where that cannot be done without touching anything else.
    """
    added = list(entries)
    if not added:
        return text
    root = _root(text)
    node = root.get(section)
    newline = "\r\n" if "\r\n" in text else "\n"
    items = ", ".join(map(flow, added))
    if isinstance(node, Sequence) and node.flow:
        new = _into_brackets(text, node, items)
    elif node is None and root.flow:
        new = _into_brackets(text, root, f"{flow(section)}: [{items}]")
    else:
        indent = " " * (node.place.column - 1 if isinstance(node, Sequence) else 2)
        lines = [line for entry in added for line in _item(section, entry, indent)]
        if node is None:
            at = _line_end(text, root.place.end)
            lines.insert(0, f"{section}:")
        else:
            key = root.key(section)
            at = _line_end(
                text, node.place.end if isinstance(node, Sequence) else key.place.end if key else 0
            )
        new = _insert_lines(text, at, lines, newline)
    old = plain(root)
    return _verified(new, old | {section: (*(old.get(section) or ()), *map(_meant, added))})


def set_value(text: str, way: tuple[str | int, ...], key: str, value: Any) -> str:
    """The file's text with one key of the mapping at `way` given a value, in place of its old one or at its
    end.

    Raises `AnnotationError` where that cannot be done without touching anything else.
    """
    root = _root(text)
    mapping = walk(root, way)
    if not isinstance(mapping, Mapping) or not mapping.items:
        raise AnnotationError(f"there is no entry at {'.'.join(map(str, way))}")
    newline = "\r\n" if "\r\n" in text else "\n"
    node = mapping.get(key)
    if node is not None:
        start, end = (
            node.place.start,
            node.place.start + len(text[node.place.start : node.place.end].rstrip()),
        )
        pad = " " if text[start - 1] == ":" else ""
        new = text[:start] + pad + flow(value) + text[end:]
    elif mapping.flow:
        last = mapping.items[-1][1].place.end
        new = f"{text[:last]}, {key}: {flow(value)}{text[last:]}"
    else:
        indent = " " * (mapping.items[0][0].place.column - 1)
        at = _line_end(text, mapping.place.end)
        new = _insert_lines(text, at, [f"{indent}{key}: {flow(value)}"], newline)
    return _verified(new, _with(plain(root), way, key, _meant(value)))


def flow(value: Any) -> str:
    """A value in YAML's flow style: strings in double quotes, keys bare."""
    if isinstance(value, str):
        quoted = json.dumps(value, ensure_ascii=False)
        return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
    if isinstance(value, Entry):
        return "{" + ", ".join(f"{_key(name)}: {flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "null" if value is None else _plain(value)


def _plain(value: Any) -> str:
    """A scalar that takes no quotation marks; numbers without an exponent, which the schema does not know."""
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) and name.lower() not in _OTHER else flow(name)


def _item(section: str, entry: Entry[str, Any], indent: str) -> list[str]:
    """The lines of a new list item."""
    if section not in _BLOCK_KEYS:
        return [f"{indent}- {flow(entry)}"]
    lines = [f"{indent}  {_key(name)}: {flow(value)}" for name, value in entry.items()]
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _into_brackets(text: str, node: Sequence | Mapping, item: str) -> str:
    """The text with one more item in a flow collection, after the last one."""
    if not node.items:
        return f"{text[: node.place.start + 1]}{item}{text[node.place.start + 1 :]}"
    last = node.items[-1]
    end = (last[1] if isinstance(last, tuple) else last).place.end
    return f"{text[:end]}, {item}{text[end:]}"


def _line_end(text: str, offset: int) -> int:
    """The start of the next line, or the offset itself where a block scalar already reached there."""
    if offset and text[offset - 1] == "\n":
        return offset
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _insert_lines(text: str, at: int, lines: list[str], newline: str) -> str:
    before, after = text[:at], text[at:]
    lead = "" if before.endswith("\n") else newline
    return before + lead + newline.join(lines) + (newline if lead == "" else "") + after


def _root(text: str) -> Mapping:
    root, findings = compose(text, "annotations")
    if findings or not isinstance(root, Mapping):
        raise AnnotationError(
            "the file is broken and cannot be added to", remedy="run `coalition check` first"
        )
    return root


def _verified(new: str, meant: Any) -> str:
    """The new text, if it means what was asked and nothing else."""
    try:
        new.encode("utf-8")
    except UnicodeEncodeError as error:
        told = f"{new[error.start : error.end]!r} is not UTF-8"
        raise AnnotationError(told, remedy="rename the text whose name it stands in") from error
    root, findings = compose(new, "annotations")
    if findings or root is None or plain(root) != meant:
        raise AnnotationError(
            "this file is written in a way that cannot be added to safely", remedy="make the change by hand"
        )
    return new


def _meant(value: Any) -> Any:
    """A value as it will be read back: every scalar a string."""
    if isinstance(value, Entry):
        return {name: _meant(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(map(_meant, value))
    return value if value is None or isinstance(value, str) else _plain(value)


def _with(data: Any, way: tuple[str | int, ...], key: str, value: Any) -> Any:
    if not way:
        return data | {key: value}
    step = way[0]
    if isinstance(data, tuple):
        return tuple(_with(item, way[1:], key, value) if n == step else item for n, item in enumerate(data))
    return data | {step: _with(data[step], way[1:], key, value)}


class AnnotationFileEditor:
    """One annotation file, changed and saved step by step, with a way back.

    `text` is what the file says now, without a byte order mark, which is kept; empty where there is no file.
    Raises `AnnotationError` where a file is not UTF-8.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._saved = self._read()
        self._bom = _BOM if (self._saved or b"").startswith(_BOM) else b""
        self._history: list[bytes | None] = []
        self.text = self._decoded()

    def change(self, text: str) -> None:
        """Write a new text to the file.

        Raises `AnnotationError` where somebody else has changed the file since (nothing of theirs is
        overwritten), or where it cannot be written.
        """
        before = self._saved
        self._write(self._bom + text.encode("utf-8"))
        self._history.append(before)

    def undo(self) -> bool:
        """Take the last change back, so that there is no file again where there was none; false where there
        is no change.
        """
        if not self._history:
            return False
        self._write(self._history[-1])
        self._history.pop()
        return True

    def _read(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None

    def _decoded(self) -> str:
        try:
            return (self._saved or b"").removeprefix(self._bom).decode("utf-8")
        except UnicodeDecodeError as error:
            raise AnnotationError("not UTF-8", where=str(self.path), remedy="save it as UTF-8") from error

    def _write(self, data: bytes | None) -> None:
        """Make `data` what the file holds; none: there is no file."""
        if self._read() != self._saved:
            raise AnnotationError(
                "the file was changed by somebody else in the meantime", where=str(self.path),
                remedy="start again; nothing was overwritten",
            )  # fmt: skip
        try:
            if data is None:
                self.path.resolve().unlink()
            else:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(self.path, data)
        except OSError as error:
            raise _unwritable(self.path, error) from error
        self._saved = data
        self.text = self._decoded()


def require_writable(path: Path) -> None:
    """Make sure that a file can be written, before any work is done for it; nothing is left behind.

    Raises `AnnotationError` where it cannot.
    """
    folder = next(one for one in path.resolve().parents if one.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> AnnotationError:
    told = f"cannot be written: {error.strerror or error}"
    return AnnotationError(told, where=str(path), remedy="give another path")


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, whole or not at all; permissions stay, a link stays a link.

    Raises `OSError` where the folder cannot be written.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of a file, or those that a new one gets."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
