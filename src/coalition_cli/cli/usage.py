"""A call that is wrong, in one line with the remedy."""

from __future__ import annotations

import re
import sys
from typing import Any

import typer

from coalition_cli.cli.streams import tell

_BAD_CHOICE = re.compile(r"(?:Value error, )?(?P<given>'.*') is not one of (?P<choices>'.*')\.?$", re.DOTALL)
_PYDANTIC = re.compile(r"^(?:Value error, |Input )")


def told_usage(error: Exception) -> bool:
    """Whether an error is of the call; if so it has been told.

    Typer carries its own copy of Click or uses the one installed, depending on its version, so what they
    raise is known by what it can do.
    """
    if not hasattr(error, "format_message"):
        return False
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()  # type: ignore[attr-defined]
    else:
        tell(f"{_problem(error)}; try '{_path(error)} --help'")
    return True


def _problem(error: Any) -> str:
    """What is wrong, in our own words where the parser speaks of itself."""
    if not isinstance(error, typer.BadParameter) or not error.message:
        return _lowered(" ".join(error.format_message().split()).rstrip("."))
    message = " ".join(error.message.split()).rstrip(".")
    if choice := _BAD_CHOICE.search(message):
        message = f"{choice['given']} is not one of {choice['choices'].replace(chr(39), '')}"
    told = _PYDANTIC.sub("", message)
    if error.param is None:
        return told
    return f"{_name(error)} {told}" if told.startswith("should ") else f"{told} for {_name(error)}"


def _name(error: typer.BadParameter) -> str:
    """The option or argument as people type it."""
    param: Any = error.param
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name).strip("[].")


def _path(error: Any) -> str:
    """The command whose help tells more."""
    if error.ctx is not None:
        return str(error.ctx.command_path)
    from coalition_cli.cli.commands import app

    named = next((one for one in sys.argv[1:2] if one in {info.name for info in app.registered_commands}), "")
    return f"coalition {named}".rstrip()


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
