"""Engines behind one interface: a parsed document in, candidates out.

Nothing after them asks who found what.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ENGINES = ("rules", "neural")
_WEIGHTS = Path(__file__).parents[1] / "neural" / "weights" / "config.json"


class Engine(Protocol):
    """Whatever finds attributions."""

    def find(self, view: View) -> list[Candidate]:
        """The attributions of one document in text order; only turns and posts may hold others."""
        ...


class Rules:
    """The rules alone."""

    def find(self, view: View) -> list[Candidate]:
        """What the rules propose, weighed against one another."""
        from coalition_cli.rules.engine import find_candidates

        return find_candidates(view)


def default_engine() -> str:
    """The learned engine where its weights are installed, else the rules."""
    return "neural" if _WEIGHTS.exists() else "rules"


def load_engine(name: str) -> Engine:
    """The engine of a name in `ENGINES`.

    Raises `ModelError` where the weights of the learned one are missing or altered, `ValueError` for
    another name.
    """
    if name not in ENGINES:
        raise ValueError(f"no engine is called {name!r}; there are {', '.join(ENGINES)}")
    if name == "rules":
        return Rules()
    from coalition_cli.engines.together import Together

    return Together.load()
