"""Rules and the learned tagger together: what both find is surer than what one finds.

The rules give turns, posts and whole quotations; the tagger finds source, cue and content where grammar alone
cannot. Where both find an attribution, their scores are joined by a logistic regression; where one does, its
own score is weighed anew. The few numbers are learned by `training/combine.py` on texts that the tagger was
not trained on and stand in `lexicons/en/together.yaml`. Rivals over the same words are then weighed as among
the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import exp
from typing import TYPE_CHECKING, Self

from coalition_cli.engines.doubt import doubted
from coalition_cli.engines.tidy import tidied
from coalition_cli.engines.upheld import upheld
from coalition_cli.engines.whole import with_whole_quotations
from coalition_cli.lexicons import load
from coalition_cli.neural.calibrate import log_odds
from coalition_cli.neural.tagger import Tagger
from coalition_cli.records import WHOLE_BLOCK
from coalition_cli.rules.candidate import meet
from coalition_cli.rules.engine import completed, find_candidates
from coalition_cli.rules.select import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

LEAST_OVERLAP = 0.5
"""Contents that share half of their characters report the same words, as in `evaluation/pairing.py`."""

SURE = 0.9  # three times on the texts kept out: the rules had who spoke, the tagger twice who passed it on
"""Above this score the rules are followed against a less sure tagger on who the source is."""

TAGGED_FLOOR = 0.1
"""Finds of the tagger below this are left out before they are weighed: they only cost time."""


@dataclass(frozen=True, slots=True)
class Together:
    """Both engines and what their agreement is worth."""

    tagger: Tagger

    @classmethod
    def load(cls) -> Self:
        """With the weights that ship; raises `ModelError` where they are missing or altered."""
        return cls(Tagger.load())

    def read(self, text: str) -> list[Candidate]:
        """What the tagger finds, the unlikely too."""
        return self.tagger.find(text, TAGGED_FLOOR)

    def find(self, view: View, read: Sequence[Candidate]) -> list[Candidate]:
        """The attributions of one document in text order; only turns and posts may hold others."""
        ruled = find_candidates(view)
        apart = [one for one in ruled if one.form in WHOLE_BLOCK]
        rules = [one for one in ruled if one.form not in WHOLE_BLOCK]
        clipped = [one for found in read if (one := tidied(view, found))]
        tagged = list(with_whole_quotations(view, clipped, rules))
        least = _numbers("floor")["score"]
        weighed = (_weighed(view, one, other) for one, other in pair(rules, tagged))
        found = select(view, apart + [one for one in weighed if one.score >= least])
        return completed(view, found)


def _weighed(view: View, rule: Candidate | None, tag: Candidate | None) -> Candidate:
    """One candidate from a pair, with what the grammar around a find of one engine alone makes of it."""
    found = doubted(view, weigh(rule, tag), alone=rule is None)
    return upheld(view, found, rule, tag)


def pair(
    rules: Sequence[Candidate], tagged: Sequence[Candidate]
) -> Iterator[tuple[Candidate | None, Candidate | None]]:
    """Every rule's and every tagged candidate in one pair, those that overlap most together, others alone."""
    scored = [
        (overlap(rule.content, tag.content), i, j)
        for i, rule in enumerate(rules)
        for j, tag in enumerate(tagged)
        if rule.content[0][0] < tag.content[-1][1] and tag.content[0][0] < rule.content[-1][1]
    ]
    ruled, found = set(range(len(rules))), set(range(len(tagged)))
    for share, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if share >= LEAST_OVERLAP and i in ruled and j in found:
            ruled.remove(i)
            found.remove(j)
            yield rules[i], tagged[j]
    yield from ((rules[i], None) for i in sorted(ruled))
    yield from ((None, tagged[j]) for j in sorted(found))


def overlap(one: Sequence[Offsets], other: Sequence[Offsets]) -> float:
    """Shared characters over characters in either content."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    either = sum(end - start for start, end in (*one, *other)) - shared
    return shared / either if either else 0.0


def weigh(rule: Candidate | None, tag: Candidate | None) -> Candidate:
    """One candidate from a pair, with the score that such agreement has earned."""
    chosen = choose(rule, tag)
    if rule is None or tag is None:
        name = "rules" if tag is None else "tagger"
        return _rescored(chosen, f"{name} alone", alone(name, chosen))
    step = ("agrees", f"{rule.origin} ({rule.score:.2f})")
    return _rescored(replace(chosen, evidence=(*chosen.evidence, step)), "both", agreement(rule, tag))


def choose(rule: Candidate | None, tag: Candidate | None) -> Candidate:
    """Whose words count where both find the same: the tagger's, which were right more often, with the source
    of the rules where it has none (right in 7 of 13, against 4, on the texts kept out). The rules' where they
    are surer of another source: "… ," Li told the men, according to the paper.
    """
    chosen = tag or rule
    assert chosen is not None
    if rule is None or tag is None or rule.source is None:
        return chosen
    surer = tag.source is not None and _is_surer(rule, rule.source, tag, tag.source)
    if tag.source is not None and not surer:
        return tag
    cue = rule.cue if surer else tag.cue
    rest = tag.content if cue is None else (*tag.content, cue)
    clear = not any(meet(rule.source, span) for span in rest)
    step = ("source", f"that of {rule.origin}")
    return replace(tag, source=rule.source, cue=cue, evidence=(*tag.evidence, step)) if clear else tag


def _is_surer(rule: Candidate, source: Offsets, tag: Candidate, other: Offsets) -> bool:
    """Whether the rules have another source than the tagger, and are sure of it."""
    return not meet(source, other) and rule.score > max(SURE, tag.score)


def alone(name: str, one: Candidate) -> dict[str, float]:
    """The evidence that a find of one engine gives."""
    return {name: log_odds(one.score), "quotation": float(one.form == "quotation")}


def agreement(rule: Candidate, tag: Candidate) -> dict[str, float]:
    """The evidence that two finds of the same words give."""
    return {
        "rules": log_odds(rule.score),
        "tagger": log_odds(tag.score),
        "same content": float(overlap(rule.content, tag.content) > 0.95),
        "same source": float(rule.source == tag.source),
        "quotation": float(rule.form == "quotation"),
    }


def _rescored(one: Candidate, who: str, features: dict[str, float]) -> Candidate:
    numbers = _numbers(who)
    total = numbers["bias"] + sum(numbers[name] * value for name, value in features.items())
    score = 1 / (1 + exp(-total))
    step = ("together", f"{who}: {one.score:.2f} becomes {score:.2f}")
    return replace(one, score=score, evidence=(*one.evidence, step))


@cache
def _numbers(who: str) -> dict[str, float]:
    return {name: float(value) for name, value in load("together")[who].items()}
