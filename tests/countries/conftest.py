"""A sentence to the countries it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from coalition_cli.countries.find import CountryHit


@pytest.fixture(scope="session")
def mentions(nlp: Language) -> Callable[[str], list[CountryHit]]:
    """Finds the mentions in a text."""
    from coalition_cli.components import state
    from coalition_cli.countries.find import find_mentions

    return lambda text: find_mentions(state.view_of(nlp(text)))
