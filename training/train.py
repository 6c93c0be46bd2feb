"""Train the tagger: seeded, on the CPU, from PolNeAR-shaped JSONL given by path.

    python training/train.py --train TRAIN.jsonl --base FOLDER --out FOLDER

FOLDER of `--base` holds a BERT checkpoint (config.json, model.safetensors, tokenizer.json). Writes to
`--out`: `model.pt` (weights averaged over the last steps), `state.pt` (a second call goes on from there, also
with other `--steps`), `log.jsonl` (losses; at the end those on the texts kept out).
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import data
import numpy as np
import torch
from model import Tagger, load_base
from tokenizers import Tokenizer as Pieces
from torch.nn import functional

from coalition_cli.neural.encode import load_tokenizer
from coalition_cli.neural.links import buckets

HEAD_RATE = 1e-3
LAYER_DECAY = 0.9
AVERAGE = 0.995
WARM = 100  # steps
LINK_WEIGHT = 0.7
SAVE_EVERY = 100
IDEAS = ("links", "features", "styles", "freezing")  # what `--without` can leave out, see ABLATION.md


def losses(model: Tagger, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """(tag loss a word, link loss a linked word)."""
    tags, cues, roles = model(batch["ids"], batch["features"], batch["mask"])
    tag_loss = functional.cross_entropy(
        tags.flatten(0, 1), batch["tags"].flatten(), ignore_index=data.IGNORED
    )
    if not len(batch["cue_piece"]):
        return tag_loss, tag_loss * 0
    scores = link_scores(model, cues, roles, batch["cue_window"], batch["cue_piece"])
    wanted = batch["roles"]
    total = functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten(), ignore_index=data.IGNORED, reduction="sum"
    )
    return tag_loss, total / ((wanted > 0).sum() + len(wanted))


def link_scores(
    model: Tagger, cues: torch.Tensor, roles: torch.Tensor, window: torch.Tensor, piece: torch.Tensor
) -> torch.Tensor:
    """Scores (cue, piece, role) with role 0 (none) at 0."""
    scores = torch.einsum("nrw,ntrw->ntr", cues[window, piece], roles[window])
    scores = scores + model.distance.t()[_distances(roles.shape[1])[piece]]
    return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)


_TABLES: dict[int, torch.Tensor] = {}


def _distances(size: int) -> torch.Tensor:
    if size not in _TABLES:
        _TABLES[size] = torch.from_numpy(np.stack([buckets(i, size) for i in range(size)]))
    return _TABLES[size]


def groups(model: Tagger, rate: float) -> list[dict[str, Any]]:
    """Parameters with their learning rates: lower layers move less, new heads more."""
    depth = len(model.blocks)
    out: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, value in model.named_parameters():
        if not value.requires_grad:
            continue
        top = name.split(".")[0]
        if top == "blocks":
            speed = rate * LAYER_DECAY ** (depth - 1 - int(name.split(".")[1]))
        elif top in ("words", "positions", "norm"):
            speed = rate * LAYER_DECAY**depth
        else:
            speed = HEAD_RATE
        weight_decay = 0.01 if value.ndim > 1 and top == "blocks" else 0.0
        out.setdefault((speed, weight_decay), []).append(value)
    return [{"params": values, "lr": speed, "weight_decay": wd} for (speed, wd), values in out.items()]


@dataclass
class Run:
    """A training run that can be saved and taken up again."""

    model: Tagger
    average: Tagger
    optimiser: torch.optim.Optimizer
    link_weight: float = LINK_WEIGHT
    step: int = 0
    epoch: int = 0
    done: int = 0  # batches of this epoch

    @classmethod
    def begin(cls, base: Path, rate: float, out: Path, without: str | None = None) -> Run:
        """A fresh run from a checkpoint, or the one saved in `out`; `without` one idea of `IDEAS`."""
        model = load_base(base)
        # the words are half of all weights and a quarter of the time of a step
        frozen = [] if without == "freezing" else [model.words]
        if without == "features":
            frozen += [model.shapes, model.marks, model.places]  # which begin as noughts
        for table in frozen:
            table.weight.requires_grad_(False)
        optimiser = torch.optim.AdamW(groups(model, rate), betas=(0.9, 0.98), fused=True)
        run = cls(model, copy.deepcopy(model), optimiser, 0.0 if without == "links" else LINK_WEIGHT)
        if (out / "state.pt").exists():
            state = torch.load(out / "state.pt", weights_only=True)
            model.load_state_dict(state["model"])
            run.average.load_state_dict(state["average"])
            optimiser.load_state_dict(state["optimiser"])
            run.step, run.epoch, run.done = state["step"], state["epoch"], state["done"]
        for group, fresh in zip(optimiser.param_groups, groups(model, rate), strict=True):
            group["top"] = fresh["lr"]
        return run

    def learn(self, batch: dict[str, torch.Tensor], pace: float) -> tuple[float, float]:
        """One step at `pace` times the top rates; the two losses."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * pace
        tag_loss, link_loss = losses(self.model, batch)
        self.optimiser.zero_grad(set_to_none=True)
        (tag_loss + self.link_weight * link_loss).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for mean, new in zip(self.average.parameters(), self.model.parameters(), strict=True):
                if new.requires_grad:
                    mean.lerp_(new, 1 - keep)
        return tag_loss.item(), link_loss.item()

    def save(self, out: Path) -> None:
        """Everything to go on from here, and the averaged weights by themselves."""
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "epoch": self.epoch,
            "done": self.done,
        }
        torch.save(state, out / "state.pt")
        torch.save(self.average.state_dict(), out / "model.pt")


