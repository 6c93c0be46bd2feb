"""Engines behind one interface: a parsed document in, candidates out.

Nothing after them asks who found what.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ENGINES = ("rules", "neural")
_WEIGHTS = Path(__file__).parents[1] / "neural" / "weights" / "config.json"


class Engine(Protocol):
    """Whatever finds attributions, in two steps: the first needs no parse and may run beside it."""

    def read(self, text: str) -> list[Candidate]:
        """What the text alone shows."""
        ...

    def find(self, view: View, read: Sequence[Candidate]) -> list[Candidate]:
        """The attributions of one document in text order; only turns and posts may hold others."""
        ...


class Rules:
    """The rules alone."""

    def read(self, text: str) -> list[Candidate]:
        """Nothing: the rules need the parse."""
        return []

    def find(self, view: View, read: Sequence[Candidate]) -> list[Candidate]:
        """What the rules propose, weighed against one another."""
        from coalition_cli.rules.engine import completed, find_candidates

        return completed(view, find_candidates(view))


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
