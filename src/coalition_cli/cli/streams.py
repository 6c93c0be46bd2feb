"""Standard output and standard error as they may be: in another encoding, full, closed, read no more."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from coalition_cli.errors import CoalitionError
from coalition_cli.render.visible import visible


def prepare() -> None:
    """Standard streams that can be written to as they are; raises CoalitionError without standard output."""
    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough ends the program, as it ends any other in a pipe: quietly, with 141.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stderr is None:
        # Opened before any other file, so that none takes the number of standard error.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        raise CoalitionError("standard output is closed", remedy="send it to a file or another program")
    for stream in (sys.stdout, sys.stderr):
        # What a program reads is UTF-8 whatever the locale. A lone surrogate from a JSON file must not stop
        # the print; "\\ud800" is its JSON escape.
        encoding = None if stream.isatty() else "utf-8"
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def tell(message: object) -> None:
    """A line to a person on standard error; where that cannot be written, the records count for more."""
    with suppress(OSError):
        print(f"coalition: {visible(str(message))}", file=sys.stderr, flush=True)


def settle() -> None:
    """What is still in a stream's buffer and cannot be written is let go: told once, it is told enough."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not _flushed(stream):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _flushed(stream: TextIO) -> bool:
    try:
        stream.flush()
    except OSError:
        return False
    return True
