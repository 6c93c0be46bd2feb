"""Where countries are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.components import state
from coalition_cli.countries.find import find_mentions

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Countries:
    """Writes `doc._.country_mentions`."""

    def __init__(self) -> None:
        state.register()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate and return the Doc."""
        state.put(doc, "country_mentions", find_mentions(state.view_of(doc)))
        return doc
