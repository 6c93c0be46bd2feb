"""The seeds are the texts that were read by hand: byte for byte, and described."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def test_sources_name_every_seed_with_its_hash() -> None:
    notes = (SEEDS / "SOURCES.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"`(\S+\.txt)` \| `([0-9a-f]{64})`", notes))
    assert listed == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")
    }
    assert len(listed) == 5


def test_seeds_decode_to_themselves(seed_texts: dict[str, str]) -> None:
    for path in SEEDS.glob("*.txt"):
        assert seed_texts[path.stem].encode() == path.read_bytes()
