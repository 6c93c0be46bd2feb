"""Several speakers of one source: all of them who can be told.

Takes: The talks were short, [[Poland and Greece]] said.
Leaves: The talks were short, [[those and others]] said.
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
    """The speakers of coordinated sources from those of each; who cannot be told has spoken all the same."""
    if len(parts) == 1:
        return parts[0]
    if not any(part.speakers for part in parts):
        return nobody("none of several sources can be told")
    speakers = dict.fromkeys(speaker for part in parts for speaker in part.speakers)
    return Resolution(tuple(speakers), "coordination", " and ".join(part.detail for part in parts))


def is_match(tokens: Iterable[Token]) -> bool:
    """Whether two are set against each other, and none of them speaks: "Sund vs Holm", "Roe v. Doe"."""
    return any(token.lower_.rstrip(".") in ("v", "vs", "versus") for token in tokens)
