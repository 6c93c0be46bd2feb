"""Who speaks in a turn or post by its label: in it *he*, *she* and *it* are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.view import SPOKEN

if TYPE_CHECKING:
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.index import Index


def own_speakers(view: View, index: Index, offset: int) -> frozenset[str]:
    """The ids of those whom the label of the turn around an offset names; none outside turns."""
    block = view.block_at(offset)
    if block is None or block.source is None or block.kind not in SPOKEN:
        return frozenset()
    return frozenset(place.entity.id for place in index.inside(block.source))
