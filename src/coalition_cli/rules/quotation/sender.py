"""The one a message is from, right before the colon: «one of the tweets of the night, from @seadog: “…”»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.quotation.frame import make
from coalition_cli.rules.quotation.stretches import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.quotation.frame import Frame
    from coalition_cli.rules.quotation.stretches import Stretch
    from coalition_cli.rules.view import View

_NAME_LONGEST = 6  # words, a title and an initial among them (by eye)


def sender(view: View, stretch: Stretch) -> Frame | None:
    """The reading in which somebody's message is quoted, wherever the parser hung the words "from NAME"."""
    if stretch.lead != ":":
        return None
    tokens = [view.doc[index] for index in range(*stretch.head)]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    place = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].lower_ == "from"), None)
    if place is None or not _is_name(tokens[place + 1 :]):
        return None
    message = _message(tokens[:place])
    if message is None:
        return None
    source = (tokens[place + 1].idx, tokens[-1].idx + len(tokens[-1]))
    return make(view, stretch, "source-cue-content", message, source)


def _message(tokens: list[Token]) -> Token | None:
    """The last message named, where no verb stands behind it."""
    for token in reversed(tokens):
        if token.tag_ in FINITE:
            return None
        if token.pos_ == "NOUN" and token.lemma_.lower() in _messages():
            return token
    return None


def _is_name(tokens: list[Token]) -> bool:
    """Whether words are a handle, or a person's name: a message may also be from a place."""
    if len(tokens) == 1 and tokens[0].text.startswith("@"):
        return True
    named = bool(tokens) and tokens[-1].ent_type_ == "PERSON"
    return named and len(tokens) <= _NAME_LONGEST and all(token.pos_ == "PROPN" for token in tokens)


@cache
def _messages() -> frozenset[str]:
    return frozenset(load("cues")["messages"])
