"""The real command line, run as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

READING = ("quotes", "claims", "speakers", "countries", "figures", "show", "explain", "extract")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def coalition() -> Run:
    """Run `coalition` with arguments; `cwd` (the project), `stdin` and `env` may be set."""

    def run(
        *arguments: object, cwd: Path = ROOT, stdin: bytes | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        given = [*map(str, arguments)]
        if given[0] in READING and "--engine" not in given:
            given += ["--engine", "rules"]  # the same to the command line, and two seconds less a run
        clean = {
            key: value
            for key, value in os.environ.items()
            if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")
        }
        done = subprocess.run(
            [sys.executable, "-m", "coalition_cli", *given],
            cwd=cwd,
            input=stdin or b"",
            capture_output=True,
            env={**clean, "PYTHONIOENCODING": "utf-8", **(env or {})},
            check=False,
            timeout=120,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
