"""Behind a whole clause and a colon speaks whom the clause is about, not whom it names last.

Takes: She has the same boat as Ove Lund: “It is a good one.” (she speaks)
Leaves: Then came the turn of Ove Lund: “It is a good one.” (Lund does)
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.cues import subject_among
from coalition_cli.rules.mention import source_span
from coalition_cli.rules.quotation.stretches import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_PERSONS = frozenset(("he", "she"))
_OBJECTS = frozenset(("dobj", "pobj"))


def subject_before(view: View, cue: Offsets, source: Offsets) -> Offsets:
    """The source of a quotation behind a colon, or the person who is subject of the clause before it where
    the source is only an object there.
    """
    colon = view.token_at(cue[0])
    named = list(view.tokens(source))
    head = next((token for token in named if token.head not in named), None)
    if colon is None or head is None or source[1] > cue[0] or head.dep_ not in _OBJECTS:
        return source
    verb = _verb_above(head)
    if verb is None or verb.i > head.i or verb.lemma_ in _bringing_in():
        return source
    subject = subject_among(verb.lefts)
    if subject is None or not (subject.lower_ in _PERSONS or subject.ent_type_ == "PERSON"):
        return source
    return source_span(view, subject)


def _verb_above(token: Token) -> Token | None:
    """The finite verb that a word hangs on, over nouns and prepositions."""
    above = next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if above is None:
        return None
    helped = any(child.dep_ == "aux" and child.tag_ in FINITE for child in above.lefts)
    return above if above.tag_ in FINITE or helped else None


@cache
def _bringing_in() -> frozenset[str]:
    return frozenset(load("cues")["bringing in"])
