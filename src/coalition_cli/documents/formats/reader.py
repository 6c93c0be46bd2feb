"""The libraries that read other formats: extras, asked for by name where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from coalition_cli.errors import InputError


def reader(library: str, extra: str, where: str) -> Any:
    """A library that reads a format; raises `InputError` with the extra to install where it cannot be had."""
    try:
        return import_module(library)
    except ImportError as error:
        raise InputError(
            f"{library}, which reads this format, cannot be imported: {str(error).splitlines()[0]}",
            where=where,
            remedy=f"install coalition-cli with its extra [{extra}], or give a text file",
        ) from None
