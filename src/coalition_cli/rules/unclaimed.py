"""Whole sentences in marks that no word gives to anybody: they are somebody's, whoever it is.

Takes: Engineers came to the dam.⏎⏎“We asked for new pumps in May, and again in June.”
Leaves: Engineers came to the dam.⏎⏎“Friends of the Dam”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.followed import is_alone, is_one
from coalition_cli.rules.quotation.evidence import is_title
from coalition_cli.rules.quotation.stretches import reopens, stretches
from coalition_cli.rules.quotation.verbless import beside
from coalition_cli.rules.uncued import is_free, with_uncued

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

ID = "nobody-named"
SCORE = 0.5
"""By eye: that they are speech is nearly sure, but nothing is known of who speaks."""
BESIDE = 0.55
"""The same behind a sentence about somebody, who is then likely to speak; by eye."""
_POINTS = frozenset(".!?")
_HEADED = re.compile(r"\s*(?:[:–—-]\s|\Z)")
"""What follows a quotation that opens a headline: nothing, or who says it or of what."""


def with_unclaimed(view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """What was found, with the whole sentences in marks that nobody has, in text order."""
    further = [_candidate(view, stretch) for stretch in _unclaimed(view, found)]
    return with_uncued(view, found, further)


def _candidate(view: View, stretch: Stretch) -> Candidate:
    """What somebody says, with the person whom the sentence before it is about, if it is about one."""
    frame = next(beside(view, stretch), None)
    named = frame is not None and frame.source_token is not None and is_one(frame.source_token)
    return Candidate(
        content=((stretch.quotation.start, stretch.quotation.end),),
        cue=None,
        source=frame.source if frame is not None and named else None,
        form="quotation",
        origin=f"rule:{ID}",
        score=BESIDE if named else SCORE,
        evidence=(("marks", "whole sentences that no word gives to anybody"),),
    )


def _unclaimed(view: View, found: Sequence[Candidate]) -> Iterator[Stretch]:
    """The stretches that nobody has and that read as speech, each the first of those that go on with it."""
    last: Stretch | None = None
    for stretch in stretches(view):
        goes_on = last is not None and reopens(view, last.quotation, stretch)
        last = stretch
        if goes_on or not is_free(stretch.quotation, found):
            continue
        if _is_paragraph(view, stretch) or _is_sentence(view, stretch) or _is_headline(view, stretch):
            yield stretch


def _is_paragraph(view: View, stretch: Stretch) -> bool:
    """Whether a stretch is a paragraph of its own in an article, with both its marks or in a row of such."""
    quotation = stretch.quotation
    whole = quotation.end < quotation.outer_end or quotation.continues
    article = any(block.kind == "paragraph" for block in view.blocks[: stretch.block])
    return is_alone(view, stretch) and whole and article and view.text[quotation.start].isalnum()


def _is_sentence(view: View, stretch: Stretch) -> bool:
    """Whether a stretch stands between the sentences of a paragraph as one of them, or more."""
    return (
        view.blocks[stretch.block].kind == "paragraph"
        and stretch.opens_sentence
        and not stretch.announced
        and stretch.lead in _POINTS
        and stretch.final in _POINTS
        and stretch.tail[0] == stretch.tail[1]
        and stretch.is_speech_like
        and stretch.finite
        and not stretch.quotation.term
    )


def _is_headline(view: View, stretch: Stretch) -> bool:
    """Whether a stretch opens a headline as what somebody said."""
    quotation = stretch.quotation
    block = view.blocks[stretch.block]
    return (
        block.kind == "heading"
        and block.start == quotation.outer_start
        and quotation.end < quotation.outer_end
        and not quotation.term
        and stretch.finite
        and stretch.is_speech_like
        and not is_title(view.text[quotation.start : quotation.end].split())
        and _HEADED.match(view.text, quotation.outer_end, block.end) is not None
    )
