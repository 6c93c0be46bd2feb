"""One reading of a stretch: who may be saying it, by which cue.

A cue stands in the gap behind it («“…,” Healey said», «“…,” said Healey») or before it («Healey said: “…”»,
«In a statement: “…”»); the content may reach outside the marks («Healey said the plan was “real”»).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coalition_cli.rules.candidate import Offsets
from coalition_cli.rules.cues import cue_of
from coalition_cli.rules.mention import source_span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.cues import Cue
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

Order = Literal[
    "content-source-cue",
    "content-cue-source",
    "source-cue-content",
    "source-cue-clause",
    "label-content",
    "content-label",
    "beside-content",
]


@dataclass(frozen=True, slots=True)
class Frame:
    """A reading of one stretch; `token` is the cue's head, `entry` its entry in the lexicon.

    Where there is no cue, `token` is the verb of the sentence before.

    `cue` and `source` are offsets; `start` and `end` say how far the content reaches.
    """

    order: Order
    token: Token
    entry: Cue | None
    cue: Offsets | None
    source: Offsets | None
    source_token: Token | None
    start: int
    end: int


def make(
    view: View, stretch: Stretch, order: Order, token: Token, source: Token | Offsets | None, **reach: int
) -> Frame:
    """A frame around one cue; `reach` widens the content beyond the marks."""
    found = cue_of(token)
    cue: Offsets | None = (token.idx, token.idx + len(token))
    if order == "beside-content":
        cue = None
    if order == "content-cue-source" and token.lower_ == "according":
        cue = (token.idx, view.doc[token.i + 1].idx + 2)
    head = view.token_at(source[1] - 1) if isinstance(source, tuple) else source
    span = source if isinstance(source, tuple) or source is None else source_span(view, source)
    quotation = stretch.quotation
    return Frame(
        order, token, None if found is None else found.cue, cue, span, head,
        reach.get("start", quotation.start), reach.get("end", quotation.end),
    )  # fmt: skip
