#!/usr/bin/env python3
"""Run every command that the documentation shows, on a terminal of 80 columns, and compare what it prints.

    python tools/docs.py            check; exit 1 with a diff where a page and its commands differ
    python tools/docs.py --write    put what the commands print into the pages

A block is fenced as ```console and begins with a line `$ command`; what the command writes to standard output
follows. Commands run in the project's root with this Python's scripts first on the path.
"""

from __future__ import annotations

import argparse
import difflib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"^```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)


def main() -> int:
    """Check or write the pages; the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--write", action="store_true")
    write = arguments.parse_args().write
    changed = 0
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = refreshed(old)
        changed += old != new
        if write:
            page.write_text(new, encoding="utf-8")
        else:
            name = str(page.relative_to(ROOT))
            sys.stdout.writelines(
                difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, f"{name} as run")
            )
    return 1 if changed and not write else 0


def refreshed(text: str) -> str:
    """A page with every block's output as its command prints it today."""
    commands = list(dict.fromkeys(match["command"] for match in BLOCK.finditer(text)))
    with ThreadPoolExecutor(2) as pool:
        outputs = dict(zip(commands, pool.map(output_of, commands), strict=True))
    return BLOCK.sub(lambda match: f"```console\n$ {match['command']}\n{outputs[match['command']]}```", text)


def output_of(command: str) -> str:
    """What a shell command writes to standard output when that is a terminal of 80 columns without colour."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    scripts = str(Path(sys.executable).parent)
    env = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
    env |= {"PATH": f"{scripts}{os.pathsep}{env['PATH']}", "TERM": "dumb", "NO_COLOR": "1"}
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.DEVNULL,
    )
    os.close(slave)
    raw = b"".join(iter(lambda: _read(master), b""))
    process.wait()
    os.close(master)
    return "".join(line.rstrip() + "\n" for line in raw.decode().replace("\r\n", "\n").splitlines())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO when the last writer has closed a terminal.
        return b""


if __name__ == "__main__":
    sys.exit(main())
