#!/usr/bin/env python3
"""What an engine finds in a corpus, in the form that `score.py` reads.

    python benchmarks/polnear.py GOLD.jsonl OUT.jsonl [--parsed CACHE.spacy] [--engine rules]
    python benchmarks/score.py GOLD.jsonl OUT.jsonl

The speaker of each prediction is the source mention in place. With `--parsed` the parses are kept in a file
and read from it the next time.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpus import parsed_views, read_rows

from coalition_cli.engines import ENGINES, load_engine


def main() -> None:
    """Find and write."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--parsed", type=Path, metavar="CACHE")
    arguments.add_argument("--engine", choices=ENGINES, default="rules")
    options = arguments.parse_args()
    engine = load_engine(options.engine)
    rows = read_rows(options.gold)
    with options.out.open("w", encoding="utf-8") as out:
        for row, view in zip(rows, parsed_views(rows, options.parsed), strict=True):
            quotes = [
                {"content": one.content, "speaker": one.source, "speaker_text": None}
                for one in engine.find(view, engine.read(view.text))
            ]
            out.write(json.dumps({"id": row["id"], "quotes": quotes}) + "\n")


if __name__ == "__main__":
    main()
