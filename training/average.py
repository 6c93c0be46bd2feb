"""Average the weights of runs that began from the same save and differ in their seed.

    python training/average.py --runs RUN RUN --out RUN

Writes `model.pt` into the folder of `--out`, for `export.py`. One model that costs what one costs and reads
better than either (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch


def main() -> int:
    """Read, average, write."""
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--runs", type=Path, nargs="+", required=True)
    args.add_argument("--out", type=Path, required=True)
    opts = args.parse_args()
    states = [torch.load(run / "model.pt", weights_only=True) for run in opts.runs]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    opts.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, opts.out / "model.pt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
