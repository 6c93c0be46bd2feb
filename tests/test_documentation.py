"""Everything the documentation shows is what its commands print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_block_is_what_its_command_prints() -> None:
    done = subprocess.run(
        [sys.executable, "tools/docs.py"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=170
    )
    assert done.returncode == 0, done.stdout + done.stderr
