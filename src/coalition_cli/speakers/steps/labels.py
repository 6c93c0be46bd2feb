"""The person of a turn's label, a transcript's title or a post's signature.

Takes: John Healey: The plan is ready. (a turn of its own)
Leaves: A turn whose label, "The minister", fits two of those named in the labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.documents.structure.askers import asks_by_role
from coalition_cli.speakers.courts import is_role_of_court
from coalition_cli.speakers.entities import REPORTER
from coalition_cli.speakers.press import has_reporters
from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.steps.resolution import Resolution, nobody, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.scene import Scene

_INITIAL = re.compile(r"(?P<letter>[^\W\d_])\. (?P<surname>[^\W\d_][\w'’-]+)")


def without_label(scene: Scene, block: Block | None, form: str) -> Resolution:
    """A turn or post with no label: at a press event a reporter asks, else nobody can be told."""
    if block is not None and block.kind == "question" and has_reporters(scene.view):
        return Resolution((REPORTER,), form, "a question whose asker is not named")
    return nobody(f"the {form} names nobody")


def by_label(scene: Scene, span: Offsets, form: str) -> Resolution | None:
    """Whom a label at `span` names or, where it gives an office alone, the one who holds it."""
    label = scene.view.text[slice(*span)]
    if is_role_of_court(label):
        return nobody(f"{label!r} is a role in court")
    if asks_by_role(label):
        return nobody(f"{label!r} is whoever asks")
    places = [place for place in scene.index.inside(span) if place.entity.type != "country"]
    if not places:
        return _by_office(scene, span)
    ending = (place for place in places if place.end == span[1])
    place = next((place for place in places if place[:2] == span), next(ending, places[0]))
    if initial := _INITIAL.fullmatch(label):
        return _by_initial(scene, place, initial)
    return _named(scene, place, form)


def _named(scene: Scene, place: Place, form: str) -> Resolution:
    """The one whom a place in a label names; by a surname alone, the one who speaks under it in full."""
    label = scene.view.text[place.start : place.end]
    known = (
        {} if " " in place.entity.name else {one.id: one for one in _speaking(scene) if _bears(one, label)}
    )
    if len(known) > 1:
        return nobody(f"{label!r} is the surname of several who speak")
    if known:
        return told(next(iter(known.values())), "surname", label)
    return Resolution((place.entity.id,), form, f"named as {label!r}")


def _bears(one: Entity, surname: str) -> bool:
    """Whether somebody's full name ends in a surname."""
    return one.name.casefold().endswith(f" {surname.casefold()}")


def _by_initial(scene: Scene, place: Place, initial: re.Match[str]) -> Resolution:
    """The one with a full name whose label is an initial and a surname, "J. ROE"; none where two fit."""
    letter, surname = initial["letter"].casefold(), initial["surname"].casefold()
    names = ((one, one.name.casefold().split()) for one in _speaking(scene))
    fits = {one.id: one for one, name in names if len(name) > 1 and name[-1] == surname}
    if not fits:
        return _named(scene, place, "initial")
    fits = {key: one for key, one in fits.items() if one.name[0].casefold() == letter}
    if len(fits) != 1:
        return nobody(f"{initial[0]!r} is none or several of that surname")
    return told(next(iter(fits.values())), "initial", initial[0])


def _speaking(scene: Scene) -> Iterator[Entity]:
    """The persons whom the labels of turns name."""
    labels = {block.source for block in scene.view.blocks if block.source}
    places = (place for label in labels for place in scene.index.inside(label))
    return (place.entity for place in places if place.entity.type == "person")


def _by_office(scene: Scene, span: Offsets) -> Resolution | None:
    """The one speaker whose label bears the office that a transcript's title gives without a name."""
    title = scene.view.text[slice(*span)]
    office = role_heads(title)
    fits = {one.id: one for one in _speaking(scene) if any(role_heads(role) & office for role in one.roles)}
    if len(fits) != 1:
        return None
    (bearer,) = fits.values()
    return told(bearer, "title", title)
