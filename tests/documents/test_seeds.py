"""The seeds are the texts that were read by hand: byte for byte, and described."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from coalition_cli.documents.document import Document
from coalition_cli.documents.read import read_documents

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def test_sources_name_every_seed_with_its_hash() -> None:
    notes = (SEEDS / "SOURCES.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"`(\S+\.txt)` \| `([0-9a-f]{64})`", notes))
    assert listed == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")
    }
    assert len(listed) == 5


def test_seeds_decode_to_themselves() -> None:
    texts = {one.path: one.text for one in read_documents([str(SEEDS)]) if isinstance(one, Document)}
    assert texts == {str(path): path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
