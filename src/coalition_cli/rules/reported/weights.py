"""What each piece of evidence has earned, learned on training texts: `lexicons/en/reported_weights.yaml`."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterable

BIAS = "bias"


@cache
def weights() -> dict[str, float]:
    """Evidence to its weight in log-odds; what is not there weighs nothing."""
    return {name: float(value) for name, value in load("reported_weights").items()}


def weigh(evidence: Iterable[str]) -> float:
    """The probability (0 to 1) that a candidate with this evidence is right."""
    table = weights()
    total = table.get(BIAS, 0.0)
    for name in evidence:
        total += table.get(name, 0.0)
    return 1.0 / (1.0 + exp(-total))
