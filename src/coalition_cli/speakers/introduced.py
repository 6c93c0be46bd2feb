"""Nouns for somebody whom the text has set apart from those it names: "a desk sergeant met Jane Roe".

Takes: A guard led Jane Roe in. [[The guard]] said it was late. (not Jane Roe)
Leaves: A guard was fined. Jane Roe was late, the court heard. [[The guard]] said it was ice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.scan import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.index import Index

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "pobj"))
_OBJECTS = frozenset(("dobj", "dative"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ARTICLES = frozenset(("a", "an"))
_BECOMING = frozenset(("be", "become", "remain", "elect", "name", "appoint"))


def set_apart(view: View, index: Index, head: Token) -> frozenset[str]:
    """The ids of those whom the noun *head* cannot mean, by where it stood before."""
    found: set[str] = set()
    for noun in tokens_of(view, frozenset((head.lower_,))):
        if noun.i >= head.i:
            break
        if view.quotation_at(noun.idx) is view.quotation_at(head.idx):
            found.update(_others(index, noun))
    return frozenset(found)


def _others(index: Index, noun: Token) -> Iterator[str]:
    """Everybody named by the end of a sentence that introduces somebody, or who acts on the one meant."""
    if _introduces(noun):
        end = noun.sent.end_char
        yield from (place.entity.id for place in index.before(end) if place.entity.type == "person")
    elif noun.dep_ in _OBJECTS:
        for child in noun.head.children:
            if child.dep_ in _SUBJECTS:
                yield from (place.entity.id for place in index.at(child.idx))


def _introduces(noun: Token) -> bool:
    """Whether a noun has *a* before it and says of nobody else what they are: no "as a sergeant"."""
    if noun.dep_ not in _ARGUMENTS or not any(child.lower_ in _ARTICLES for child in noun.lefts):
        return False
    named = any(child.dep_ == "appos" for child in noun.children)
    return not named and noun.head.lower_ != "as" and noun.head.lemma_ not in _BECOMING
