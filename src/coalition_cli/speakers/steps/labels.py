"""The person of a turn's label, a transcript's title or a post's signature.

Takes: John Healey: The plan is ready. (a turn of its own)
Leaves: A turn whose label, "The minister", fits two of those named in the labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.entities import REPORTER
from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.steps.resolution import Resolution, nobody, told

if TYPE_CHECKING:
    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.speakers.steps.scene import Scene


def without_label(block: Block | None, form: str) -> Resolution:
    """A turn or post with no label: in an interview the reporter asks, else nobody can be told."""
    if block is not None and block.kind == "question":
        return Resolution((REPORTER,), form, "a question whose asker is not named")
    return nobody(f"the {form} names nobody")


def by_label(scene: Scene, span: Offsets, form: str) -> Resolution | None:
    """Whom a label at `span` names or, where it gives an office alone, the one who holds it."""
    places = [place for place in scene.index.inside(span) if place.entity.type != "country"]
    whole = (place for place in places if place[:2] == span)
    place = next(whole, places[0] if places else None)
    if place is None:
        return _by_office(scene, span)
    return Resolution((place.entity.id,), form, f"named as {scene.view.text[place.start : place.end]!r}")


def _by_office(scene: Scene, span: Offsets) -> Resolution | None:
    """The one speaker whose label bears the office that a transcript's title gives without a name."""
    labels = {block.source for block in scene.view.blocks if block.source}
    places = (place for label in labels for place in scene.index.inside(label))
    persons = (place.entity for place in places if place.entity.type == "person")
    title = scene.view.text[slice(*span)]
    office = role_heads(title)
    fits = {one.id: one for one in persons if any(role_heads(role) & office for role in one.roles)}
    if len(fits) != 1:
        return None
    (bearer,) = fits.values()
    return told(bearer, "title", title)
