"""What the tests share: the seed texts and one loaded pipeline for the whole run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    from coalition_cli.pipeline import load_nlp

    return load_nlp()


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """Every seed text by document id."""
    return {path.stem: path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))}
