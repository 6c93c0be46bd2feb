"""A sentence to the figures in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from coalition_cli.figures.find import FigureHit


@pytest.fixture(scope="session")
def figures(nlp: Language) -> Callable[[str], list[FigureHit]]:
    """Finds the figures in a text."""
    from coalition_cli.components import state
    from coalition_cli.figures.find import find_figures

    return lambda text: find_figures(state.view_of(nlp(text)))
