"""Which documents of a corpus are kept out of training."""

from __future__ import annotations

import random
from typing import Any


def split(documents: list[dict[str, Any]], share: float, seed: int) -> tuple[list, list]:
    """(for training, held out): a seeded choice of documents, the same on every machine."""
    order = sorted(range(len(documents)), key=lambda i: documents[i]["id"])
    random.Random(seed).shuffle(order)
    held = set(order[: round(share * len(order))])
    return [d for i, d in enumerate(documents) if i not in held], [documents[i] for i in sorted(held)]
