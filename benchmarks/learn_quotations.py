#!/usr/bin/env python3
"""What each piece of evidence for the readings of a quotation is worth, learned from attributions.

    python benchmarks/learn_quotations.py TRAIN.jsonl --parsed CACHE.spacy       writes the weights
    python benchmarks/learn_quotations.py TRAIN.jsonl --parsed CACHE.spacy --held-out 10 --dry-run

Every frame of every outermost quotation is right or wrong: right where it names the source of the gold
attribution that holds most of the quotation, and its content shares half of its letters or more with that
attribution's span. A logistic regression over its evidence says how likely it is right. With `--held-out N`
every Nth document is left out of the learning and shows how well the probabilities hold.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any

from corpus import parsed_views, read_rows
from logistic import learn, write_weights
from score import letters, speaker_right

from coalition_cli.rules.candidate import Offsets
from coalition_cli.rules.quotation.evidence import evidence_of
from coalition_cli.rules.quotation.frame import Frame
from coalition_cli.rules.quotation.frames import frames_of
from coalition_cli.rules.quotation.stretches import stretches
from coalition_cli.rules.view import View

OUT = Path(__file__).parent.parent / "src/coalition_cli/lexicons/en/quotation_weights.yaml"
PENALTY = 4.0  # of 1, 2 and 4 the best F1 and calibration on every tenth document of PolNeAR train
RAREST = 4
SMALLEST = 0.02  # log-odds below which a weight is not worth a line
BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)

Example = tuple[frozenset[str], bool]


def main() -> None:
    """Learn, and write or print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--parsed", type=Path, required=True, metavar="CACHE")
    arguments.add_argument("--held-out", type=int, default=0, metavar="N")
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--dry-run", action="store_true")
    options = arguments.parse_args()
    rows = read_rows(options.corpus)
    kept: list[Example] = []
    held: list[Example] = []
    for number, (row, view) in enumerate(zip(rows, parsed_views(rows, options.parsed), strict=True)):
        out = options.held_out and number % options.held_out == 0
        (held if out else kept).extend(examples(row, view))
    weights = learn(kept, penalty=PENALTY, rarest=RAREST)
    if held:
        print_reliability(held, weights)
    if not options.dry_run:
        head = (
            "What each piece of evidence for the readings of a quotation is worth, in log-odds.",
            f"Written by `benchmarks/learn_quotations.py` from {len(kept)} frames of PolNeAR train; "
            "do not edit by hand.",
        )
        write_weights(weights, options.out, head, SMALLEST)


def examples(row: dict[str, Any], view: View) -> Iterator[Example]:
    """Every frame in one document with its evidence, judged."""
    text = row["text"]
    golds = [(letters(text, gold["content"]), gold) for gold in row["attributions"]]
    for stretch in stretches(view):
        quotation = (stretch.quotation.start, stretch.quotation.end)
        own = letters(text, [quotation])
        held = [(len(own & content), gold) for content, gold in golds]
        most, gold = max(held, key=lambda pair: pair[0], default=(0, None))
        frames = frames_of(view, stretch)
        for frame in frames:
            right = 2 * most > len(own) and _is_right(text, frame, gold, quotation)
            yield frozenset(evidence_of(view, stretch, frame, frames)), right


def _is_right(text: str, frame: Frame, gold: Any, quotation: Offsets) -> bool:
    """Whether a frame has the source of a gold attribution and half of its span around the quotation."""
    speaker = None if frame.source is None else [list(frame.source)]
    if not speaker_right({"speaker": speaker, "speaker_text": None}, gold, text):
        return False
    span = max(gold["content"], key=lambda one: min(one[1], quotation[1]) - max(one[0], quotation[0]))
    theirs, ours = letters(text, [span]), letters(text, [(frame.start, frame.end)])
    return 2 * len(theirs & ours) >= len(theirs | ours)


def print_reliability(held: list[Example], weights: dict[str, float]) -> None:
    """How often frames of a probability are right, on documents kept out of the learning."""
    scored = []
    for names, right in held:
        total = weights["bias"] + sum(weights.get(name, 0.0) for name in names)
        scored.append((1 / (1 + exp(-total)), right))
    print("probability   frames  right")
    for low, high in pairwise(BINS):
        inside = [right for probability, right in scored if low <= probability < high]
        share = sum(inside) / len(inside) if inside else 0.0
        print(f"{low:.2f} to {min(high, 1.0):.2f}  {len(inside):6}  {share:.3f}")


if __name__ == "__main__":
    main()
