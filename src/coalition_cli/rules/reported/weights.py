"""What each piece of evidence has earned, learned on training texts: `lexicons/en/reported_weights.yaml`."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterable

BIAS = "bias: all"


@cache
def weights() -> dict[str, float]:
    """Evidence ("family: key") to its weight in log-odds; what is not there weighs nothing."""
    found = {}
    for family, lines in load("reported_weights").items():
        for line in lines.splitlines():
            value, _, key = line.partition(" ")
            found[f"{family}: {key}"] = float(value)
    return found


def weigh(evidence: Iterable[str]) -> float:
    """The probability (0 to 1) that a candidate with this evidence is right."""
    table = weights()
    total = table[BIAS]
    for name in evidence:
        total += table.get(name, 0.0)
    return 1.0 / (1.0 + exp(-total))
