"""Paths to documents: files, folders, JSON Lines and standard input, one document at a time.

- A folder stands for its text files (`.txt .text .md .jsonl .ndjson`) and its files of other formats (`.html
  .htm .xhtml .pdf .docx`), those of its folders too, in the order of their names. Hidden ones are left out,
  and so are a folder's own notes (README, SOURCES, LICENSE, …) and what is no regular file (a pipe, a socket,
  a device), which is read only where it is named itself.
- A file named on the command line is read whatever its name, as the format that it is; `.jsonl` and `.ndjson`
  hold a document a line, with `id`, `text` and, where it is known, `date`.
- `-` is standard input: JSON Lines where its first line that is not blank is a JSON object with a `text`,
  else one file of any format with the id `stdin`.
- No path at all is the folder `seeds` of the working directory.
- Ids are told apart: a second document with an id gets its path within the folder as id, or a number.
"""

from __future__ import annotations

import codecs
import errno
import json
import os
import stat
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from typing import IO, Any

from coalition_cli.documents.decode import decode
from coalition_cli.documents.document import Document
from coalition_cli.documents.formats import SUFFIXES as OTHER_FORMATS
from coalition_cli.documents.formats import text_and_date
from coalition_cli.errors import InputError, InputWarning

DEFAULT = "seeds"
SUFFIXES = frozenset((".txt", ".text", ".md", ".jsonl", ".ndjson", *OTHER_FORMATS))
LINES = frozenset((".jsonl", ".ndjson"))
NOTES = frozenset(("readme", "sources", "license", "licence", "changelog", "contributing"))
STDIN = "-"

_BLANK = codecs.BOM_UTF8 + b" \t\r\n\v\f"
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""Byte order marks of UTF-16 and UTF-32, whose lines cannot be told before they are decoded."""


def read_documents(
    paths: Sequence[str], *, stdin: IO[bytes] | None = None
) -> Iterator[Document | InputError]:
    """The documents of some paths, in order, one at a time; nothing is read before it is asked for.

    What cannot be read (a missing path, a file that is no text, a line that is no document) comes as an
    InputError in its place, not raised, so that all others are still done. What is only worth knowing (an
    empty text, a guessed encoding, two documents with one id) is an InputWarning.
    """
    taken: set[str] = set()
    seen: set[str] = set()
    for path in paths or (DEFAULT,):
        for item, name in _read_path(path, seen, stdin):
            yield _told_apart(item, name, taken) if isinstance(item, Document) else item


Item = tuple[Document | InputError, str]
"""A document or a problem, and the other name it may take if its id is taken."""


def _read_path(path: str, seen: set[str], stdin: IO[bytes] | None) -> Iterator[Item]:
    if path == STDIN:
        if stdin is None and sys.stdin is None:
            yield InputError("standard input is closed", remedy="give it a text, or name a file"), path
            return
        yield from _read_stream(stdin or sys.stdin.buffer)
        return
    given = Path(path)
    if not stat.S_ISDIR(_mode(given)):
        yield from _read_once(given, f"{given.parent.name}/{given.stem}", seen)
        return
    unread: list[OSError] = []
    files = list(_files(given, unread))
    for file in files:
        yield from _read_once(file, file.relative_to(given).with_suffix("").as_posix(), seen)
    for error in unread:
        yield _failed(error, str(error.filename)), path
    if not files and not unread:
        remedy = f"it reads {', '.join(sorted(SUFFIXES))}; name other text files one by one"
        yield InputError("no text files in this folder", where=path, remedy=remedy), path


def _files(folder: Path, unread: list[OSError]) -> Iterator[Path]:
    """The text files of a folder and its folders in the order of their names; `unread` takes what fails.

    Links to folders are not followed, so that none leads round in a circle.
    """
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                entries = sorted((one for one in found if not one.name.startswith(".")), key=_by_name)
        except OSError as error:
            unread.append(error)
            continue
        waiting += [Path(one) for one in reversed(entries) if one.is_dir(follow_symlinks=False)]
        yield from (file for file in map(Path, entries) if _is_text_file(file))


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_text_file(path: Path) -> bool:
    """Whether a folder's entry is a text to be read; a pipe or a device of that name might never end."""
    mode = _mode(path)
    if path.suffix.lower() not in SUFFIXES or path.stem.lower() in NOTES or stat.S_ISDIR(mode):
        return False
    if mode and not stat.S_ISREG(mode):
        _warn(f"{path}: left out, for it is no regular file")
        return False
    return True


