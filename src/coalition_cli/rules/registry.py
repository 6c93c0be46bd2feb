"""Every attribution rule, in the order in which they are asked; a rule that is not here does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coalition_cli.rules import posts, reported, turns
from coalition_cli.rules.quotation import (
    beside_content,
    content_cue_source,
    content_label,
    content_source_cue,
    label_content,
    source_cue_clause,
    source_cue_content,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View


class Rule(Protocol):
    """What a rule module offers: its name, a text it takes, one it leaves, and the finder."""

    ID: str
    TAKES: str
    LEAVES: str

    def find(self, view: View) -> Iterator[Candidate]:
        """Every attribution that the rule sees."""


RULES: tuple[Rule, ...] = (
    turns,
    posts,
    content_source_cue,
    beside_content,
    content_cue_source,
    content_label,
    source_cue_content,
    source_cue_clause,
    label_content,
    *reported.RULES,
)
