"""The commands about the annotation file: what they refuse, before the work, in one line and with 2."""

from __future__ import annotations

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
