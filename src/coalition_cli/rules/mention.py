"""How far the mention of a source reaches around its head.

A source is the whole noun phrase as the text has it, with its title, its identifying description and its
apposition ("Andris Sprūds, Latvia's defence minister"), without relative clauses, never into quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from coalition_cli.rules.view import View

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
LEFT = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet"))
_RIGHT = frozenset(["appos", "conj", "amod", "compound", "nummod", "nmod", "acl", "prep", "flat", "case"])
_TIMES = frozenset(("DATE", "TIME"))
MARKS = frozenset('"“”„«»')
_DASHES = frozenset(("-", "–", "—", "--"))


def source_span(view: View, token: Token) -> Offsets:
    """The whole mention of a source around its head `token`: offsets of the noun phrase in place.

    Takes title, description, apposition and coordination ("Poland and Greece") in; leaves relative clauses,
    dates hung on by the parser, and anything behind a quotation mark out.
    """
    if token.dep_ == "compound" and token.head.pos_ in ("PROPN", "NOUN") and token.head.i > token.i:
        token = token.head
    first = _first(token)
    last = _last(token)
    doc = view.doc
    while last > token.i and (doc[last].is_punct or doc[last].dep_ == "cc"):
        last -= 1
    first, last = _between_marks(view, first, token.i, last)
    if last + 1 < len(doc) and doc[last + 1].text == ")" and "(" in doc.text[doc[first].idx : doc[last].idx]:
        last += 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _first(head: Token) -> int:
    """The index of the first token of the noun phrase."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in LEFT and child.ent_type_ not in _TIMES:
            first = child.left_edge.i
            break
    return first


def _last(head: Token) -> int:
    """The index of the last token of the noun phrase."""
    last = head.i
    for child in head.rights:
        if child.dep_ in ("punct", "cc", "preconj"):
            continue
        if child.dep_ not in _RIGHT or not _belongs(head, child):
            break
        last = child.right_edge.i if child.dep_ not in ("appos", "conj") else _last(child)
    return last


def _belongs(head: Token, child: Token) -> bool:
    """Whether a right-hand child is part of the mention."""
    if child.dep_ == "prep":
        return not any(item.ent_type_ in _TIMES for item in child.children)
    if child.dep_ == "acl":
        return not any(token.is_punct for token in _tokens(head.i, child))
    if child.dep_ in ("conj", "appos"):
        return child.pos_ in NOMINAL and child.ent_type_ not in _TIMES
    return True


def _tokens(start: int, child: Token) -> Iterator[Token]:
    """The tokens between an index and a token."""
    return (child.doc[index] for index in range(start + 1, child.i))


def _ends_dateline(doc: Doc, index: int) -> bool:
    """Whether a token ends what stands before a name: "ORLANDO (Agency) - ", "Poll: "."""
    text = doc[index].text
    if text in _DASHES:
        return index > 0 and doc[index - 1].whitespace_ != "" and doc[index].whitespace_ != ""
    return text in (":", ")")


def _between_marks(view: View, first: int, head: int, last: int) -> tuple[int, int]:
    """The stretch cut so that no mark stands between it and its head, unless around a whole term."""
    doc = view.doc
    for index in range(head - 1, first - 1, -1):
        if doc[index].text[0] in MARKS or _ends_dateline(doc, index):
            first = index + 1
            break
    for index in range(head + 1, last + 1):
        if doc[index].text[0] in MARKS and not _in_term(view, doc[index], doc[last]):
            last = index - 1
            break
    return first, last


def _in_term(view: View, mark: Token, last: Token) -> bool:
    """Whether a mark belongs to a term ("Coalition of the Willing") that closes before the stretch ends."""
    quotation = view.quotation_at(mark.idx)
    return quotation is not None and quotation.term and quotation.outer_end <= last.idx + len(last)
