"""Extractions kept between runs, so that a second command on the same texts needs no language model.

One SQLite file in the user's cache folder. A result is found again only under the same text, document id,
model, engine, program, lexicons and libraries; whatever goes wrong with the file costs time, not the result.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sqlite3
import zlib
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_cli.records import Extraction, from_dict, to_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coalition_cli.documents.document import Document

CHUNK = 32
"""Documents looked up together."""
KEPT = 10_000
"""Extractions, the latest; a news article's takes about two kilobytes."""
READ_WHOLE = 1_000_000
"""Bytes: files of the package beyond this (weights) count by size and time, not by content."""
LIBRARIES = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers", "anyascii", "rapidfuzz")
"""What decides beside our own code: another version may find something else."""


class Store:
    """Extractions by document, for one fingerprint."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        """A store in the file `path`, made where there is none; raises `OSError` or `sqlite3.Error`."""
        self.fingerprint = fingerprint
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open()
        except sqlite3.OperationalError:
            raise  # locked by another run, or not to be opened: nothing is wrong with what it holds
        except sqlite3.DatabaseError:
            self._renew()

    def _renew(self) -> None:
        """A new file for a broken one, or what is no database: it held nothing that cannot be found again."""
        self.path.unlink()
        self._open()

    def _open(self) -> None:
        self.database = sqlite3.connect(self.path, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("PRAGMA synchronous = NORMAL")
        self.database.execute("CREATE TABLE IF NOT EXISTS extraction (key TEXT PRIMARY KEY, data BLOB)")

    def get(self, document: Document) -> Extraction | None:
        """What was kept for a document, if anything."""
        with suppress(sqlite3.Error, zlib.error, ValueError, KeyError, TypeError):
            rows = self.database.execute("SELECT data FROM extraction WHERE key = ?", (self._key(document),))
            for (data,) in rows:
                return from_dict(Extraction, json.loads(zlib.decompress(data)))
        return None

    def put(self, document: Document, extraction: Extraction) -> None:
        """Keep what was found in a document; the oldest beyond `KEPT` go."""
        data = zlib.compress(json.dumps(to_dict(extraction)).encode())
        try:
            self.database.execute("REPLACE INTO extraction VALUES (?, ?)", (self._key(document), data))
            self.database.execute(
                "DELETE FROM extraction WHERE rowid <= (SELECT MAX(rowid) FROM extraction) - ?", (KEPT,)
            )
        except sqlite3.OperationalError:
            return  # locked, or the disk is full: the next run may keep it
        except sqlite3.DatabaseError:
            with suppress(OSError, sqlite3.Error):
                self.database.close()
                self._renew()

    def _key(self, document: Document) -> str:
        parts = json.dumps((self.fingerprint, document.id, document.text, document.date))
        return hashlib.sha256(parts.encode()).hexdigest()

    def through(
        self, documents: Iterable[Document], work: Callable[[list[Document]], Iterable[Extraction]]
    ) -> Iterator[Extraction]:
        """Every document's extraction in input order: the one kept, else the one that `work` makes of it."""
        rest = iter(documents)
        while chunk := list(islice(rest, CHUNK)):
            kept = [self.get(document) for document in chunk]
            fresh = iter(work([one for one, known in zip(chunk, kept, strict=True) if known is None]))
            for document, known in zip(chunk, kept, strict=True):
                if known is None:
                    known = next(fresh)
                    if not _is_bare(known):
                        self.put(document, known)
                yield known


def _is_bare(extraction: Extraction) -> bool:
    """Whether nothing was found: as where the extraction failed, which must be told again the next time."""
    return not (extraction.attributions or extraction.figures or extraction.countries or extraction.speakers)


def open_store(model: str, engine: str) -> Store | None:
    """The user's store for a model and an engine; None where no model version or no file is to be had."""
    from platformdirs import user_cache_path

    with suppress(PackageNotFoundError, ValueError, OSError, sqlite3.Error):
        return Store(user_cache_path("coalition") / "extractions.sqlite", fingerprint(model, engine))
    return None


def fingerprint(model: str, engine: str) -> str:
    """A name for everything but the text that decides what is extracted; raises `PackageNotFoundError`."""
    digest = hashlib.sha256()
    for part in (model, version(model), engine, platform.machine(), *map(version, LIBRARIES)):
        digest.update(f"{part}\0".encode())
    package = Path(__file__).parent
    for file in sorted(package.rglob("*")):
        if file.suffix == ".pyc" or not file.is_file():
            continue
        stat = file.stat()
        digest.update(str(file.relative_to(package)).encode())
        whole = stat.st_size < READ_WHOLE
        digest.update(file.read_bytes() if whole else f"{stat.st_size}:{stat.st_mtime_ns}".encode())
    return digest.hexdigest()
