"""What the learned engine alone finds, as input of score.py.

    python benchmarks/neural_predict.py TEXTS.jsonl OUT.jsonl [--weights FOLDER] [--floor F]

TEXTS has `id` and `text` a line, OUT gets `id` and `quotes`. Prints words, seconds and words a second.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from coalition_cli.neural import Tagger


def main() -> int:
    """Read the texts, find, write."""
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("texts", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--weights", type=Path, help="a folder of weights other than the one that ships")
    args.add_argument("--floor", type=float, help="leave out finds scored under it")
    opts = args.parse_args()
    tagger = Tagger.load(opts.weights)
    with opts.texts.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    begun = time.perf_counter()
    with opts.out.open("w", encoding="utf-8") as out:
        for document in documents:
            found = tagger.find(document["text"], opts.floor)
            quotes = [{"content": one.content, "speaker": one.source, "speaker_text": None} for one in found]
            out.write(json.dumps({"id": document["id"], "quotes": quotes}) + "\n")
    seconds = time.perf_counter() - begun
    words = sum(len(document["text"].split()) for document in documents)
    print(f"{words} words in {seconds:.1f} s: {words / seconds:.0f} a second", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
