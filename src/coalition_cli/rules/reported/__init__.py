"""Reported speech: one rule a module, each a cue with the complement that says what was said or thought.

The rules propose every complement of every cue of the lexicon; `weights` says what each is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coalition_cli.rules.reported import (
    adjective,
    echoed,
    headline,
    hearsay,
    noun,
    parenthetical,
    passive,
    phrase,
    seeming,
    verb_clause,
    verb_infinitive,
    verb_object,
    verb_preposition,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.reported.proposal import Proposal
    from coalition_cli.rules.view import View


class ReportedRule(Protocol):
    """A rule whose proposals are weighed: `proposals` yields them all, `find` those worth a record."""

    ID: str
    TAKES: str
    LEAVES: str

    def proposals(self, view: View) -> Iterator[Proposal]:
        """Every complement that the rule sees."""

    def find(self, view: View) -> Iterator[Candidate]:
        """Those whose evidence makes them worth a record."""


RULES: tuple[ReportedRule, ...] = (
    phrase,
    headline,
    parenthetical,
    verb_clause,
    verb_infinitive,
    verb_object,
    verb_preposition,
    passive,
    echoed,
    seeming,
    hearsay,
    noun,
    adjective,
)
