"""Logistic regression over named evidence, in numpy: the same examples give the same weights."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

STEPS = 1500
RATE = 0.05


def learn(examples: Sequence[tuple[Iterable[str], bool]], *, penalty: float, rarest: int) -> dict[str, float]:
    """Evidence to weight in log-odds, "bias" among them.

    `penalty` is the L2 penalty (none on the bias); evidence in fewer than `rarest` examples is left out.
    Full batches, Adam from zero, a rate that falls to nothing.
    """
    sets = [frozenset(names) for names, _ in examples]
    counts = Counter(name for names in sets for name in names)
    index = {name: number for number, name in enumerate(sorted(counts)) if counts[name] >= rarest}
    index = {name: number for number, name in enumerate(index)}
    pairs = [(row, index[name]) for row, names in enumerate(sets) for name in sorted(names) if name in index]
    rows, columns = np.array(pairs).T
    truth = np.array([float(right) for _, right in examples])
    weights = np.zeros(len(index) + 1)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        logits = weights[-1] + np.bincount(rows, weights=weights[columns], minlength=len(truth))
        error = 1 / (1 + np.exp(-logits)) - truth
        gradient = np.append(np.bincount(columns, weights=error[rows], minlength=len(index)), error.sum())
        gradient[:-1] += penalty * weights[:-1]
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        change = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        weights -= RATE * (1 - step / STEPS) * change
    return {"bias": float(weights[-1])} | dict(zip(index, map(float, weights), strict=False))


def write_weights(weights: dict[str, float], path: Path, head: Sequence[str], smallest: float) -> None:
    """The weights worth a line as quoted YAML, in alphabetical order, under comment lines."""
    kept = {
        name: value for name, value in sorted(weights.items()) if abs(value) >= smallest or name == "bias"
    }
    lines = [f"# {line}" for line in head]
    lines += [f'{json.dumps(name, ensure_ascii=False)}: "{value:.2f}"' for name, value in kept.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights written to {path}")
