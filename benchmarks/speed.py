#!/usr/bin/env python3
"""Speed of the extraction as a share of the bare language model's, both measured in turn in one run.

    python benchmarks/speed.py CORPUS.jsonl [--engine rules] [--rounds 5] [--limit N]

CORPUS holds `id` and `text` a line. Compile the virtual environment first (`python -m compileall`).
Prints words a second of both and the median, least and greatest ratio of the pairs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path

import spacy

from coalition_cli import Document, extract, load_nlp
from coalition_cli.pipeline import MODEL


def seconds(work: object) -> float:
    """Wall seconds to run an iterator to its end; do nothing else on the machine meanwhile."""
    start = time.perf_counter()
    for _ in work:  # type: ignore[attr-defined]
        pass
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--engine", default="rules")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--limit", type=int)
    options = arguments.parse_args()

    lines = options.corpus.read_text(encoding="utf-8").splitlines()[: options.limit]
    documents = [Document(one["id"], one["text"], "-") for one in map(json.loads, lines)]
    texts = [one.text for one in documents]
    words = sum(len(text.split()) for text in texts)
    bare, full = spacy.load(MODEL), load_nlp(engine=options.engine)
    seconds(bare.pipe(texts[:5]))
    seconds(extract(full, documents[:5]))
    bare_speeds, full_speeds = [], []
    for _ in range(options.rounds):
        bare_speeds.append(words / seconds(bare.pipe(texts)))
        full_speeds.append(words / seconds(extract(full, documents)))
    ratios = [ours / theirs for ours, theirs in zip(full_speeds, bare_speeds, strict=True)]
    print(f"{len(texts)} texts, {words} words, {options.rounds} rounds, engine {options.engine}")
    print(f"bare nlp.pipe  {statistics.median(bare_speeds):7,.0f} words/s (median)")
    print(f"extract        {statistics.median(full_speeds):7,.0f} words/s (median)")
    print(f"ratio          {statistics.median(ratios):.2f} (median; {min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
