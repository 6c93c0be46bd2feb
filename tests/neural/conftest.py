"""The tagger as it ships, loaded once."""

from __future__ import annotations

import pytest

from coalition_cli.neural import Tagger
from coalition_cli.neural.encode import load_tokenizer
from coalition_cli.neural.tagger import WEIGHTS


@pytest.fixture(scope="session")
def tokenizer():
    return load_tokenizer(WEIGHTS / "tokenizer.json")


@pytest.fixture(scope="session")
def tagger():
    return Tagger.load()