def _mode(path: Path) -> int:
    """What a path leads to, as `stat` tells it; 0 where it leads nowhere: reading it will say why."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _read_once(file: Path, name: str, seen: set[str]) -> Iterator[Item]:
    """The documents of a file that was not read yet."""
    real = os.path.realpath(file)
    if real in seen:
        _warn(f"{file}: given twice, read once")
        return
    seen.add(real)
    yield from _read_file(file, name)


def _read_file(file: Path, name: str) -> Iterator[Item]:
    try:
        if file.suffix.lower() in LINES:
            with file.open("rb") as lines:
                yield from _read_lines(_told_lines(lines, str(file)), str(file))
        else:
            yield _whole(file.read_bytes(), file.stem, str(file)), name
    except OSError as error:
        yield _failed(error, str(file)), name
    except InputError as error:
        yield error, name


def _failed(error: OSError, path: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        remedy = "give a path, or run it in a folder that has seeds/" if path == DEFAULT else "check the path"
        return InputError("no such file or folder", where=path, remedy=remedy)
    remedy = "check its permissions" if isinstance(error, PermissionError) else "check the path"
    if error.errno == errno.ELOOP:
        remedy = "its links lead round in a circle; name the file itself"
    return InputError(f"cannot be read: {error.strerror or error}", where=path, remedy=remedy)


def _whole(data: bytes, identifier: str, path: str) -> Document:
    """The one document of a file; raises InputError where it holds no text."""
    text, date = text_and_date(data, path)
    return _plain(text, identifier, path, date)


def _plain(text: str, identifier: str, path: str, date: str | None = None) -> Document:
    if not text.strip():
        _warn(f"{path}: no text in it, so there is nothing to find")
    return Document(id=identifier, text=text, path=path, date=date)


def _read_stream(stream: IO[bytes]) -> Iterator[Item]:
    """Standard input: JSON Lines or one text, told by the first line that is not blank."""
    try:
        lines = _told_lines(stream, STDIN)
        head: list[bytes] = []
        while not (head and head[-1].strip(_BLANK)) and (line := next(lines, b"")):
            head.append(line)
        if head and _is_record(head[-1]):
            yield from _read_lines(chain(head, lines), STDIN)
        else:
            yield _whole(b"".join(chain(head, lines)), "stdin", STDIN), "stdin"
    except OSError as error:
        yield _failed(error, STDIN), STDIN
    except InputError as error:
        yield error, STDIN


def _told_lines(stream: Iterable[bytes], where: str) -> Iterator[bytes]:
    """The lines of a stream of bytes; UTF-16 and UTF-32 become UTF-8, where a line can be told."""
    lines = iter(stream)
    first = next(lines, b"")
    if first.startswith(_MARKS):
        yield from BytesIO(decode(b"".join(chain((first,), lines)), where).encode())
    elif first:
        yield first
        yield from lines


def _is_record(line: bytes) -> bool:
    """Whether a line is a JSON object with a text."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "text" in data


def _read_lines(lines: Iterable[bytes], where: str) -> Iterator[Item]:
    """The documents of JSON Lines: an object with `id` and `text` a line; each bad line is named."""
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip(_BLANK):
            continue
        empty = False
        try:
            yield _record(line, where, number), f"{Path(where).stem}-{number}"
        except InputError as error:
            yield error, where
    if empty:
        _warn(f"{where}: empty, so there is nothing to find")


def _record(line: bytes, where: str, number: int) -> Document:
    """The document on one line; raises InputError where it is none."""
    remedy = 'give one object a line: {"id": "…", "text": "…"}'

    def problem(message: str, column: int | None = None) -> InputError:
        return InputError(message, where=where, line=number, column=column, remedy=remedy)

    try:
        data: Any = json.loads(decode(line, where, number))
    except json.JSONDecodeError as error:
        raise problem(f"not JSON: {error.msg}", error.colno) from None
    except (ValueError, RecursionError):
        raise problem("not JSON that can be read: too deep, or a number too long") from None
    if not isinstance(data, dict):
        raise problem("not a JSON object")
    identifier, text = data.get("id"), data.get("text")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise problem("has no id")
    if not isinstance(text, str):
        raise problem("has no text")
    if not _is_unicode(identifier + text):
        raise problem("holds half of a surrogate pair, which no text has")
    return _plain(text, identifier, where, _given_date(data.get("date")))


def _given_date(value: Any) -> str | None:
    """The day of an ISO date or time; anything else is no date, and the text may bear one."""
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except (TypeError, ValueError):
        return None


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _told_apart(document: Document, name: str, taken: set[str]) -> Document:
    """The document under an id that no document before it has."""
    identifier = document.id
    if identifier in taken:
        numbered = (f"{document.id}-{number}" for number in count(2))
        identifier = next(one for one in chain((name,), numbered) if one not in taken)
        _warn(f"{document.path}: there is a document {document.id} already, so this one is {identifier}")
        document = replace(document, id=identifier)
    taken.add(identifier)
    return document


def _warn(message: str) -> None:
    warnings.warn(message, InputWarning, stacklevel=2)
