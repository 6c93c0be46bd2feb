"""Option groups: a command asks for a dataclass and Typer sees its fields as options.

Typer has no way to share options between commands; this is that way, so that each option is declared once.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints


def expand(command: Callable[..., None]) -> Callable[..., None]:
    """The command with every dataclass parameter replaced by that dataclass's fields as options."""
    parameters = inspect.signature(command, eval_str=True).parameters.values()
    groups: dict[str, Any] = {one.name: one.annotation for one in parameters if is_dataclass(one.annotation)}
    flat = [part for one in parameters for part in _fields_of(one)]

    @functools.wraps(command)
    def run(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{field.name: values.pop(field.name) for field in fields(group)})
        command(**values)

    run.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    return run


def _fields_of(parameter: inspect.Parameter) -> list[inspect.Parameter]:
    """A dataclass parameter's fields as parameters of their own; any other parameter as it is."""
    group = parameter.annotation
    if not is_dataclass(group):
        return [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(group)
    ]
