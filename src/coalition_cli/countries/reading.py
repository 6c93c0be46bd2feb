"""A document while its countries are read, and one match in it: what the checks may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.countries.lexicon import traps
from coalition_cli.countries.match import Match, flatten

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.rules.view import View


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)")


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in a text."""
    return _any_of(words).search(text) is not None


class Text:
    """A parsed document, its text with plain spaces and apostrophes, and what it says anywhere."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.flat = flatten(view.text)
        self._said: dict[tuple[str, ...], bool] = {}

    def says(self, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands anywhere in the document; looked up once."""
        if words not in self._said:
            self._said[words] = holds(self.flat, words)
        return self._said[words]


@dataclass(frozen=True, slots=True)
class Place:
    """One match in its document."""

    text: Text
    match: Match

    @property
    def word(self) -> str:
        """The name as the lexicon has it."""
        return self.match.name.text

    @property
    def is_personal(self) -> bool:
        """Whether people are called so."""
        return self.word in traps()["personal"]

    @property
    def span(self) -> Span:
        """The match's tokens."""
        first = self.text.view.token_at(self.match.start)
        last = self.text.view.token_at(self.match.end - 1)
        assert first is not None and last is not None
        return first.doc[first.i : last.i + 1]

    def left(self, reach: int) -> str:
        """So many characters before the match."""
        return self.text.flat[max(0, self.match.start - reach) : self.match.start]

    def right(self, reach: int) -> str:
        """So many characters after the match."""
        return self.text.flat[self.match.end : self.match.end + reach]


def modifies(token: Token) -> bool:
    """Whether an adjective has its noun: *French troops*, not *the French*."""
    if token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i:
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text == "-")
