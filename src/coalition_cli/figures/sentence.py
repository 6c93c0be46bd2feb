"""The sentence around a word, without a walk over a whole document that has no full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_REACH = 80  # words either side: a longer sentence is a list, and what stands further off decides nothing


def sentence_of(token: Token) -> Span:
    """The sentence of a token, cut where it is very long."""
    doc, first, last = token.doc, token.i, token.i + 1
    while first > 0 and token.i - first < _REACH and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and last - token.i < _REACH and not doc[last].is_sent_start:
        last += 1
    return doc[first:last]
