"""What a step looks at: one document, the mentions in it, and whom its pronouns mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalition_cli.rules.view import View
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.steps.resolution import Resolution

if TYPE_CHECKING:
    from spacy.tokens import Span

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.speakers.index import Place


@dataclass(frozen=True, slots=True)
class Scene:
    """One document; `links` tell the entity behind a pronoun or title: token index → id."""

    view: View
    index: Index
    links: Mapping[int, str] = field(default_factory=dict)

    def phrase(self, span: Offsets) -> Span | None:
        """The tokens that a source covers, whole; none where it covers only white space."""
        found = self.view.doc.char_span(*span, alignment_mode="expand")
        return found if found is not None and len(found) else None

    def whole(self, span: Offsets) -> Offsets:
        """A source with the beginning of the name that it was cut in: "John “Jack” | Roe"."""
        cut = (one for one in self.index.at(span[0]) if one.entity.type == "person" and one.end <= span[1])
        return min((one.start for one in cut), default=span[0]), span[1]

    def shown(self, place: Place) -> Resolution:
        """The entity of a mention, told by the mention's own words."""
        return Resolution((place.entity.id,), place.how, repr(self.view.text[place.start : place.end]))
