"""*his country*, *her government*: the country that the person before speaks for.

Takes: Dutch Prime Minister Jane Roe came from the Netherlands. It was late, said [[her government]].
Leaves: Jane Roe came from the Netherlands. It was late, said [[her government]].
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.resolution import Resolution, told
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.speakers.steps.scene import Scene


def by_homeland(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """The country of the one whom the possessive before a noun for countries means."""
    if head.lower_ not in lexicon().homelands:
        return None
    owner = next((scene.links.get(child.i) for child in head.lefts if child.dep_ == "poss"), None)
    code = scene.index.entities[owner].country if owner else None
    countries = (one for one in scene.index.entities.values() if one.type == "country" and one.country)
    country = next((one for one in countries if one.country == code), None)
    return None if country is None else told(country, "title", phrase.text)
