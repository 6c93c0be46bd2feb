"""How things seem, to nobody named: the subject and what it seems.

Takes: The talks seem to have failed.
Leaves: The talks continue to fail.

PolNeAR counts these as attributions without a source; their stance, "believes", lets a user leave them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.clause import subtree_span
from coalition_cli.rules.cues import cue_tokens, subject_among
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

ID = "seeming"
TAKES = "The talks seem to have failed."
LEAVES = "The talks continue to fail."
_COMPLEMENTS = frozenset(("xcomp", "oprd", "acomp"))


def find(view: View) -> Iterator[Candidate]:
    """Contents around a verb of seeming."""
    return weighed(view, ID, proposals(view))


def proposals(view: View) -> Iterator[Proposal]:
    """The same, not yet weighed."""
    for cue in cue_tokens(view)["verb"]:
        if not cue.seems:
            continue
        for child in cue.after:
            if child.dep_ in _COMPLEMENTS:
                content = [subtree_span(view, child, after=cue.last)]
                subject = subject_among(cue.before)
                if subject is not None:
                    content.append(subtree_span(view, subject, before=cue.token.i))
                yield from propose(view, ID, cue, child, content, sourceless=True)
                break
