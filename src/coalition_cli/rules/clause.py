"""How far a content reaches: from the head of a clause or phrase to its offsets in the text.

A content takes its "that" or "to" in; final punctuation, outer quotation marks and the adjuncts of the clause
around it ("on Thursday", "in a statement") stay out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.view import View

_EDGES = frozenset("\"“”„«»'‘’`.,;:!?-–—…()[]*\n\t ")
VERBAL = frozenset(("VERB", "AUX"))
"""Parts of speech that head a clause."""

_INITIALS = 3  # characters of "U.S" before the last full stop of an abbreviation
_OPENERS = frozenset(("cc", "punct", "preconj"))
_BROUGHT = frozenset(("pobj", "pcomp"))
_TIMES = frozenset(("DATE", "TIME"))


def subtree_span(view: View, head: Token, after: int = -1, before: int | None = None) -> Offsets | None:
    """The text under `head`, cut to the tokens after index `after` and before index `before`, trimmed."""
    first = max(head.left_edge.i, after + 1)
    while first < head.i and view.doc[first].dep_ in _OPENERS:
        first += 1
    last = head.right_edge.i if before is None else min(head.right_edge.i, before - 1)
    return token_span(view, first, last)


def token_span(view: View, first: int, last: int) -> Offsets | None:
    """The text from one token to another (both taken in), trimmed; none where nothing is left."""
    if first > last:
        return None
    end = view.doc[last]
    return trim(view, view.doc[first].idx, end.idx + len(end))


def trim(view: View, start: int, end: int) -> Offsets | None:
    """The offsets without white space, marks and punctuation at their edges; a block's end also ends them."""
    text = view.text
    line = text.find("\n", start, end)
    while line != -1 and not text[start:line].strip():
        start = line + 1
        line = text.find("\n", start, end)
    if line != -1:
        end = line
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _closes(text, start, end):
        end -= 1
    return (start, end) if start < end else None


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the last character ends an abbreviation ("the U.S.") or closes a bracket opened inside."""
    last = text[end - 1]
    if last == ".":
        word = text[max(start, end - _INITIALS - 1) : end]
        return len(word) > _INITIALS and word[-3] == "." and word[-2].isupper()
    return (last == ")" and "(" in text[start:end]) or (last == "]" and "[" in text[start:end])


def without(span: Offsets, hole: Offsets, view: View) -> tuple[Offsets, ...]:
    """The parts of a span around a hole ("CLAUSE, X said, CLAUSE"), trimmed."""
    parts = (trim(view, span[0], min(span[1], hole[0])), trim(view, max(span[0], hole[1]), span[1]))
    return tuple(part for part in parts if part is not None)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.tag_ == "TO" for child in verb.lefts)


def prepositional(children: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    """The prepositions among the children of a cue, each with the head of what it brings; no dates."""
    for word in children:
        if word.dep_ == "prep":
            for head in word.rights:
                if head.dep_ in _BROUGHT and head.ent_type_ not in _TIMES:
                    yield word, head
                    break
