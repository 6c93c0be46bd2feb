"""From how sure the tagger is of the parts to how often such an attribution is right."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over the log-odds of the parts, fitted on texts kept out of training."""

    bias: float
    weights: dict[str, float] = field(default_factory=dict)

    def __call__(self, sure: dict[str, float]) -> float:
        """The share of attributions like this one that are right, 0 to 1."""
        parts = (weight * log_odds(sure[name]) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-self.bias - sum(parts)))


def log_odds(probability: float) -> float:
    """Log-odds, held between -7 and 7 so that no single part decides alone."""
    bounded = min(max(probability, 0.001), 0.999)
    return math.log(bounded / (1 - bounded))
