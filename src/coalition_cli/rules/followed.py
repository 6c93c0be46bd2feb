"""A paragraph all in marks, with no word on who speaks, right behind one that tells what a person said.

Takes: Berg said that the dam had held.⏎⏎“We asked for new pumps in May, and again in June.” (Berg's words)
Leaves: Engineers came to the dam.⏎⏎“We asked for new pumps in May, and again in June.”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.quotation.stretches import stretches
from coalition_cli.rules.quotation.utterances import fills_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

ID = "paragraph-of-its-own"
SCORE = 0.6
"""By eye, and low: all six that the rules find in PolNeAR train are right, but six are few."""
LEAST = 0.5
"""How sure the attribution before must be: by eye, the confidence that the commands ask for."""
_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}\s?:")
_ONE = frozenset(("he", "she"))


def with_followed(view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """What was found, with the paragraphs in marks that go on with who spoke last, in text order."""
    further = [
        Candidate(
            content=((stretch.quotation.start, stretch.quotation.end),),
            cue=None,
            source=before.source,
            form="quotation",
            origin=f"rule:{ID}",
            score=SCORE,
            evidence=(("paragraph", f"goes on behind {before.origin} ({before.score:.2f})"),),
        )
        for stretch, before in _pairs(view, found)
    ]
    return sorted([*found, *further], key=lambda one: (one.content, one.form))


def _pairs(view: View, found: Sequence[Candidate]) -> Iterator[tuple[Stretch, Candidate]]:
    """The paragraphs in marks that nobody has, each with the last attribution of the one before it."""
    taken = [span for one in found for span in one.content]
    for stretch in stretches(view):
        start, end = stretch.quotation.start, stretch.quotation.end
        if not _is_alone(view, stretch) or any(low < end and start < high for low, high in taken):
            continue
        block = view.blocks[stretch.block - 1]
        last = [one for one in found if block.start <= one.content[-1][0] < block.end]
        if last and _closes(view, last[-1], block) and _is_persons(view, last[-1].source):
            yield stretch, last[-1]


def _is_alone(view: View, stretch: Stretch) -> bool:
    """Whether a stretch is a paragraph of speech without a label, behind another paragraph."""
    quotation = stretch.quotation
    return (
        stretch.block > 0
        and all(block.kind == "paragraph" for block in view.blocks[stretch.block - 1 : stretch.block + 1])
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
        and not any(token.ent_type_ == "PERSON" or token.lower_ in _ONE for token in behind)
    )


def _is_persons(view: View, source: Offsets | None) -> bool:
    """Whether a source is one person."""
    tokens = [] if source is None else list(view.tokens(source))
    if any(token.dep_ == "conj" or token.tag_ in ("NNS", "NNPS") for token in tokens):
        return False
    return any(token.ent_type_ == "PERSON" or token.lower_ in _ONE for token in tokens)
