"""People whom a text names and nobody can tell: "Mr Roe" where only a Jane Roe is known, an unproven name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.index import Index

STRANGERS: dict[Gender | None, str] = {None: "", "male": " male", "female": " female"}
"""Ids of strangers by gender, which no entity bears."""


def strangers(view: View, index: Index) -> dict[int, tuple[Token, Gender | None]]:
    """Where somebody is named who is no person of the index: offset → the word that heads the name, gender.

    Who comes next as *he* may be that one, so nobody else is.
    """
    found = {name.idx: (name, gender) for name, gender in _titled(view) if not index.at(name.idx)}
    for span in view.doc.ents:
        if span.label_ == "PERSON" and len(span) > 1 and not _known(index, span.start_char, span.end_char):
            found.setdefault(span.start_char, (span.root, None))
    found.update(_definite(view, index))
    accounts = ((place.start, view.token_at(place.start)) for place in index.places if place.how == "handle")
    found.update((start, (token, None)) for start, token in accounts if token is not None)
    return {token.idx: (token, None) for token in _speaking(view, index)} | found


def _definite(view: View, index: Index) -> Iterator[tuple[int, tuple[Token, Gender | None]]]:
    """Every "the man" that is a subject and has no name beside it, by where it begins."""
    genders = lexicon().strangers
    for token in tokens_of(view, frozenset(genders)):
        start = token.left_edge
        is_subject = token.dep_ in ("nsubj", "nsubjpass") and start.lower_ == "the"
        named = any(child.dep_ == "appos" for child in token.children)
        if is_subject and not named and not index.at(token.idx):
            yield start.idx, (token, genders[token.lower_])


def _speaking(view: View, index: Index) -> Iterator[Token]:
    """Lone names that only the model takes for a body's, and that speak: they may be somebody's surname."""
    words = lexicon()
    for place in index.places:
        token = view.token_at(place.start)
        if place.entity.type != "organisation" or token is None or place.end != token.idx + len(token):
            continue
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in words.speaking
        if speaks and token.is_title and (token.text,) not in words.bodies:
            yield token


def _known(index: Index, start: int, end: int) -> bool:
    """Whether any mention stands in a stretch or reaches into it."""
    return bool(index.at(start) or index.inside((start, end)))


def _titled(view: View) -> Iterator[tuple[Token, Gender | None]]:
    """The names right behind courtesy titles that tell a gender: "Mr | Roe"."""
    titles = lexicon().titles
    for token in tokens_of(view, lexicon().courtesies):
        after = token.i + 1
        if after < len(view.doc) and view.doc[after].text == ".":  # "MR. ROE" is cut before the stop
            after += 1
        if after < len(view.doc) and token.text[0].isupper() and view.doc[after].text[0].isupper():
            yield view.doc[after], titles[token.lower_.rstrip(".")]
