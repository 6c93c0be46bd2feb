"""The entities of a document by the place where they stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.speakers.entities import Entity

_RANK = {"person": 0, "organisation": 1, "country": 2, "group": 3, "unnamed": 4}
_NESTED = 8  # mentions that may begin between the start of one and a place inside it


class Place(NamedTuple):
    """One mention: offsets in code points, its entity and how it is named there."""

    start: int
    end: int
    entity: Entity
    how: str


class Index:
    """Mentions in text order; at one place a person comes before an organisation, that before a country."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.places = sorted(
            (
                Place(mention.start, mention.end, entity, mention.how)
                for entity in entities
                for mention in entity.mentions
            ),
            key=lambda place: (place.start, _RANK[place.entity.type], place.end),
        )
        self._starts = [place.start for place in self.places]

    def inside(self, span: Offsets) -> list[Place]:
        """The mentions that stand wholly within `span`."""
        first = bisect_left(self._starts, span[0])
        last = bisect_left(self._starts, span[1], lo=first)
        return [place for place in self.places[first:last] if place.end <= span[1]]

    def at(self, offset: int) -> list[Place]:
        """The mentions that cover `offset`."""
        last = bisect_left(self._starts, offset + 1)
        return [place for place in self.places[max(0, last - _NESTED) : last] if offset < place.end]

    def before(self, offset: int) -> list[Place]:
        """The mentions that begin before `offset`, in text order."""
        return self.places[: bisect_left(self._starts, offset)]

    def covering(self, span: Offsets, offset: int) -> list[Place]:
        """The mentions within `span` that cover `offset`, the strongest kind first, then the longest."""
        found = [place for place in self.inside(span) if place.start <= offset < place.end]
        return sorted(found, key=lambda place: (_RANK[place.entity.type], place.start - place.end))
