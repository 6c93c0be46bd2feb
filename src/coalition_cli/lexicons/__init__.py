"""Words as data: quoted YAML, read once, every scalar a string."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> Any:
    """The lexicon `lexicons/en/NAME.yaml` as dicts and lists of strings.

    Every scalar stays a string: `NO` is Norway, never false. Callers must not change what they get.
    """
    import yaml

    text = resources.files(__package__).joinpath("en", f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
