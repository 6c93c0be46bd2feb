"""A line that is one quotation and, behind a dash, the name of who says it: nobody else says that line.

Takes: ‘The plan is real. It is ready.’ – Harbour captain Jo Jones on the new pier.
Leaves: ‘The plan is real’ – a bold claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.records import WHOLE_BLOCK
from coalition_cli.rules.candidate import Candidate, meet
from coalition_cli.rules.quotation.stretches import stretches
from coalition_cli.rules.quotation.verbless import DASHES
from coalition_cli.rules.view import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

ID = "signed-line"
SCORE = 0.9
"""By eye: such lines are rare in PolNeAR train."""
_POINTS = frozenset(".!?…")
_ROLES = frozenset(("NOUN", "ADJ"))
_NOBODY = frozenset(("DATE", "EVENT", "FAC", "GPE", "LOC", "TIME", "WORK_OF_ART"))
_LONGEST = 8  # words of a name and a role (by eye)


def with_signed(view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """What was found, with the lines that are signed and without what it had of them, in text order."""
    signed = list(_signed(view))
    new = [one for one in signed if not any(_is_same(view, one, other) for other in found)]
    words = [one.content[0] for one in new]
    kept = [one for other in found if (one := _without(other, words)) is not None]
    return sorted([*kept, *new], key=lambda one: (one.content, one.form)) if new else list(found)


def _is_same(view: View, one: Candidate, other: Candidate) -> bool:
    """Whether a find has just the words of a signed line and its name, with a role behind a comma or none."""
    if other.content != one.content or other.source is None or one.source is None:
        return False
    behind = view.text[one.source[1] : other.source[1]].lstrip()
    return other.source[0] == one.source[0] and behind[:1] in ("", ",")


def _without(one: Candidate, words: Sequence[Offsets]) -> Candidate | None:
    """A find without the parts of its content that somebody signed; none where nothing is left."""
    if one.form in WHOLE_BLOCK:
        return one
    free = tuple(span for span in one.content if not any(meet(span, other) for other in words))
    return replace(one, content=free) if free else None


def _signed(view: View) -> Iterator[Candidate]:
    for stretch in stretches(view):
        source = _name(view, stretch) if _is_line(view, stretch) else None
        if source is not None:
            yield Candidate(
                content=((stretch.quotation.start, stretch.quotation.end),),
                cue=None,
                source=source,
                form="quotation",
                origin=f"rule:{ID}",
                score=SCORE,
                evidence=(("marks", "a line of its own with a name behind a dash"),),
            )


def _is_line(view: View, stretch: Stretch) -> bool:
    """Whether whole sentences in marks open their block, with a dash right behind them."""
    block, quotation = view.blocks[stretch.block], stretch.quotation
    ahead = view.text[block.start : quotation.outer_start]
    dash = view.doc[stretch.tail[0]] if stretch.tail[0] < stretch.tail[1] else None
    return (
        block.kind not in SPOKEN
        and not any(map(str.isalnum, ahead))
        and quotation.end < quotation.outer_end
        and stretch.final in _POINTS
        and dash is not None
        and dash.text in DASHES
    )


def _name(view: View, stretch: Stretch) -> Offsets | None:
    """The person who is named behind the dash, with the role before the name."""
    first, last = stretch.tail[0] + 1, stretch.tail[1]
    words = list(takewhile(_may_name, view.doc[first : min(last, first + _LONGEST)]))
    while words and not words[-1].text[0].isupper():
        words.pop()
    if not words or not _is_person(view, words):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _may_name(token: Token) -> bool:
    """Whether a word may be one of a name or of the role before it, whatever the parser takes it for."""
    return token.text[0].isupper() or token.pos_ in _ROLES or token.lower_ in _roles()


def _is_person(view: View, words: Sequence[Token]) -> bool:
    """Whether words end with a name: two large ones behind a role, or no place; or a surname alone that the
    text has in full.
    """
    name = words[-1]
    if len(words) > 1 and words[-2].text[0].isupper():
        held = any(word.lower_ in _roles() for word in words[:-2])
        return held or name.ent_type_ not in _NOBODY
    full = re.compile(rf"\b[A-Z][\w’'-]+ {re.escape(name.text)}\b")
    return name.ent_type_ == "PERSON" or full.search(view.text) is not None


@cache
def _roles() -> frozenset[str]:
    return frozenset(word for kind in ("male", "female", "either") for word in load("roles")[kind])
