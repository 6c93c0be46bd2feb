"""Choose how to read the exported graph's scores, and calibrate them, on the texts kept out of training.

    python training/tune.py --train TRAIN.jsonl --weights FOLDER

Writes `decoding`, `calibration` and `floor` into FOLDER/config.json and prints what each choice gives. The
calibration is fitted on all held-out texts; the printed figures come from two-fold cross-validation over
texts, so that no text is judged by numbers fitted on it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from dataclasses import asdict
from pathlib import Path

import data
import numpy as np
from sklearn.linear_model import LogisticRegression

from coalition_cli.neural.calibrate import Calibration, log_odds
from coalition_cli.neural.decode import Found, Settings, decode
from coalition_cli.neural.encode import encode, load_tokenizer
from coalition_cli.neural.scores import Scores, score
from coalition_cli.neural.tagger import load_session

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
import score as scorer

PARTS = ("cue", "content", "words", "begin", "end", "source")
GRID = {"boldness": (0.0, 0.5, 1.0, 1.5), "content": (0.3, 0.5), "source": (0.1, 0.2), "row": (0.3, 0.5)}
START = Settings(boldness=1.0, content=0.5, source=0.2, row=0.5)


class Bench:
    """Held-out texts with their scores and gold, and how a reading of the scores does."""

    def __init__(self, documents: list[dict], scores: list[Scores]) -> None:
        self.scores = scores
        self.gold = []
        for document in documents:
            text = document["text"]
            quoted = scorer.letters(text, scorer.quoted_regions(text))
            golds = [
                {"source": scorer.as_spans(a["source"]), "content": scorer.letters(text, a["content"])}
                for a in document["attributions"]
            ]
            self.gold.append((text, quoted, [g for g in golds if g["content"]]))

    def judged(self, settings: Settings) -> list[tuple[list[Found], np.ndarray]]:
        """(found, whether content and source are right), a pair a text."""
        return [self._judge(i, decode(scores, settings)) for i, scores in enumerate(self.scores)]

    def _judge(self, index: int, found: list[Found]) -> tuple[list[Found], np.ndarray]:
        text, _, golds = self.gold[index]
        scores = self.scores[index]

        def spans(parts: tuple) -> list[list[int]]:
            return [[int(scores.starts[a]), int(scores.ends[b - 1])] for a, b in parts]

        preds = [
            {
                "content": scorer.letters(text, spans(one.content)),
                "speaker": spans((one.source,)) if one.source else [],
                "speaker_text": None,
                "at": at,
            }
            for at, one in enumerate(found)
        ]
        right = np.zeros(len(found), dtype=bool)
        for pred, gold, _ in scorer.pair([p for p in preds if p["content"]], golds):
            right[pred["at"]] = scorer.speaker_right(pred, gold, text)
        return found, right

    def f1(self, judged: list, keep: list[np.ndarray]) -> tuple[float, float, float]:
        """Precision, recall, F1 of content and source where only those in `keep` are kept."""
        hits = sum(int(right[kept].sum()) for (_, right), kept in zip(judged, keep, strict=True))
        preds = sum(int(kept.sum()) for kept in keep)
        golds = sum(len(golds) for _, _, golds in self.gold)
        p, r = hits / max(preds, 1), hits / golds
        return 100 * p, 100 * r, 200 * p * r / max(p + r, 1e-9)


def features(found: list[Found]) -> np.ndarray:
    """The log-odds of the parts, a row a find."""
    return np.array([[log_odds(one.sure[part]) for part in PARTS] for one in found]).reshape(-1, len(PARTS))


def fit(judged: list) -> Calibration:
    """A logistic regression: parts to right or wrong."""
    x = np.concatenate([features(found) for found, _ in judged])
    y = np.concatenate([right for _, right in judged])
    model = LogisticRegression(C=1.0, max_iter=1000).fit(x, y)
    weights = {part: round(float(w), 3) for part, w in zip(PARTS, model.coef_[0], strict=True)}
    return Calibration(bias=round(float(model.intercept_[0]), 3), weights=weights)


def crossed(bench: Bench, judged: list) -> tuple[np.ndarray, list[np.ndarray]]:
    """The score of each find by a calibration that has not seen its text, text by text."""
    half = np.arange(len(judged)) % 2
    fits = [fit([j for j, h in zip(judged, half, strict=True) if h != fold]) for fold in (0, 1)]
    return half, [
        np.array([fits[h](one.sure) for one in found]) for (found, _), h in zip(judged, half, strict=True)
    ]


def main() -> int:
    """Read the options, score the held-out texts once, choose, write."""
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--train", type=Path, required=True)
    args.add_argument("--weights", type=Path, required=True)
    args.add_argument("--held-out", type=float, default=0.08)
    opts = args.parse_args()
    _, documents = data.split(data.read(opts.train), opts.held_out, seed=1)
    config = json.loads((opts.weights / "config.json").read_text())
    session = load_session(opts.weights / "tagger.onnx")
    tokenizer = load_tokenizer(opts.weights / "tokenizer.json")
    distance = np.array(config["distance"], dtype=np.float32)
    encoded = (encode(document["text"], tokenizer) for document in documents)
    bench = Bench(documents, [score(pieces, session, distance) for pieces in encoded])

    settings = START
    for name, values in GRID.items():  # one at a time: the figures move little, and together less
        best = (-1.0, values[0])
        for value in values:
            tried = Settings(**{**asdict(settings), name: value})
            judged = bench.judged(tried)
            _, marks = crossed(bench, judged)
            floor, figures = best_floor(bench, judged, marks)
            print(name, value, "floor", floor, "P R F1", *(round(f, 1) for f in figures), flush=True)
            best = max(best, (figures[2], value))
        settings = Settings(**{**asdict(settings), name: best[1]})
    judged = bench.judged(settings)
    _, marks = crossed(bench, judged)
    floor, figures = best_floor(bench, judged, marks)
    print("chosen", settings, "floor", floor, "P R F1", *(round(f, 1) for f in figures))
    show_reliability(judged, marks)
    config.update(decoding=asdict(settings), calibration=asdict(fit(judged)), floor=floor)
    (opts.weights / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    return 0


def best_floor(
    bench: Bench, judged: list, marks: list[np.ndarray]
) -> tuple[float, tuple[float, float, float]]:
    """(floor, figures) where F1 is best."""
    tried = {round(f, 2): bench.f1(judged, [m >= f for m in marks]) for f in np.arange(0.2, 0.56, 0.05)}
    return max(tried.items(), key=lambda item: item[1][2])


def show_reliability(judged: list, marks: list[np.ndarray]) -> None:
    """Print how often finds of like score are right."""
    score_of, right = np.concatenate(marks), np.concatenate([r for _, r in judged])
    for low, high in itertools.pairwise((0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)):
        inside = (score_of >= low) & (score_of < high)
        if inside.any():
            mean, share = score_of[inside].mean(), right[inside].mean()
            band = f"{low:.1f} to {min(high, 1):.1f}"
            print(f"{band}: {inside.sum()} finds, score {mean:.2f}, right {share:.2f}")


if __name__ == "__main__":
    sys.exit(main())
