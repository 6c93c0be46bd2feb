"""The rules' engine: every rule proposes, evidence weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.followed import with_followed
from coalition_cli.rules.registry import RULES
from coalition_cli.rules.reported.echoed import without_echoes
from coalition_cli.rules.select import select
from coalition_cli.rules.signed import with_signed
from coalition_cli.rules.unclaimed import with_unclaimed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View


def find_candidates(view: View) -> list[Candidate]:
    """The attributions that the rules find in one document, in text order.

    No two of form quotation or reported overlap; turns and posts may hold them.
    """
    return select(view, without_echoes(view, [candidate for rule in RULES for candidate in rule.find(view)]))


def completed(view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """What an engine has chosen, with the speech in marks that no cue gives to anybody, in text order."""
    return with_unclaimed(view, with_followed(view, with_signed(view, found)))
