"""Finds of one engine alone that their sentence makes sure: a whole clause, a comma, and who says it.

Takes: The council could close the pier, a senior member has warned, ending a long row.
Takes: Council could close the pier, warns top member
Leaves: The council closed the pier and warned its members.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.rules.addressee import is_passive
from coalition_cli.rules.cues import cue_within
from coalition_cli.rules.quotation.stretches import FINITE

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

LEAST = 0.55
"""By eye: what such a find is worth at least."""


def upheld(view: View, one: Candidate, *, alone: bool) -> Candidate:
    """A find, more likely where one engine alone has it and nothing else can be meant."""
    if not alone or one.score >= LEAST or one.form != "reported" or one.cue is None or one.source is None:
        return one
    if len(one.content) > 1 or not _is_inserted(view, one.content[0], one.cue, one.source):
        return one
    if not _says(view, one.cue) or not _is_clause(view, one.content[0]):
        return one
    step = ("upheld", f"a clause, a comma and who says it: {one.score:.2f} becomes {LEAST:.2f}")
    return replace(one, score=LEAST, evidence=(*one.evidence, step))


def _is_inserted(view: View, content: Offsets, cue: Offsets, source: Offsets) -> bool:
    """Whether source and cue stand side by side, between the comma behind a content and a comma or an end."""
    first, last = sorted((cue, source))
    behind = view.text[last[1] : last[1] + 1]
    return (
        view.text[content[1] : first[0]].strip(" ") == ","
        and not view.text[first[1] : last[0]].strip(" ")
        and behind in ("", ",", ".", "\n")
    )


def _says(view: View, cue: Offsets) -> bool:
    """Whether a cue is a finite verb of saying that takes a clause."""
    found = cue_within(view, cue)
    if found is None or found.cue.part != "verb" or found.cue.takes.get("clause") != "asserts":
        return False
    return not is_passive(found.token) and any(word.tag_ in FINITE for word in view.tokens(cue))


def _is_clause(view: View, content: Offsets) -> bool:
    """Whether a content opens its sentence and has a finite verb."""
    words = list(view.tokens(content))
    return words[0].is_sent_start is not False and any(word.tag_ in FINITE for word in words)
