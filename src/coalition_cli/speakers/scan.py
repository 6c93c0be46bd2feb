"""Tokens picked by their words: an expression over the text costs far less than a walk over tokens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

    # All tokens of a document as a list: slicing one is far cheaper than slicing a Doc.
    Tokens = Sequence[Token]

_WORD = re.compile(r"[^\W_]+")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]\n]*[)\]]?$")
_FEW = 12  # words: of more, it is cheaper to look each word of the text up
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-z]\w*")


@lru_cache(maxsize=16)
def _expression(wanted: frozenset[str]) -> re.Pattern[str]:
    """Any of a few words; of many, any word at all."""
    if len(wanted) > _FEW:
        return _WORD
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(wanted))})(?![^\W_])", re.IGNORECASE)


def without_bracket(text: str, span: Offsets) -> Offsets:
    """A source without what stands in brackets at its end: "Jane Roe (Sund United)"."""
    start, end = span
    bracket = _BRACKET.search(text, start, end)
    return (start, bracket.start()) if bracket and bracket.start() > start else span


def tokens_of(view: View, wanted: frozenset[str]) -> Iterator[Token]:
    """The tokens that are one of the `wanted` words (lower case), in text order."""
    for found in _expression(wanted).finditer(view.text):
        word = found.group().lower()
        if word in wanted:
            token = view.token_at(found.start())
            if token is not None and token.lower_ == word and token.idx == found.start():
                yield token


def phrase_of(tokens: Tokens, start: int, end: int) -> str:
    """The words of some tokens in one line, each white space a single space."""
    if end - start == 1:
        return tokens[start].text
    return " ".join("".join(token.text_with_ws for token in tokens[start:end]).split())


def capitalised(view: View, start: int, end: int) -> list[int]:
    """The indices of the tokens between two offsets that begin with a capital letter."""
    found = []
    for match in _CAPITALISED.finditer(view.text, start, end):
        if match.group()[0].isupper():
            token = view.token_at(match.start())
            if token is not None and token.idx == match.start():
                found.append(token.i)
    return found
