"""Several speakers of one source: all of them, or none where one cannot be told.

Takes: The talks were short, [[Poland and Greece]] said.
Leaves: The talks were short, [[Poland and the owner of the bridge]] said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.resolution import Resolution, nobody

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Span, Token


def heads(phrase: Span) -> list[Token]:
    """The head of a source and what is coordinated with it: "Poland and Greece"."""
    root = phrase.root
    return [root, *(token for token in root.conjuncts if phrase.start <= token.i < phrase.end)]


def several(parts: Sequence[Resolution]) -> Resolution:
    """The speakers of coordinated sources from those of each."""
    if len(parts) == 1:
        return parts[0]
    if not all(part.speakers for part in parts):
        return nobody("one of several sources cannot be told")
    speakers = dict.fromkeys(speaker for part in parts for speaker in part.speakers)
    return Resolution(tuple(speakers), "coordination", " and ".join(part.detail for part in parts))


def is_match(tokens: Iterable[Token]) -> bool:
    """Whether two are set against each other, and none of them speaks: "Sund vs Holm", "Roe v. Doe"."""
    return any(token.lower_.rstrip(".") in ("v", "vs", "versus") for token in tokens)
