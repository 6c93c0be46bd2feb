"""Records of a court: whose questions are counsel's, and whose roles are nobody's names.

Takes: THE COURT: Which door? (in it "Q. Where was the stove?" is no reporter's)
Leaves: Q. Will the court decide? (asked at a press conference)
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli import lexicons
from coalition_cli.rules.view import TURNS

if TYPE_CHECKING:
    from coalition_cli.rules.view import View


def is_court(view: View) -> bool:
    """Whether a text is a record of a court: somebody in it speaks as one does only there."""
    turns = [block for block in view.blocks if block.kind in TURNS]
    return any(
        (block.source and is_role_of_court(view.text[slice(*block.source)]))
        or _address().search(view.text[block.start : block.end])
        for block in turns
    )


def is_role_of_court(label: str) -> bool:
    """Whether a label gives a role in court and no name: "THE COURT", "Defense Attorney"."""
    return _roles().fullmatch(label) is not None


@cache
def _roles() -> re.Pattern[str]:
    roles = "|".join(lexicons.load("structure")["court_roles"])
    return re.compile(rf"(?:the )?(?:{roles})", re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    """How a judge is addressed."""
    return re.compile("|".join(lexicons.load("structure")["court_addresses"]), re.IGNORECASE)
