"""Names that only their speaking gives away: they proved nothing until they were found as a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.bodies import may_be_body
from coalition_cli.speakers.entities import find_entities
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.scan import without_bracket
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

_LONGEST = 12  # words of a source: in longer ones the parser often takes a wrong word for the head
_OWNERS = frozenset(("its", "itself"))


def with_heard(view: View, index: Index, candidates: Iterable[Candidate]) -> Index:
    """The index of a document's entities, of those found anew where a source is headed by a name that nobody
    in `index` bears; the very same `index` where no source is, as in most texts.
    """
    unknown = (token for token in _heads(view, candidates) if not index.at(token.idx))
    heard = frozenset(token.i for token in unknown if _may_be_person(token) or may_be_body(token))
    return Index(find_entities(view, heard)) if heard else index


def _heads(view: View, candidates: Iterable[Candidate]) -> Iterator[Token]:
    """The words that head the sources, and those coordinated with them."""
    for source in {candidate.source for candidate in candidates if candidate.source}:
        phrase = view.doc.char_span(*without_bracket(view.text, source), alignment_mode="expand")
        if phrase is not None and 0 < len(phrase) <= _LONGEST:
            yield phrase.root
            yield from (token for token in phrase.root.conjuncts if phrase.start <= token.i < phrase.end)


def _may_be_person(token: Token) -> bool:
    """Whether a word is part of a person's name by the model, and of no thing."""
    named = token.ent_type_ == "PERSON" and token.text[0].isupper()
    return named and not _is_thing(token) and not _is_many(token)


def _is_thing(name: Token) -> bool:
    """Whether an article or *its* tells that a name is no person's: "Sund Care bemoaned its luck"."""
    before = name.doc[name.left_edge.i]
    return before.lower_ in lexicon().articles or any(token.lower_ in _OWNERS for token in name.head.subtree)


def _is_many(name: Token) -> bool:
    """Whether a word is a plural: "Many Millennials"."""
    return name.tag_ == "NNPS" or name.lower_ in lexicon().crowds
