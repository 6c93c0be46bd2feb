#!/usr/bin/env python3
"""What each piece of evidence for reported speech is worth, learned from a corpus of attributions.

    python benchmarks/learn_cues.py TRAIN.jsonl --parses CACHE.spacy           writes the weights
    python benchmarks/learn_cues.py TRAIN.jsonl --parses CACHE.spacy --held-out 10 --dry-run
    python benchmarks/learn_cues.py TRAIN.jsonl --parses CACHE.spacy --table   cue words with their precision

TRAIN has `id`, `text` and `attributions` a line, as `score.py` reads them. The parses are kept in CACHE and
used again while it exists: delete it after a change of model or structure.

Every proposal of every reported rule is right or wrong (its content shares at least half of its letters with
a gold content, and the source is the gold's); a logistic regression over its features says how likely it is
right (`logistic.py`): the same corpus gives the same weights. With `--held-out N` every Nth document is left
out, and the curve over those is printed.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from corpus import parsed_views, read_rows
from logistic import learn
from score import as_spans, letters, score, speaker_right

from coalition_cli.rules.candidate import Offsets
from coalition_cli.rules.reported import RULES
from coalition_cli.rules.reported.features import features_of
from coalition_cli.rules.reported.weighed import source_of
from coalition_cli.rules.view import View

OUT = Path(__file__).parent.parent / "src/coalition_cli/lexicons/en/reported_weights.yaml"
PENALTY = 3.0  # of 1, 2, 3, 4 the best F1 in five folds of PolNeAR train; flat around it
RAREST = 3  # proposals with a feature, below which it is left out
SMALLEST = 0.05  # log-odds below which a weight is not worth a line
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Example:
    """One proposal: its features, and whether the gold has it."""

    shape: str
    word: str
    content: tuple[Offsets, ...]
    source: Offsets | None
    features: tuple[str, ...]
    right: bool


def main() -> None:
    """Learn, and write or print."""
    options = _arguments()
    rows = read_rows(options.corpus)
    documents = [
        _examples(row, view) for row, view in zip(rows, parsed_views(rows, options.parses), strict=True)
    ]
    if options.table:
        _print_table([one for document in documents for one in document])
        return
    kept = [one for index, document in enumerate(documents) if _is_kept(index, options) for one in document]
    weights = learn([(one.features, one.right) for one in kept], penalty=PENALTY, rarest=RAREST)
    if options.held_out:
        held = [index for index in range(len(rows)) if not _is_kept(index, options)]
        _print_curve([rows[index] for index in held], [documents[index] for index in held], weights)
    if not options.dry_run:
        _write(weights, len(kept), options.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--parses", type=Path, required=True)
    parser.add_argument("--held-out", type=int, default=0, metavar="N")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--dry-run", action="store_true")
    return parser.parse_args()


def _is_kept(index: int, options: argparse.Namespace) -> bool:
    return not options.held_out or index % options.held_out != 0


def _examples(row: dict[str, Any], view: View) -> list[Example]:
    """Every proposal in one document, judged."""
    golds = [(letters(row["text"], gold["content"]), gold) for gold in row["attributions"]]
    found = []
    for rule in RULES:
        for one in rule.proposals(view):
            source = source_of(view, one)
            right = _is_right(row["text"], golds, one.content, source)
            features = tuple(dict.fromkeys(features_of(view, one)))
            found.append(Example(one.shape, one.cue.cue.word, one.content, source, features, right))
    return found


def _is_right(
    text: str,
    golds: Iterable[tuple[set[int], dict[str, Any]]],
    content: tuple[Offsets, ...],
    source: Offsets | None,
) -> bool:
    """Whether the best-fitting gold attribution shares half of the content and the source."""
    own = letters(text, as_spans(list(content)))
    best, right = 0.5, False
    for letters_, gold in golds:
        share = len(own & letters_) / len(own | letters_) if own or letters_ else 0.0
        if share >= best:
            best = share
            right = speaker_right({"speaker": as_spans(source), "speaker_text": None}, gold, text)
    return right


def _write(weights: dict[str, float], examples: int, out: Path) -> None:
    """The weights worth a line, rounded, in alphabetical order."""
    kept = {name: value for name, value in weights.items() if abs(value) >= SMALLEST}
    kept["bias: all"] = kept.pop("bias")
    families: dict[str, list[str]] = defaultdict(list)
    for name, value in sorted(kept.items()):
        family, _, key = name.partition(": ")
        families[family].append(f"  {value:.2f} {key}")
    lines = [
        "# What each piece of evidence for reported speech is worth, in log-odds, by family of evidence.",
        f"# Written by `benchmarks/learn_cues.py` from {examples} proposals; do not edit by hand.",
    ]
    for family, entries in families.items():
        lines += [f"{json.dumps(family, ensure_ascii=False)}: |", *entries]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights written to {out}")


def _print_curve(
    rows: list[dict[str, Any]], documents: list[list[Example]], weights: dict[str, float]
) -> None:
    """Precision, recall and F1 of reported contents alone, by the least score that makes a record."""
    print("least  exact P/R/F1        overlap P/R/F1      e2e P/R/F1          attr")
    for least in THRESHOLDS:
        predictions = []
        for row, document in zip(rows, documents, strict=True):
            quotes = [
                {"content": one.content, "speaker": one.source} for one in _best(document, weights, least)
            ]
            predictions.append({"id": row["id"], "quotes": quotes})
        result = score(rows, predictions)["indirect"]
        cells = ["/".join(f"{100 * result[name][key]:.1f}" for key in ("p", "r", "f1")) for name in _METRICS]
        print(f"{least:<6} " + " ".join(f"{cell:<19}" for cell in cells), f"{100 * result['attr']:.1f}")


_METRICS = ("exact", "overlap", "e2e")


def _best(document: list[Example], weights: dict[str, float], least: float) -> list[Example]:
    """The proposals that overlap no better one."""
    scored = [(_probability(one, weights), one) for one in document]
    kept: list[Example] = []
    for probability, one in sorted(scored, key=lambda item: -item[0]):
        if probability >= least and not any(_overlap(one.content, other.content) for other in kept):
            kept.append(one)
    return kept


def _probability(one: Example, weights: dict[str, float]) -> float:
    logit = weights["bias"] + sum(weights.get(name, 0.0) for name in one.features)
    return 1 / (1 + exp(-logit))


def _overlap(first: tuple[Offsets, ...], second: tuple[Offsets, ...]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in first for b in second)


def _print_table(examples: list[Example]) -> None:
    """Cue words by shape: how often proposed, how often right, words with most hits first."""
    tally: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in examples:
        count = tally[one.shape, one.word]
        count[0] += 1
        count[1] += one.right
    for (shape, word), (proposed, right) in sorted(tally.items(), key=lambda item: -item[1][1]):
        print(f"{shape:<24} {word:<20} {proposed:>5} {right:>5} {right / proposed:.2f}")


if __name__ == "__main__":
    main()
