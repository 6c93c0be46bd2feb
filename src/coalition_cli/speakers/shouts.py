"""The word that opens a story in capitals for the look of it: "ANGRY residents say", "A FURIOUS official"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.view import View

_SHORTEST = 5  # letters: shorter ones are mostly initials (chosen by eye, news texts)


def is_shouted(view: View, token: Token) -> bool:
    """Whether a word in capitals opens a paragraph, tells of a small noun, and is no name elsewhere."""
    return (
        len(token) >= _SHORTEST
        and token.text.isalpha()
        and token.text.isupper()
        and _is_before_noun(token)
        and (token.text,) not in lexicon().bodies
        and _opens(view, token)
        and not _is_named(view, token)
    )


def _is_before_noun(token: Token) -> bool:
    """Whether a small noun follows that the word tells of: "ANGRY | residents"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return after.text.islower() and after.pos_ == "NOUN"


def _opens(view: View, token: Token) -> bool:
    """Whether a word is the first of its paragraph, or stands behind an article that is."""
    block = view.block_at(token.idx)
    if block is None:
        return False
    before = view.text[block.start : token.idx].strip().lower()
    return not before or before in lexicon().articles


def _is_named(view: View, token: Token) -> bool:
    """Whether the word is written large inside another sentence, and never small."""
    others = [other for other in view.doc if other.lower_ == token.lower_ and other.i != token.i]
    if any(other.is_lower for other in others):
        return False
    return any(not other.is_sent_start and not _is_heading(view, other) for other in others)


def _is_heading(view: View, token: Token) -> bool:
    block = view.block_at(token.idx)
    return block is not None and block.kind == "heading"
