"""A noun that takes up what was told, and who shares it or objects: "…, a view shared by the mayor".

Takes: The bridge is too old, a view shared by the mayor.
Leaves: The bridge is too old, a relic shared by two towns.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.lexicons import load
from coalition_cli.rules.clause import trim
from coalition_cli.rules.cues import cue_tokens, lexicon
from coalition_cli.rules.reported.proposal import Proposal, propose
from coalition_cli.rules.reported.weighed import candidate_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.cues import CueToken
    from coalition_cli.rules.view import View

ID = "echoed"
TAKES = "The bridge is too old, a view shared by the mayor."
LEAVES = "The bridge is too old, a relic shared by two towns."

SCORE = 0.8
"""All nine behind a comma or dash in PolNeAR train were attributions; nine are few."""

_BEFORE = (",", "-", "–", "—")
_LONGEST = 5  # words from the article to the verb; by eye


def find(view: View) -> Iterator[Candidate]:
    """Contents that are such a noun with its article."""
    for one in proposals(view):
        yield candidate_of(view, ID, one, SCORE)


def proposals(view: View) -> Iterator[Proposal]:
    """The same; there is nothing to weigh."""
    cues = cue_tokens(view)
    for cue in (*cues["verb"], *cues["adjective"]):
        source = _agent(cue)
        found = _noun(cue.token) if source is not None and _takes_sides(cue) else None
        if found is not None:
            article, noun = found
            content = [(article.idx, noun.idx + len(noun))]
            yield from propose(view, ID, cue, noun, content, source=source)


def _agent(cue: CueToken) -> Token | None:
    """Who stands behind "by"."""
    agents = (child for child in cue.after if child.dep_ == "agent")
    return next((word for agent in agents for word in agent.rights if word.dep_ == "pobj"), None)


def _takes_sides(cue: CueToken) -> bool:
    """Whether a verb tells what somebody makes of something: not "published", not "built"."""
    verb = lexicon()["VERB"].get(cue.token.lemma_, cue.cue)  # "opposed" may be an adjective too
    takes = cue.cue.takes if cue.word else verb.takes
    return cue.token.lemma_ in _words("by") or takes.get("object", "asserts") != "asserts"


def _noun(verb: Token) -> tuple[Token, Token] | None:
    """The article behind a comma or dash and the noun of taking up that end before a verb."""
    before = [*verb.doc[max(0, verb.i - _LONGEST) : verb.i]]
    while before and before[-1].pos_ == "ADV":
        before.pop()
    if not before or before[-1].lower_ not in lexicon()["NOUN"].keys() | _words("nouns"):
        return None
    article = next((word for word in reversed(before) if word.i and word.lower_ in ("a", "an")), None)
    if article is None or not verb.doc.text[: article.idx].rstrip("”’\"' ").endswith(_BEFORE):
        return None
    return article, before[-1]


def without_echoes(view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, contents cut before an echo that ends them: it tells what others make of them."""
    echoes = [
        (one.content[0][0], one.source[1])
        for one in candidates
        if one.origin == f"rule:{ID}" and one.source is not None
    ]
    return [_cut(view, one, echoes) if one.form == "reported" else one for one in candidates]


def _cut(view: View, one: Candidate, echoes: Sequence[Offsets]) -> Candidate:
    """A candidate without the echo (noun to source) at its end."""
    start, end = one.content[-1]
    for noun, source in echoes:
        if start < noun and source <= end and not view.text[source:end].strip(" .,"):
            last = trim(view, start, noun)
            return one if last is None else replace(one, content=(*one.content[:-1], last))
    return one


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("cues")["taking up"][name])
