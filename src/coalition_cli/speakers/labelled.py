"""A headline's label that says where something is: the country before a colon.

Takes: [[Chad]]: Video Shows Soldiers.
Leaves: [[Chad]]: “We are late”; [[Jane Roe]]: It was late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.speakers.steps.scene import Scene


def labels_place(scene: Scene, candidate: Candidate) -> bool:
    """Whether a source is nothing but a country with a colon behind it, and nothing stands in marks."""
    source = candidate.source
    if candidate.form != "reported" or source is None or not scene.view.text.startswith(":", source[1]):
        return False
    return any(place[:2] == source and place.entity.type == "country" for place in scene.index.inside(source))
