"""The name that a long source opens with, where behind it only more is told of its bearer.

Takes: [[Jane Roe, the commissioner who led the inquiry with John Doe]], said no.
Leaves: [[The mayor of Sund who saw Jane Roe]] said no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.describing import is_crowd
from coalition_cli.speakers.steps.wholly import is_own

if TYPE_CHECKING:
    from spacy.tokens import Span

    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.resolution import Resolution
    from coalition_cli.speakers.steps.scene import Scene

_NAMED = ("person", "organisation")
_OPENERS = (",", "(")
_ARTICLES = ("", "the")


def by_opening(scene: Scene, phrase: Span) -> Resolution | None:
    """Who is named first, with at most a role before the name and a comma or bracket behind it."""
    text = scene.view.text
    places = [place for place in scene.index.inside((phrase.start_char, phrase.end_char)) if _is_named(place)]
    if not places or not _opens(text[phrase.start_char : places[0].start], places[0]):
        return None
    first, behind = places[0], text[places[0].end : phrase.end_char].lstrip()
    if not behind.startswith(_OPENERS):
        return None
    lists = any(_follows(text[first.end : place.start].strip(" ,("), place) for place in places[1:])
    return None if lists else scene.shown(first)


def _is_named(place: Place) -> bool:
    return place.entity.type in _NAMED and not is_crowd(place)


def _opens(before: str, place: Place) -> bool:
    """Whether nothing but an article or what its bearer is stands before a name."""
    return before.strip().lower() in _ARTICLES or (
        place.entity.type == "person" and is_own(before, place, is_first=True)
    )


def _follows(between: str, place: Place) -> bool:
    """Whether another is named right behind the first, as in a list: with nothing or a role between."""
    return any(role.endswith(between) for role in ("", *place.entity.roles))
