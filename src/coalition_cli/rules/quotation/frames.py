"""Who may be saying a quotation, read off the words around its marks.

Several frames compete for a stretch; their evidence is weighed elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.quotation.before import before
from coalition_cli.rules.quotation.behind import behind
from coalition_cli.rules.quotation.sender import sender
from coalition_cli.rules.quotation.verbless import beside, labels, signatures

if TYPE_CHECKING:
    from coalition_cli.rules.quotation.frame import Frame
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View


def frames_of(view: View, stretch: Stretch) -> list[Frame]:
    """Every frame that may attribute a stretch, unweighed.

    Whom a message is from leaves no other reading: nobody else in its sentence wrote it.
    """
    sent = sender(view, stretch)
    if sent is not None:
        return [sent]
    found = [
        *labels(view, stretch),
        *before(view, stretch),
        *behind(view, stretch),
        *signatures(view, stretch),
    ]
    if stretch.quotation.term:  # a name in marks is speech only where a word says so
        return [one for one in found if one.entry is not None]
    return found or list(beside(view, stretch))
