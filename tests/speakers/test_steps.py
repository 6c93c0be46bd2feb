"""Every step takes the sentence that its docstring names and leaves the other; [[ ]] marks the source."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest

from coalition_cli.speakers import steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

_EXAMPLE = re.compile(r"^(Takes|Leaves): (.*\[\[.*)$", re.MULTILINE)
EXAMPLES = [
    pytest.param(text, kind == "Takes", id=f"{info.name}-{kind}")
    for info in iter_modules(steps.__path__)
    for kind, text in _EXAMPLE.findall(import_module(f"{steps.__name__}.{info.name}").__doc__ or "")
]


@pytest.mark.parametrize(("text", "is_told"), EXAMPLES)
def test_takes_and_leaves(resolved: Callable[[str], list[Resolution]], text: str, is_told: bool) -> None:
    (resolution,) = resolved(text)
    assert bool(resolution.speakers) == is_told
