"""The encoder and its heads: a BERT body, seven tags for each word, and links from words to cues."""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from coalition_cli.neural.encode import PLACES, SHAPES
from coalition_cli.neural.links import BUCKETS
from coalition_cli.neural.marks import STATES

TAGS = 7
ROLES = 2  # source, content
LINK_WIDTH = 128


class Block(nn.Module):
    """One transformer layer, post-norm as BERT has it."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The layer's output for `x`; `mask` is added to the attention scores."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Word pieces with features in; tag logits and link projections out, a row a piece."""

    def __init__(self, config: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.config = config
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.marks = nn.Embedding(STATES, width)
        self.places = nn.Embedding(PLACES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(
            Block(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self.tags = nn.Linear(width, TAGS)
        self.as_cue = nn.Linear(width, ROLES * LINK_WIDTH)
        self.as_role = nn.Linear(width, ROLES * LINK_WIDTH)
        self.role_bias = nn.Linear(width, ROLES)
        self.distance = nn.Parameter(torch.zeros(ROLES, BUCKETS))
        for table in (self.shapes, self.marks, self.places):
            nn.init.zeros_(table.weight)
        for head in (self.tags, self.as_cue, self.as_role, self.role_bias):
            nn.init.normal_(head.weight, std=0.06 if head in (self.as_cue, self.as_role) else 0.03)
            nn.init.zeros_(head.bias)
        nn.init.constant_(self.role_bias.bias, -3.0)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(tag logits, cue projections, role projections); `mask` is true for real pieces.

        The role bias rides along as one more coordinate of each role's projection, against a constant 1 on
        the cue's side, so that a link's score is one dot product (plus a bias for the distance).
        """
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        x = x + self.shapes(features[..., 0]) + self.marks(features[..., 1]) + self.places(features[..., 2])
        x = self.dropout(self.norm(x))
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for block in self.blocks:
            x = block(x, bias)
        y = self.dropout(x)
        shape = (*y.shape[:2], ROLES, LINK_WIDTH)
        cues = self.as_cue(y).view(shape) / math.sqrt(LINK_WIDTH)
        roles = self.as_role(y).view(shape)
        return (
            self.tags(y),
            torch.cat([cues, torch.ones_like(cues[..., :1])], -1),
            torch.cat([roles, self.role_bias(y)[..., None]], -1),
        )


def load_base(folder: Path, dropout: float = 0.1) -> Tagger:
    """A Tagger whose body carries the weights of a BERT checkpoint in `folder`; new heads and features."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    stored = load_file(folder / "model.safetensors")
    old = {name.removeprefix("bert."): value for name, value in stored.items()}
    model = Tagger(config, dropout)
    new = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "positions.weight": old["embeddings.position_embeddings.weight"],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    new["words.weight"] = new["words.weight"] + old["embeddings.token_type_embeddings.weight"][0]
    for i in range(config["num_hidden_layers"]):
        theirs, ours = f"encoder.layer.{i}.", f"blocks.{i}."
        for kind in ("weight", "bias"):
            qkv = [old[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            new[f"{ours}qkv.{kind}"] = torch.cat(qkv)
            new[f"{ours}out.{kind}"] = old[f"{theirs}attention.output.dense.{kind}"]
            new[f"{ours}norm1.{kind}"] = old[f"{theirs}attention.output.LayerNorm.{kind}"]
            new[f"{ours}up.{kind}"] = old[f"{theirs}intermediate.dense.{kind}"]
            new[f"{ours}down.{kind}"] = old[f"{theirs}output.dense.{kind}"]
            new[f"{ours}norm2.{kind}"] = old[f"{theirs}output.LayerNorm.{kind}"]
    missing, unexpected = model.load_state_dict(new, strict=False)
    heads = ("shapes", "marks", "places", "tags", "as_cue", "as_role", "role_bias", "distance")
    if unexpected or any(name.split(".")[0] not in heads for name in missing):
        raise ValueError(f"checkpoint does not fit: missing {missing}, unexpected {unexpected}")
    return model
