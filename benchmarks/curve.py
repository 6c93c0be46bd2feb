#!/usr/bin/env python3
"""What `--min-confidence` trades: precision, recall and F1 at each least confidence, and calibration.

    python benchmarks/curve.py GOLD.jsonl [--engine neural]

GOLD is PolNeAR-shaped. Prints a Markdown table over all kinds (e2e), and how many of the records in each
bin of confidence are right.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from coalition_cli import Document, extract, load_nlp
from coalition_cli.assemble import confident
from coalition_cli.evaluation.polnear import read_polnear
from coalition_cli.evaluation.report import evaluate

LEAST = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Extract once, evaluate at each least confidence, print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--engine")
    options = arguments.parse_args()
    gold = list(read_polnear(options.gold))
    documents = [Document(one.id, one.text, "-") for one in gold]
    found = list(extract(load_nlp(engine=options.engine), documents))
    print("| least confidence | found | precision | recall | F1 |\n| --- | --- | --- | --- | --- |")
    for least in LEAST:
        kept = [confident(one, least).attributions for one in found]
        row = next(row for row in evaluate(list(zip(gold, kept, strict=True))).rows if row.name == "all")
        cells = (row.found, row.e2e.precision.value, row.e2e.recall.value, row.e2e.f1.value)
        print(f"| {least} | " + " | ".join(map(str, cells)) + " |")
    report = evaluate([(one, extraction.attributions) for one, extraction in zip(gold, found, strict=True)])
    print("\n| confidence | records | mean | right |\n| --- | --- | --- | --- |")
    for one in report.reliability:
        print(f"| {one.low}–{one.high} | {one.records} | {one.confidence:.2f} | {one.right:.2f} |")


if __name__ == "__main__":
    main()
