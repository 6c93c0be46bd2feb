"""Whom a text says to have left an office: its next holder is somebody else.

Takes: the resignation of Mayor [[John Doe]]; she succeeds Mayor [[John Doe]].
Leaves: the plans of Mayor [[John Doe]].
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity


def has_left(view: View, entity: Entity) -> bool:
    """Whether one of somebody's mentions tells of the end of the office."""
    ends = (view.token_at(mention.end - 1) for mention in entity.mentions)
    return any(_is_leaving(token) for token in ends if token is not None)


def _is_leaving(name: Token) -> bool:
    if name.dep_ == "poss":
        return name.head.lemma_.lower() in lexicon().departures
    if name.dep_ == "dobj":
        return name.head.lemma_.lower() in lexicon().replacing
    return name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.lower_ in lexicon().departures
