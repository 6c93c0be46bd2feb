"""From a proposal to a candidate: the shared last step of every reported rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Candidate, Offsets
from coalition_cli.rules.clause import trim
from coalition_cli.rules.mention import source_span
from coalition_cli.rules.reported.condition import with_condition
from coalition_cli.rules.reported.features import features_of
from coalition_cli.rules.reported.weights import weigh
from coalition_cli.rules.unsaid import is_charged, is_open, is_to_come, is_unsaid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.reported.proposal import Proposal
    from coalition_cli.rules.view import View

LEAST = 0.3  # best F1 of reported contents on a held-out tenth of PolNeAR train
_CLAUSES = frozenset(("verb-clause", "verb-infinitive", "verb-told"))
_AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
_BETWEEN = frozenset(("advmod", "aux", "auxpass", "neg"))


def weighed(view: View, rule: str, proposals: Iterable[Proposal]) -> Iterator[Candidate]:
    """The proposals of one rule worth a record, each with the confidence that its evidence has earned."""
    for one in proposals:
        score = weigh(features_of(view, one))
        if score < LEAST or _says_nothing(one):
            continue
        yield candidate_of(view, rule, one, score)


def candidate_of(view: View, rule: str, one: Proposal, score: float) -> Candidate:
    """A proposal of a rule as a candidate, with what it is worth."""
    content = one.content
    if content[-1][0] > one.cue.token.idx:
        content = (*content[:-1], with_condition(view, content[-1]))
    return Candidate(
        content=content,
        cue=cue_span(one.cue, one.last),
        source=source_of(view, one),
        form="reported",
        origin=f"rule:{rule}",
        score=score,
        evidence=(("cue", one.cue.cue.word), ("complement", one.shape)),
    )


def _says_nothing(one: Proposal) -> bool:
    """Whether the cue is of something that has not been said, before what would be."""
    unsaid = one.shape in _CLAUSES and is_unsaid(one.cue, one.shape, one.head)
    behind = one.content[0][0] > one.cue.token.idx
    return unsaid or (behind and (is_charged(one.cue.token) or is_to_come(one.cue.token) or is_open(one.cue)))


def source_of(view: View, one: Proposal) -> Offsets | None:
    """The source of a proposal in place, cut where its cue or its content begins."""
    if one.source is None:
        return None
    start, end = source_span(view, one.source)
    if one.source.idx < one.cue.token.idx < end:
        end = one.source.idx + len(one.source)
    for first, last in one.content:
        if start < last and first < end:
            start, end = (start, first) if first > one.source.idx else (last, end)
    return trim(view, start, end)


def cue_span(cue: CueToken, last: Token | None = None) -> Offsets:
    """The cue as the text has it: auxiliaries and negation before it, particle or preposition after it."""
    token = cue.token
    first = token.i
    while first and (before := token.doc[first - 1]).head == token and before.dep_ in _BETWEEN:
        first -= 1
    while first < token.i and token.doc[first].dep_ not in _AUXILIARIES:
        first += 1
    end = token
    for word in (cue.word, last):
        if word is not None and end.i < word.i <= token.i + 2:
            end = word
    return token.doc[first].idx, end.idx + len(end)
