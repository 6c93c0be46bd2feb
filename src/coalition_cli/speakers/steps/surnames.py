"""A source of one word that is one person's surname, where the text around it does not prove it a name.

It is a verb to the tagger ("Will said"), a title elsewhere ("King said"), or written all large, where names
prove nothing.

Takes: George Will came at noon. [[Will]] said it was late.
Leaves: George Marsh came at noon. [[Will]] said it was late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import words
from coalition_cli.speakers.runs import is_title
from coalition_cli.speakers.steps.resolution import Resolution, told
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span

    from coalition_cli.speakers.steps.scene import Scene


def by_surname(scene: Scene, phrase: Span) -> Resolution | None:
    """The one person whose surname is the whole source."""
    key = words(phrase.text.removesuffix("'s").removesuffix("’s"))
    courtesy = None
    if len(key) == 2 and key[0] in lexicon().courtesies and is_title(key[1]):
        courtesy, key = lexicon().titles[key[0]], key[1:]  # "Mr. King"
    if len(key) != 1 or not phrase.text[0].isupper() or scene.index.at(phrase.start_char):
        return None
    block = scene.view.block_at(phrase.start_char)
    loud = phrase.text.isupper() or (block is not None and block.kind == "heading")
    if phrase.root.pos_ == "PROPN" and phrase.root.ent_type_ == "PERSON" and not (loud or is_title(key[0])):
        return None  # a name to the tagger, and left to nobody for a reason
    everyone = scene.index.entities.values()
    bearers = [one for one in everyone if one.type == "person" and words(one.name)[-1:] == key]
    if len(bearers) != 1 or (courtesy and bearers[0].gender not in (None, courtesy)):
        return None
    return told(bearers[0], "surname", phrase.text)
