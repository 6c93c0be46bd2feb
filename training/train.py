"""Train the tagger: seeded, on the CPU, from PolNeAR-shaped JSONL given by path.

    python training/train.py --train TRAIN.jsonl --base FOLDER --out FOLDER [--dev DEV.jsonl]

FOLDER of `--base` holds a BERT checkpoint (config.json, model.safetensors, tokenizer.json). Writes
`model.pt` (averaged weights), `state.pt` (to go on after a stop), `held-out.json` and `log.jsonl` to --out.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
from pathlib import Path
from typing import IO

import numpy as np
import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parent))
import data
from model import Tagger, load_base

from coalition_cli.neural.encode import load_tokenizer
from coalition_cli.neural.links import BUCKETS, buckets

HEAD_RATE = 1e-3
LAYER_DECAY = 0.9
AVERAGE = 0.995
WARM = 100  # steps


def losses(model: Tagger, batch: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """(tag loss a word, link loss a linked word)."""
    tags, cues, roles = model(batch["ids"], batch["features"], batch["mask"])
    tag_loss = F.cross_entropy(tags.flatten(0, 1), batch["tags"].flatten(), ignore_index=data.IGNORED)
    if not len(batch["cue_piece"]):
        return tag_loss, tag_loss * 0
    scores = link_scores(model, cues, roles, batch["cue_window"], batch["cue_piece"])
    wanted = batch["roles"]
    total = F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=data.IGNORED, reduction="sum")
    return tag_loss, total / ((wanted > 0).sum() + len(wanted))


def link_scores(model, cues, roles, window, piece) -> torch.Tensor:
    """Scores (cue, piece, role) with role 0 (none) at 0."""
    cue = cues[window, piece]  # (n, roles, width)
    scores = torch.einsum("nrw,ntrw->ntr", cue, roles[window])
    size = roles.shape[1]
    away = _buckets(size)[piece]  # (n, size)
    scores = scores + model.distance.t()[away]
    return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)


_TABLES: dict[int, torch.Tensor] = {}


def _buckets(size: int) -> torch.Tensor:
    if size not in _TABLES:
        _TABLES[size] = torch.from_numpy(np.stack([buckets(i, size) for i in range(size)]))
    return _TABLES[size]


def groups(model: Tagger, rate: float, decay: float) -> list[dict]:
    """Parameters with their learning rates: lower layers move less, new heads more."""
    depth = len(model.blocks)
    out: dict[tuple[float, float], list] = {}
    for name, value in model.named_parameters():
        if not value.requires_grad:
            continue
        top = name.split(".")[0]
        if top == "blocks":
            speed = rate * decay ** (depth - 1 - int(name.split(".")[1]))
        elif top in ("words", "positions", "norm"):
            speed = rate * decay**depth
        else:
            speed = HEAD_RATE
        weight_decay = 0.01 if value.ndim > 1 and top == "blocks" else 0.0
        out.setdefault((speed, weight_decay), []).append(value)
    return [{"params": values, "lr": speed, "weight_decay": wd} for (speed, wd), values in out.items()]


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--train", type=Path, required=True)
    args.add_argument("--base", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--steps", type=int, default=3600, help="stop after so many")
    args.add_argument("--decay", type=int, default=1800, help="the rate falls to nothing over the last so many steps")
    args.add_argument("--batch", type=int, default=1024, help="word pieces in a batch")
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--seed", type=int, default=7)
    args.add_argument("--held-out", type=float, default=0.08, help="share of the texts kept for tuning")
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--limit", type=int, help="train on so many texts only (to try the script)")
    opts = args.parse_args()
    torch.set_num_threads(opts.threads)
    torch.manual_seed(opts.seed)
    opts.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(opts.base / "tokenizer.json")
    documents, held = data.split(data.read(opts.train), opts.held_out, seed=1)
    documents = documents[: opts.limit]
    model = load_base(opts.base)
    model.words.weight.requires_grad_(False)  # half of all parameters; a third of the time of a step
    optimiser = torch.optim.AdamW(groups(model, opts.rate, LAYER_DECAY), betas=(0.9, 0.98), fused=True)
    log = (opts.out / "log.jsonl").open("a", encoding="utf-8")

    average, step, epoch, done = copy.deepcopy(model), 0, 0, 0
    state_path = opts.out / "state.pt"
    if state_path.exists():
        state = torch.load(state_path, weights_only=True)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        step, epoch, done = state["step"], state["epoch"], state.get("done", 0)
    for group, fresh in zip(optimiser.param_groups, groups(model, opts.rate, LAYER_DECAY), strict=True):
        group["top"] = fresh["lr"]

    begun = time.time()
    model.train()
    while step < opts.steps:
        order = random.Random(opts.seed * 1000 + epoch)
        drawn = data.batches(data.examples(documents, tokenizer, order), opts.batch, order)
        sums = [0.0, 0.0, 0]
        for number, batch in enumerate(drawn[done:], done + 1):
            pace = min(1.0, (step + 1) / WARM, (opts.steps - step) / opts.decay)
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * pace
            tag_loss, link_loss = losses(model, data.collate(batch))
            optimiser.zero_grad(set_to_none=True)
            (tag_loss + LINK_WEIGHT * link_loss).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            keep = min(AVERAGE, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, new in zip(average.parameters(), model.parameters(), strict=True):
                    if new.requires_grad:
                        mean.lerp_(new, 1 - keep)
            sums = [sums[0] + tag_loss.item(), sums[1] + link_loss.item(), sums[2] + 1]
            if step % 20 == 0:
                write(log, epoch=epoch, step=step, s=round(time.time() - begun),
                      tags=round(sums[0] / sums[2], 4), links=round(sums[1] / sums[2], 4))
                sums = [0.0, 0.0, 0]
            if step % 100 == 0 or step == opts.steps:
                torch.save({"model": model.state_dict(), "average": average.state_dict(),
                            "optimiser": optimiser.state_dict(), "step": step, "epoch": epoch, "done": number},
                           state_path)
                torch.save(average.state_dict(), opts.out / "model.pt")
            if step == opts.steps:
                break
        epoch, done = epoch + 1, 0
    write(log, step=step, s=round(time.time() - begun), **held_out_loss(average, held, tokenizer))
    return 0


def write(log: IO[str], **line: float) -> None:
    print(json.dumps(line), file=log, flush=True)


LINK_WEIGHT = 0.7


@torch.no_grad()
def held_out_loss(model: Tagger, documents: list, tokenizer) -> dict[str, float]:
    """Losses and word accuracies on texts kept out of training."""
    model.eval()
    items = data.examples(documents, tokenizer, random.Random(3))
    tag, link, right, words, n = 0.0, 0.0, 0, 0, 0
    for batch in data.batches(items, 2048, random.Random(3)):
        joined = data.collate(batch)
        tag_loss, link_loss = losses(model, joined)
        guess = model(joined["ids"], joined["features"], joined["mask"])[0].argmax(-1)
        seen = (joined["tags"] >= 0)
        right += int(((guess == joined["tags"]) & seen).sum())
        words += int(seen.sum())
        tag, link, n = tag + tag_loss.item(), link + link_loss.item(), n + 1
    return {"held_tags": tag / n, "held_links": link / n, "held_accuracy": right / max(words, 1)}


if __name__ == "__main__":
    sys.exit(main())
