"""What the tests share: the seed texts and one loaded pipeline for the whole run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"

# How long an example takes tells how busy the machine is, not whether the program is right.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Results are kept for this run of the tests alone, for all its workers together."""
    base = tmp_path_factory.getbasetemp()
    home = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    os.environ["XDG_CACHE_HOME"] = str(home / "cache-home")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    from coalition_cli.pipeline import load_nlp

    return load_nlp()


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """Every seed text by document id."""
    return {path.stem: path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))}
