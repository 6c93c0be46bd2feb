"""A person told by age and people: "the 36-year-old", "the 36-year-old American".

Takes: Jane Roe won the race. The lake was cold, said [[the 36-year-old American]].
Leaves: Jane Roe and Ann Holm won the race. The lake was cold, said [[the 36-year-old American]].
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.speakers.links import Title
from coalition_cli.speakers.states import country_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.speakers.steps.scene import Scene

_AGE = re.compile(r"\b[Tt]he (?:\d+|[a-z]+(?:-[a-z]+)?)-year-old(?: ([A-Z]\w+[^\W_s]))?\b(?! [A-Z])")


def ages(scene: Scene) -> dict[int, Title]:
    """Every such description by the offset of its last word: it tells news, and means the only one near.

    All whom the text gives no other country are each other's rivals: only who is far ahead of them is meant.
    """
    found = {}
    for match in _AGE.finditer(scene.view.text):
        country = country_of(match.group(1)) if match.group(1) else None
        last = scene.view.token_at(match.end() - 1)
        if last is None or (match.group(1) and country is None) or _goes_on(last):
            continue
        persons = [one for one in scene.index.entities.values() if one.type == "person"]
        names = frozenset(
            one.id for one in persons if None in (country, one.country) or one.country == country
        )
        found[last.idx] = Title(None, None, names)
    return found


def _goes_on(last: Token) -> bool:
    """Whether a noun follows that says more of who is meant: "the 36-year-old | singer"."""
    return last.i + 1 < len(last.doc) and last.nbor(1).pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
