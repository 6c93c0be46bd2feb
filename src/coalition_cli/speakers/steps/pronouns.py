"""*he* and *she*: whom the text before makes prominent; other pronouns stand for nobody who can be told.

Takes: Jane Roe came at noon. It was late, [[she]] said.
Leaves: Jane Roe came at noon. It was late, [[they]] said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.links import PRONOUNS
from coalition_cli.speakers.steps.resolution import Resolution, nobody, told

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.speakers.steps.scene import Scene


def by_pronoun(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """Whom a pronoun is linked to; nothing is decided of nouns."""
    if head.lower_ not in PRONOUNS:
        is_other = head.pos_ == "PRON" and head.text[0].isalpha()  # "@sund_rower" is none, whatever its tag
        return nobody(f"nobody told for {head.text!r}") if is_other else None
    entity = scene.links.get(head.i)
    if entity is None:
        return nobody(f"no one person fits {head.text!r}")
    return told(scene.index.entities[entity], "pronoun", head.text)
