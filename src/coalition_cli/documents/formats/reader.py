"""The libraries that read other formats: extras, asked for by name where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from coalition_cli.errors import InputError


def reader(library: str, extra: str, where: str) -> Any:
    """A library that reads a format; raises `InputError` with the extra to install where it is missing."""
    try:
        return import_module(library)
    except ImportError:
        raise InputError(
            f"{library}, which reads this format, is not installed",
            where=where,
            remedy=f"pip install {library} (or coalition-cli with its extra [{extra}]), or give a text file",
        ) from None
