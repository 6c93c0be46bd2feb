"""The commands about the annotation file: what they refuse, before the work, in one line and with 2."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "“We will stay,” minister Anna Berg said on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder: one text in seeds/, a file that is no folder, no annotations yet."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "d.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "plain.txt").write_text("")
    return tmp_path


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that a refused call says."""
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "internal error" not in line
    return line


@pytest.mark.parametrize("path", ["plain.txt/x.yaml", "/proc/x.yaml"])
@pytest.mark.parametrize("call", [("annotate", "-o"), ("review", "--annotations")])
def test_what_cannot_be_written_is_named_before_any_text_is_read(
    coalition: Run, folder: Path, call: tuple[str, ...], path: str
) -> None:
    done = coalition(*call, path, "--model", "en_no_such_model", cwd=folder)
    assert refused(done).startswith(f"coalition: {path}: cannot be written: ")


BROKEN = {
    "not UTF-8": (b"version: 1 # \xe9\n", "annotations.yaml:1:14: A001 not UTF-8"),
    "no YAML": (b"version: [\n", "annotations.yaml:2:1: A002 not YAML"),
    "unknown key": (b"version: 1\nquots: []\n", "annotations.yaml:2:1: A005 unknown key 'quots'"),
}


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize("call", [("--fix",), ("--accept", "so"), ("--fix", "--accept", "so", "--write")])
def test_a_broken_file_is_not_mended_by_halves(
    coalition: Run, folder: Path, content: str, call: tuple[str, ...]
) -> None:
    file = folder / "annotations.yaml"
    data, told = BROKEN[content]
    file.write_bytes(data)
    done = coalition("check", *call, "--annotations", "annotations.yaml", cwd=folder)
    assert refused(done).startswith(f"coalition: {told}")
    assert file.read_bytes() == data


@pytest.mark.parametrize("call", [("--fix",), ("--accept", "so")])
def test_a_text_that_is_missing_fails_the_proposal_too(
    coalition: Run, folder: Path, call: tuple[str, ...]
) -> None:
    (folder / "annotations.yaml").write_text("version: 1\n")
    done = coalition("check", *call, "--annotations", "annotations.yaml", "nosuch.txt", "seeds", cwd=folder)
    assert done.returncode == 2
    assert "nosuch.txt: no such file" in done.stderr


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (("--write",), "--fix or --accept"),
        (("--accept", " "), "--accept needs a reason"),
        (("--fix", "--format", "json"), "--format"),
        (("--no-annotations", "--format", "sarif"), "--format"),
        (("--no-annotations", "--strict"), "--strict"),
        (("--no-annotations", "--doc", "d"), "--doc"),
        (("--no-annotations", "--fix", "--write"), "--fix, --write"),
        (("--no-annotations", "--accept", "so"), "--accept"),
    ],
)
def test_options_that_would_do_nothing_are_a_usage_error(
    coalition: Run, folder: Path, call: tuple[str, ...], named: str
) -> None:
    (folder / "annotations.yaml").write_text("version: 1\n")
    env = {"COLUMNS": "200"}
    done = coalition("check", *call, "--annotations", "annotations.yaml", cwd=folder, env=env)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr
    assert done.stderr.startswith("coalition: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_check_told_to_be_quiet_is(coalition: Run, folder: Path) -> None:
    (folder / "seeds" / "empty.txt").write_text("")
    (folder / "annotations.yaml").write_text("version: 1\n")
    call = ("check", "--annotations", "annotations.yaml", "--engine", "rules")
    quiet = coalition(*call, "--quiet", cwd=folder)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    first, second = coalition(*call, cwd=folder).stderr.splitlines()
    assert first == "coalition: seeds/empty.txt: no text in it, so there is nothing to find"
    assert second == "coalition: 0 findings, 0 entries in 2 documents"


def test_a_text_whose_name_is_not_utf8_is_checked(coalition: Run, folder: Path) -> None:
    with (folder / "seeds" / os.fsdecode(b"caf\xe9.txt")).open("w", encoding="utf-8") as file:
        file.write(TEXT)
    (folder / "annotations.yaml").write_text("version: 1\n")
    call = ("--annotations", "annotations.yaml", "--engine", "rules")
    done = coalition("check", *call, "--strict", "--format", "sarif", cwd=folder)
    results = json.loads(done.stdout)["runs"][0]["results"]
    files = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert (done.returncode, files) == (1, {"seeds/caf%E9.txt", "seeds/d.txt"})
    assert "not UTF-8" in refused(coalition("annotate", "-o", "new.yaml", "--engine", "rules", cwd=folder))


def test_gold_that_cannot_be_read_is_an_input_error(coalition: Run, folder: Path) -> None:
    (folder / "gold.jsonl").write_bytes(b'{"id": "a", "text": "\xe9", "attributions": []}\n')
    done = coalition("evaluate", "gold.jsonl", "--engine", "rules", cwd=folder)
    assert refused(done).startswith("coalition: gold.jsonl:1: not UTF-8: byte 0xE9")


def test_brat_texts_of_one_name_are_all_evaluated(coalition: Run, folder: Path) -> None:
    for name in ("one", "two"):
        (folder / "gold" / name).mkdir(parents=True)
        (folder / "gold" / name / "a.txt").write_text(TEXT, encoding="utf-8")
        (folder / "gold" / name / "a.ann").write_text("T1\tContent 1 13\tWe will stay\n", encoding="utf-8")
    done = coalition("evaluate", "gold", "--engine", "rules", "--format", "json", cwd=folder)
    (report,) = json.loads(done.stdout)
    assert (done.returncode, report["documents"]) == (0, 2)
