"""What a reported rule finds at one cue, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli.rules.source import source_token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one rule found at one cue, before it is weighed.

    `shape` names cue and complement ("verb-clause"); `head` is the head word of the content, `source` that of
    the source, `last` the last word of the cue ("of" in "warned of") where it is not the cue's own.
    """

    shape: str
    cue: CueToken
    head: Token
    content: tuple[Offsets, ...]
    source: Token | None
    last: Token | None = None


def propose(
    view: View,
    shape: str,
    cue: CueToken,
    head: Token,
    content: Iterable[Offsets | None],
    *,
    source: Token | None = None,
    sourceless: bool = False,
    last: Token | None = None,
) -> Iterator[Proposal]:
    """One proposal, or none where no content is left.

    The source is looked for from the cue, unless the rule knows it or knows that there is none
    (`sourceless`). A source inside the content is none.
    """
    spans = tuple(sorted(span for span in content if span is not None))
    if not spans:
        return
    if source is None and not sourceless:
        source = source_token(view, cue.token)
    if source is not None and any(start <= source.idx < end for start, end in spans):
        source = None
    yield Proposal(shape, cue, head, spans, source, last)
