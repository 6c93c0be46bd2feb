"""Where figures stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.components import state
from coalition_cli.figures.find import find_figures

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Figures:
    """Writes `doc._.figures`."""

    def __init__(self) -> None:
        state.register()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate and return the Doc."""
        state.put(doc, "figures", find_figures(state.view_of(doc)))
        return doc
