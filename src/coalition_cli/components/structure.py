"""Structure before grammar, marks before parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.components import state
from coalition_cli.documents.marks import pair_marks
from coalition_cli.documents.structure import read_blocks
from coalition_cli.documents.terms import mark_terms

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Structure:
    """Writes `doc._.blocks` and `doc._.quotations`, and starts a sentence with every block."""

    def __init__(self) -> None:
        state.register()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate and return the Doc; blocks that it brings along are kept (those of a longer text)."""
        text = doc.text  # put together anew each time it is asked for
        if doc._.blocks is None:
            state.put(doc, "blocks", read_blocks(text))
        blocks = state.blocks_of(doc)
        state.put(doc, "quotations", mark_terms(text, pair_marks(text, blocks)))
        starts = iter(block.start for block in blocks)
        due = next(starts, None)
        for token in doc:
            if due is not None and token.idx + len(token) > due:
                token.is_sent_start = True
                while due is not None and due < token.idx + len(token):
                    due = next(starts, None)
        return doc
