"""Finds of the tagger alone that tell what somebody did, and nothing that he said.

Takes: The judge adjourned the case. (no word of saying or thinking, and a thing: doubted)
Takes: The death was confirmed on Monday. (nobody says it, and nothing is said of it: left out)
Takes: They spoke [as doubts over] the new contract grew. (the cue runs into another clause: left out)
Leaves: The judge adjourned, saying that it was late.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.addressee import is_passive
from coalition_cli.rules.cues import cue_within
from coalition_cli.rules.quotation.stretches import FINITE

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

MEANWHILE = frozenset(("as", "after", "before", "when", "while"))
"""Words that open a clause about what else happened."""
SURE = 0.7
"""Above this the tagger is right about words that the lexicon does not have: 3 of 3 on the texts kept out."""
DOUBTED = 0.45
"""Below it, and above the half, it was right in 7 of 16."""
_ATTITUDES = frozenset(("supports", "opposes", "wants", "believes"))


def doubted(view: View, one: Candidate, *, alone: bool) -> Candidate:
    """A find, less likely where the tagger alone took a word of doing for one of saying."""
    if not alone or one.cue is None or one.form != "reported" or not DOUBTED < one.score < SURE:
        return one
    if _is_cue(view, one.cue) or not _are_things(view, one):
        return one
    step = ("doubted", f"the cue is no word of saying or thinking: {one.score:.2f} becomes {DOUBTED:.2f}")
    return replace(one, score=DOUBTED, evidence=(*one.evidence, step))


def is_only_done(view: View, one: Candidate) -> bool:
    """Whether a passive without an agent has nothing but its subject: "The death was confirmed on Monday"."""
    if one.cue is None or one.source is not None or one.form != "reported":
        return False
    if len(one.content) > 1 or one.content[0][1] > one.cue[0]:
        return False
    verb = next((token for token in view.tokens(one.cue) if token.tag_ == "VBN" and is_passive(token)), None)
    found = cue_within(view, one.cue)
    held = found is not None and found.cue.stance() in _ATTITUDES
    subject = verb is not None and any(child.dep_ == "nsubjpass" for child in verb.lefts)
    return subject and not held and _are_things(view, one)


def runs_on(view: View, cue: Offsets) -> bool:
    """Whether a cue runs into a clause that tells what happened meanwhile: "spoke as doubts over"."""
    return any(
        token.dep_ == "mark" and token.lower_ in MEANWHILE and token.head.idx >= cue[1] and token.idx > cue[0]
        for token in view.tokens(cue)
    )


def _are_things(view: View, one: Candidate) -> bool:
    """Whether a content has no verb that says what is so, and no infinitive."""
    words = [token for span in one.content for token in view.tokens(span)]
    return not any(token.tag_ in FINITE or token.tag_ == "TO" for token in words)


def _is_cue(view: View, cue: Offsets) -> bool:
    """Whether a cue has a word of the lexicon or of feeling, or is one without letters: a colon."""
    if cue_within(view, cue) is not None:
        return True
    words = {word for token in view.tokens(cue) for word in (token.lower_, token.lemma_.lower())}
    return not words.isdisjoint(_beyond()) or not any(map(str.isalpha, view.text[slice(*cue)]))


@cache
def _beyond() -> frozenset[str]:
    return frozenset(load("cues")["beyond the rules"])
