"""PolNeAR-shaped JSONL as windows with tags and links."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from split import split as split
from tokenizers import Tokenizer
from torch import Tensor

from coalition_cli.neural.encode import CLS, SEP, Encoded, encode
from coalition_cli.neural.scores import word_ends
from coalition_cli.neural.windows import Window, plan

NONE, SOURCE, CONTENT = range(3)
IGNORED = -100
B_SOURCE, B_CUE, B_CONTENT = 1, 3, 5  # the I tag is one more
LONGEST, OVERLAP = 446, 24


@dataclass
class Example:
    """One window: pieces with features, a tag a piece, and (cue piece, role of every piece) rows."""

    ids: np.ndarray
    features: np.ndarray
    tags: np.ndarray
    cues: np.ndarray
    roles: np.ndarray


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def restyle(text: str, chance: random.Random) -> str:
    """Now and then another style of marks, character for character, so that no style is a stranger."""
    style = chance.random()
    if style < 0.80:
        return text
    if style < 0.87:  # straight or curly, whichever it was not
        if '"' in text:
            return _curl(text, "“", "”")
        return text.translate(str.maketrans("“”‘’", "\"\"''"))
    if any(mark in text for mark in "‘’") or " '" in text:
        return text  # single marks are in use already
    if style < 0.94:
        return _curl(text, "‘", "’").translate(str.maketrans("“”", "‘’"))
    return text.translate(str.maketrans('"“”', "'''"))


def _curl(text: str, opening: str, closing: str) -> str:
    out, inside = [], False
    for char in text:
        if char == "\n":
            inside = False
        if char == '"':
            char = closing if inside else opening
            inside = not inside
        out.append(char)
    return "".join(out)


def labelled(document: dict[str, Any], text: str, tokenizer: Tokenizer) -> tuple[Encoded, np.ndarray, list]:
    """(pieces, tags, [(cue piece, {piece: role})]) of a whole document."""
    pieces = encode(text, tokenizer)
    where = np.flatnonzero(pieces.first)
    starts = pieces.starts[where]
    stops = word_ends(pieces, where)
    tags = np.zeros(len(pieces), dtype=np.int64)
    tags[~pieces.first] = IGNORED

    def covered(span: list[int]) -> np.ndarray:
        low = int(np.searchsorted(stops, span[0], side="right"))
        return where[low : int(np.searchsorted(starts, span[1], side="left"))]

    links = []
    for role, begin in (("content", B_CONTENT), ("source", B_SOURCE), ("cue", B_CUE)):
        spans = [span for one in document["attributions"] for span in one[role]]
        for span in sorted(spans, key=lambda s: s[0] - s[1], reverse=True):  # the longest has the last word
            if len(at := covered(span)):
                tags[at] = begin + 1
                tags[at[0]] = begin
    for one in document["attributions"]:
        cue = [i for span in one["cue"] for i in covered(span)]
        if cue:
            roles = {int(i): CONTENT for span in one["content"] for i in covered(span)}
            roles.update({int(i): SOURCE for span in one["source"] for i in covered(span)})
            links.append((int(cue[0]), roles))
    return pieces, tags, links


def examples(
    documents: list, tokenizer: Tokenizer, chance: random.Random, restyled: bool = True
) -> list[Example]:
    """The windows of one epoch: marks restyled (if so wished) and cuts drawn by `chance`."""
    out = []
    for document in documents:
        pieces, tags, links = labelled(
            document, restyle(document["text"], chance) if restyled else document["text"], tokenizer
        )
        breaks = np.flatnonzero(pieces.ids == SEP).astype(np.int32) + 1
        first = chance.randint(160, LONGEST)
        windows = plan(breaks, len(pieces), LONGEST, OVERLAP, first)
        out.extend(_example(pieces, tags, links, window) for window in windows)
    return out


def _example(pieces: Encoded, tags: np.ndarray, links: list, window: Window) -> Example:
    start, end = window.start, window.end
    size = end - start + 2
    ids = np.full(size, SEP, dtype=np.int64)
    ids[0], ids[1:-1] = CLS, pieces.ids[start:end]
    features = np.zeros((size, 3), dtype=np.int64)
    features[1:-1] = pieces.features[start:end]
    mine = np.full(size, IGNORED, dtype=np.int64)
    mine[1:-1] = tags[start:end]
    inside = [(cue, roles) for cue, roles in links if start <= cue < end]
    rows = np.full((len(inside), size), IGNORED, dtype=np.int64)
    for row, (_, roles) in zip(rows, inside, strict=True):
        row[mine != IGNORED] = NONE
        for piece, role in roles.items():
            if start <= piece < end:
                row[piece - start + 1] = role
    return Example(ids, features, mine, np.array([c - start + 1 for c, _ in inside], dtype=np.int64), rows)


def batches(items: list[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of about `pieces` word pieces, windows of like length together, in drawn order."""
    order = sorted(items, key=lambda e: len(e.ids) + chance.random() * 40)
    out: list[list[Example]] = []
    for item in order:
        if out and (len(out[-1]) + 1) * max(len(item.ids), len(out[-1][-1].ids)) <= pieces:
            out[-1].append(item)
        else:
            out.append([item])
    chance.shuffle(out)
    return out


def collate(batch: list[Example]) -> dict[str, Tensor]:
    """A batch as padded tensors; the links of all its windows one below the other."""
    size = max(len(e.ids) for e in batch)

    def padded(arrays: list[np.ndarray], fill: int) -> Tensor:
        table = np.full((len(arrays), size, *arrays[0].shape[1:]), fill, dtype=np.int64)
        for row, array in zip(table, arrays, strict=True):
            row[: len(array)] = array
        return torch.from_numpy(table)

    lengths = torch.tensor([len(e.ids) for e in batch])
    rows = [row for e in batch for row in e.roles]
    return {
        "ids": padded([e.ids for e in batch], 0),
        "features": padded([e.features for e in batch], 0),
        "mask": torch.arange(size)[None, :] < lengths[:, None],
        "tags": padded([e.tags for e in batch], IGNORED),
        "cue_window": torch.tensor([i for i, e in enumerate(batch) for _ in e.cues], dtype=torch.long),
        "cue_piece": torch.tensor([int(c) for e in batch for c in e.cues], dtype=torch.long),
        "roles": padded(rows, IGNORED) if rows else torch.zeros(0, size, dtype=torch.long),
    }
