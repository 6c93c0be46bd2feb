"""A passive: what is said, expected or opposed is its subject, with what the verb says of it.

Takes: The bill was criticized by the unions.
Leaves: The bill was printed by the unions.

Without "by", nobody is the source: "Norway is expected to join".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import subtree_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "passive"
TAKES = "The bill was criticized by the unions."
LEAVES = "The bill was printed by the unions."
_COMPLEMENTS = frozenset(("xcomp", "oprd"))
_PREPOSITIONS = frozenset(("as", "of", "for"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand as the subject of a passive cue."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        if not cue.is_passive or not cue.cue.takes:
            continue
        subject = next((child for child in cue.children if child.dep_ == "nsubjpass"), None)
        if subject is None or any(child.dep_ == "ccomp" for child in cue.after):
            continue
        agent = any(child.dep_ == "agent" for child in cue.after)
        shape, complement = _complement(cue)
        content = [subtree_span(view, subject, before=cue.token.i)]
        if complement is not None:
            first = complement.i if shape == "passive-preposition" else cue.token.i
            content.append(subtree_span(view, complement, after=first))
        yield from propose(view, shape, cue, subject, content, sourceless=not agent)


def _complement(cue: CueToken) -> tuple[str, Token | None]:
    """What the verb says of its subject, and the name of that shape."""
    for child in cue.after:
        if child.dep_ in _COMPLEMENTS:
            return "passive-infinitive", child
    for child in cue.after:
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            return "passive-preposition", child
    return ID, None
