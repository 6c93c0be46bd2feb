#!/usr/bin/env python3
"""Learn what agreement between rules and tagger is worth, on the texts that the tagger was not trained on.

    python training/combine.py --train TRAIN.jsonl --parsed CACHE.spacy [--weights FOLDER] [--held-out 0.08]

Writes `src/coalition_cli/lexicons/en/together.yaml`. An example is a pair of candidates (or one alone); it is
right where the chosen one's content overlaps a gold content by half and its source is the gold one. Prints
how often each was right. Learn the rules' weights without the kept-out texts first, else their part in the
agreement is flattered (`README.md` has the steps).
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

from corpus import parsed_views, read_rows
from split import split

from coalition_cli.engines import together
from coalition_cli.engines.together import TAGGED_FLOOR, pair
from coalition_cli.neural import Tagger
from coalition_cli.records import WHOLE_BLOCK
from coalition_cli.rules.engine import find_candidates

OUT = Path(together.__file__).parents[1] / "lexicons" / "en" / "together.yaml"
PENALTY = 1.0  # L2; the features are few and the examples some thousands
"""Keeps a feature that hardly varies from growing without end."""


def regression(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression, bias last, by Newton's method."""
    inputs = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(inputs.shape[1])
    penalty = np.diag([PENALTY] * rows.shape[1] + [1e-6])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (sure - right) + penalty @ weights
        hessian = (inputs.T * (sure * (1 - sure))) @ inputs + penalty
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def letters(text: str, spans: list) -> set[int]:
    """Offsets of letters and digits, as `benchmarks/score.py` counts them."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def is_right(text: str, one: object, golds: list[dict]) -> bool:
    """Whether a candidate overlaps some gold content by half and has its source."""
    content = letters(text, one.content)  # type: ignore[attr-defined]
    for gold in golds:
        other = letters(text, gold["content"])
        if len(content & other) * 2 >= len(content | other) and content:
            source = one.source  # type: ignore[attr-defined]
            if not gold["source"] or source is None:
                return not gold["source"] and source is None
            return bool(letters(text, [source]) & letters(text, gold["source"]))
    return False


def features(rule: object, tag: object) -> tuple[str, dict[str, float]]:
    """Who found it, and the features that `weigh` uses."""
    if rule is None:
        return "tagger alone", together.alone("tagger", tag)  # type: ignore[arg-type]
    if tag is None:
        return "rules alone", together.alone("rules", rule)  # type: ignore[arg-type]
    return "both", together.agreement(rule, tag)  # type: ignore[arg-type]


def main() -> int:
    """Learn, print, write."""
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--train", type=Path, required=True)
    args.add_argument("--parsed", type=Path)
    args.add_argument("--weights", type=Path)
    args.add_argument("--held-out", type=float, default=0.08)
    opts = args.parse_args()
    rows = read_rows(opts.train)
    held = {one["id"] for one in split(rows, opts.held_out, seed=1)[1]}
    tagger = Tagger.load(opts.weights)
    examples = defaultdict(list)
    for row, view in zip(rows, parsed_views(rows, opts.parsed), strict=True):
        if row["id"] not in held:
            continue
        ruled = [one for one in find_candidates(view) if one.form not in WHOLE_BLOCK]
        for rule, tag in pair(ruled, tagger.find(view.text, TAGGED_FLOOR)):
            who, found = features(rule, tag)
            chosen = together.choose(rule, tag)
            examples[who].append((found, is_right(view.text, chosen, row["attributions"])))
            if who == "both":
                for name, one in (("rule", rule), ("tagger", tag)):
                    examples[f"{name} of both, {rule.form}"].append(
                        ({}, is_right(view.text, one, row["attributions"]))
                    )
    lines = [
        "# What agreement between rules and tagger is worth, in log-odds.",
        f"# Written by `training/combine.py` from {len(held)} texts of PolNeAR train kept from the tagger.",
    ]
    for who, own in sorted(examples.items()):
        right = np.array([truth for _, truth in own], dtype=float)
        print(f"{who}: {len(own)} pairs, {right.mean():.3f} right")
        names = list(own[0][0])
        if names:
            weights = regression(np.array([[one[name] for name in names] for one, _ in own]), right)
            lines.append(f'"{who}":')
            lines += [
                f'  "{name}": "{value:.3f}"' for name, value in zip([*names, "bias"], weights, strict=True)
            ]
    lines += ['"floor":', f'  "score": "{FLOOR}"']
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


FLOOR = 0.35
"""Below this a find costs more F1 than it brings (PolNeAR train, texts kept out; 0.3 to 0.4 are level)."""


if __name__ == "__main__":
    sys.exit(main())
