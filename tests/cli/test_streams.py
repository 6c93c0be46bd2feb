"""Standard streams that are full, closed or left early, and a program that is interrupted."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = "seeds/003_57bb9920ab05aaff.txt"
RULES = "--engine rules"


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `coalition` is this program; seeds and rules only, to be quick."""
    script = f'set -o pipefail; coalition() {{ "{sys.executable}" -m coalition_cli "$@"; }}; {line}'
    return subprocess.run(
        ["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(
    "line", [f"quotes -q {RULES} {SEED}", "schema quotes", f"figures -q -f table {SEED}"]
)
def test_a_full_disk_is_one_plain_line(line: str) -> None:
    done = shell(f"coalition {line} >/dev/full")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("coalition: standard output: ")
    assert "internal" not in done.stderr and "No space left" in done.stderr


def test_a_closed_standard_output_is_one_plain_line() -> None:
    done = shell(f"coalition claims {RULES} {SEED} >&-")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "coalition: standard output is closed (send it to a file or another program)"
    ]


@pytest.mark.parametrize("nowhere", ["2>&-", "2>/dev/full"])
def test_without_standard_error_the_records_come(nowhere: str) -> None:
    done = shell(f"coalition quotes {RULES} {SEED} {nowhere}")
    assert done.returncode == 0
    assert done.stdout == shell(f"coalition quotes {RULES} {SEED}").stdout != ""


def test_a_reader_that_stops_early_ends_it_quietly() -> None:
    # More than a pipe holds, so that the writer is still at it.
    done = shell(f"coalition claims -q {RULES} -f json | head -n 1; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, "")


INTERRUPTED = """
import os, signal, sys

class Stop:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is started without it
sys.meta_path.insert(0, Stop())
sys.argv = ["coalition", "quotes", "--no-cache"]
from coalition_cli.cli.app import main
main()
"""


@pytest.mark.parametrize("name", ["typer", "coalition_cli.cli.commands", "coalition_cli.cli.run", "spacy"])
def test_an_interrupt_is_quiet_from_the_first_import_on(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(name=name)], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
