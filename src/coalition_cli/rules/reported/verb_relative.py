"""A noun that a relative clause or a participle says is wanted, supported, opposed: the noun is the content.

Takes: The base that the senator endorsed lies in the north.
Leaves: The base that the senator visited lies in the north.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import token_span
from coalition_cli.rules.cues import cue_tokens
from coalition_cli.rules.reported.proposal import Proposal, propose, weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "verb-relative"
TAKES = "The base that the senator endorsed lies in the north."
LEAVES = "The base that the senator visited lies in the north."
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_OWN = frozenset(("dobj", "ccomp", "xcomp"))
_RELATIVE = frozenset(("WP", "WDT"))


def find(view: View) -> Iterator[Candidate]:
    """Contents that stand as the noun before their clause."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        head = cue.token.head
        if not cue.cue.takes or head.pos_ not in _NOMINAL:
            continue
        content = [token_span(view, head.left_edge.i, head.i)]
        if cue.token.dep_ == "relcl" and _lacks_object(cue):
            yield from propose(view, ID, cue, head, content)
        elif cue.token.dep_ == "acl" and cue.token.tag_ == "VBN":
            agent = next((child for child in cue.after if child.dep_ == "agent"), None)
            yield from propose(view, "participle", cue, head, content, sourceless=agent is None)


def _lacks_object(cue: CueToken) -> bool:
    """Whether a relative clause has a subject of its own and no object but the noun before it."""
    if cue.is_passive or any(child.dep_ in _OWN and child.tag_ not in _RELATIVE for child in cue.children):
        return False
    return any(child.dep_ == "nsubj" and child.tag_ not in _RELATIVE for child in cue.children)