def train(run: Run, documents: list[dict[str, Any]], tokenizer: Pieces, opts: argparse.Namespace) -> None:
    """Learn until `--steps`: full rate after a warm-up, falling to nothing over the last `--decay` steps."""
    begun = time.time()
    run.model.train()
    seen: list[tuple[float, float]] = []
    with (opts.out / "log.jsonl").open("a", encoding="utf-8") as log:
        while run.step < opts.steps:
            chance = random.Random(opts.seed * 1000 + run.epoch)
            windows = data.examples(documents, tokenizer, chance, restyled=opts.without != "styles")
            drawn = data.batches(windows, opts.batch, chance)
            for batch in drawn[run.done : run.done + opts.steps - run.step]:
                pace = min(1.0, (run.step + 1) / WARM, (opts.steps - run.step) / opts.decay)
                seen.append(run.learn(data.collate(batch), pace))
                run.done += 1
                if run.step % 20 == 0:
                    tags, links = np.mean(seen, axis=0).round(4).tolist()
                    write(log, step=run.step, s=round(time.time() - begun), tags=tags, links=links)
                    seen.clear()
                if run.step % SAVE_EVERY == 0 or run.step == opts.steps:
                    run.save(opts.out)
            run.epoch, run.done = run.epoch + 1, 0


def write(log: IO[str], **line: float) -> None:
    """One line of the log, at once."""
    print(json.dumps(line), file=log, flush=True)


@torch.no_grad()
def held_out_losses(model: Tagger, documents: list[dict[str, Any]], tokenizer: Pieces) -> dict[str, float]:
    """Losses and the share of words tagged right, on texts kept out of training."""
    model.eval()
    sums, right, words = np.zeros(2), 0, 0
    drawn = data.batches(data.examples(documents, tokenizer, random.Random(3)), 2048, random.Random(3))
    for batch in map(data.collate, drawn):
        sums += [loss.item() for loss in losses(model, batch)]
        guess = model(batch["ids"], batch["features"], batch["mask"])[0].argmax(-1)
        seen = batch["tags"] >= 0
        right += int(((guess == batch["tags"]) & seen).sum())
        words += int(seen.sum())
    tags, links = sums / len(drawn)
    return {"held_tags": tags, "held_links": links, "held_right": right / max(words, 1)}


def main() -> int:
    """Read the options, train, report."""
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--train", type=Path, required=True)
    args.add_argument("--base", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--steps", type=int, default=3600, help="stop after so many (about 915 an epoch)")
    args.add_argument("--decay", type=int, default=1800, help="the rate falls over the last so many steps")
    args.add_argument("--batch", type=int, default=1024, help="word pieces in a batch")
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--seed", type=int, default=7)
    args.add_argument("--held-out", type=float, default=0.08, help="share of the texts kept for tuning")
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--limit", type=int, help="train on so many texts only (to try the script)")
    args.add_argument("--without", choices=IDEAS, help="leave one idea out, to see what it is worth")
    opts = args.parse_args()
    torch.set_num_threads(opts.threads)
    torch.manual_seed(opts.seed)
    opts.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(opts.base / "tokenizer.json")
    documents, held = data.split(data.read(opts.train), opts.held_out, seed=1)
    run = Run.begin(opts.base, opts.rate, opts.out, opts.without)
    train(run, documents[: opts.limit], tokenizer, opts)
    figures = held_out_losses(run.average, held, tokenizer)
    with (opts.out / "log.jsonl").open("a", encoding="utf-8") as log:
        write(log, step=run.step, **figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
