"""Who may speak in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.components import state
from coalition_cli.speakers.entities import find_entities

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Names:
    """Writes `doc._.speakers`."""

    def __init__(self) -> None:
        state.register()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate and return the Doc."""
        state.put(doc, "speakers", find_entities(state.view_of(doc)))
        return doc
