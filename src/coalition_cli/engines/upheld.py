"""Finds of one engine alone that their sentence makes sure: a whole clause, a comma, who says it.

Takes: The council could close the pier, a senior member has warned, ending a long row.
Takes: Council could close the pier, warns top member
Takes: The pier is too old, a view shared by the council.
Takes: The council did not rule out closing the pier.
Leaves: The council closed the pier and warned its members.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.rules.addressee import is_passive
from coalition_cli.rules.cues import cue_within
from coalition_cli.rules.quotation.stretches import FINITE
from coalition_cli.rules.reported import echoed

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

LEAST = 0.55
"""By eye: what such a find is worth at least."""


def upheld(view: View, one: Candidate, rule: Candidate | None, tag: Candidate | None) -> Candidate:
    """A find of a rule, the tagger or both, more likely where nothing else can be meant; as the rule has it,
    where that is what makes it sure.
    """
    if one.score >= LEAST or one.form != "reported":
        return one
    if rule is not None and rule.origin == f"rule:{echoed.ID}":
        return _raised(one, rule, "a noun that takes up what was told, and by whom")
    if rule is not None and _leaves_open(view, rule):
        return _raised(one, rule, "what somebody does not rule out")
    if (rule is None or tag is None) and _is_signed(view, one):
        return _raised(one, one, "a clause, a comma and who says it")
    return one


def _raised(one: Candidate, kept: Candidate, why: str) -> Candidate:
    step = ("upheld", f"{why}: {one.score:.2f} becomes {LEAST:.2f}")
    return replace(kept, score=LEAST, evidence=(*one.evidence, step))


def _leaves_open(view: View, one: Candidate) -> bool:
    """Whether somebody does not rule something out: 3 of 4 in PolNeAR train were attributions."""
    is_negated = one.cue is not None and any(word.dep_ == "neg" for word in view.tokens(one.cue))
    return ("cue", "rule out") in one.evidence and one.source is not None and is_negated


def _is_signed(view: View, one: Candidate) -> bool:
    if one.cue is None or one.source is None or len(one.content) > 1:
        return False
    inserted = _is_inserted(view, one.content[0], one.cue, one.source)
    return inserted and _says(view, one.cue) and _is_clause(view, one.content[0])


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
