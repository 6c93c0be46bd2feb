"""Those who speak in a chat log under a nickname written small: "<tamsin> Shall we start?"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coalition_cli.rules.view import TURNS

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View


def nicks(view: View) -> dict[str, list[Offsets]]:
    """Every label of a turn that is written small, with the places where it stands: no other label is."""
    found: dict[str, list[Offsets]] = defaultdict(list)
    for source in sorted({block.source for block in view.blocks if block.kind in TURNS and block.source}):
        nick = view.text[slice(*source)]
        if nick[0].islower() and " " not in nick:
            found[nick].append(source)
    return dict(found)
