"""A paragraph all in marks, with no word on who speaks, behind one that tells what a person said.

Takes: Berg said that the dam had held.⏎⏎“We asked for new pumps in May, and again in June.” (Berg's words)
Takes: Berg said that the dam had held.⏎⏎It was built in 1902.⏎⏎“We asked for new pumps in May.” (Berg's too)
Leaves: Engineers came to the dam.⏎⏎“We asked for new pumps in May, and again in June.”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.quotation.stretches import stretches
from coalition_cli.rules.quotation.utterances import fills_block
from coalition_cli.rules.uncued import LEAST, is_free, with_uncued
from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

ID = "paragraph-of-its-own"
SCORE = 0.6
"""By eye, and low: all six that the rules find in PolNeAR train are right, but six are few."""
ASIDE = 0.55
"""The same with another sentence between: a little less, by eye."""
_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}\s?:")
_ONE = frozenset(("he", "she"))
_LONGEST = 20  # words of a sentence between that only tells what happened (by eye)


def with_followed(view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """What was found, with the paragraphs in marks that go on with who spoke last, in text order."""
    further = [
        Candidate(
            content=((stretch.quotation.start, stretch.quotation.end),),
            cue=None,
            source=before.source,
            form="quotation",
            origin=f"rule:{ID}",
            score=SCORE if number + 1 == stretch.block else ASIDE,
            evidence=(("paragraph", f"goes on behind {before.origin} ({before.score:.2f})"),),
        )
        for stretch, before, number in _pairs(view, found)
    ]
    return with_uncued(view, found, further)


def _pairs(view: View, found: Sequence[Candidate]) -> Iterator[tuple[Stretch, Candidate, int]]:
    """The paragraphs in marks that nobody has, each with the last attribution before it, and the index of the
    block in which that stands.
    """
    for stretch in stretches(view):
        if not is_alone(view, stretch) or not is_free(stretch.quotation, found):
            continue
        number = _told_in(view, stretch, found)
        block = view.blocks[number]
        last = _in_block(block, found)
        if (
            last
            and block.kind == "paragraph"
            and _closes(view, last[-1], block)
            and _is_persons(view, last[-1].source)
        ):
            yield stretch, last[-1], number


def _told_in(view: View, stretch: Stretch, found: Sequence[Candidate]) -> int:
    """The index of the block before a stretch, or of the one before that if it only tells what happened."""
    near, *further = [at for at in range(stretch.block) if view.blocks[at].kind in PROSE][:-3:-1] or [0]
    block = view.blocks[near]
    words = list(view.tokens((block.start, block.end)))
    tells = block.kind == "paragraph" and len(words) <= _LONGEST and words[-1].text == "."
    quiet = not _in_block(block, found) and not any(_names(word) or word.is_quote for word in words)
    return further[0] if further and tells and quiet else near


def _in_block(block: Block, found: Sequence[Candidate]) -> list[Candidate]:
    """The attributions whose content ends in a block."""
    return [one for one in found if block.start <= one.content[-1][0] < block.end]


def is_alone(view: View, stretch: Stretch) -> bool:
    """Whether a stretch is a paragraph of speech without a label, behind another paragraph."""
    quotation = stretch.quotation
    return (
        stretch.block > 0
        and view.blocks[stretch.block].kind == "paragraph"
        and stretch.is_speech_like
        and stretch.finite
        and not quotation.term
        and fills_block(view, stretch)
        and not _LABEL.match(view.text, quotation.start)
    )


def _closes(view: View, one: Candidate, block: Block) -> bool:
    """Whether nobody else is named behind an attribution in its paragraph."""
    end = max(span[1] for span in (*one.content, one.cue, one.source) if span is not None)
    behind = view.tokens((end, block.end))
    return (
        one.form in ("quotation", "reported")
        and one.score >= LEAST
        and not any(is_one(token) for token in behind)
    )


def _is_persons(view: View, source: Offsets | None) -> bool:
    """Whether a source is one person."""
    tokens = [] if source is None else list(view.tokens(source))
    if any(token.dep_ == "conj" or token.tag_ in ("NNS", "NNPS") for token in tokens):
        return False
    return any(is_one(token) for token in tokens)


def _names(token: Token) -> bool:
    """Whether a word brings somebody in: a person, or whatever has a name and does something."""
    return is_one(token) or (token.pos_ == "PROPN" and token.dep_ in ("nsubj", "nsubjpass"))


def is_one(token: Token) -> bool:
    """Whether a word names a person, or stands for one."""
    return token.ent_type_ == "PERSON" or token.lower_ in _ONE
