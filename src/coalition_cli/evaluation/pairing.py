"""Gold and found attributions of one document, paired as the field's scorers do.

A content is the set of letters and digits it covers: marks, punctuation and white space never matter. Pairs
are one to one, highest IoU (shared letters over letters in either) first, down to one half.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coalition_cli.evaluation.gold import GoldAttribution, GoldDocument, Spans
from coalition_cli.records import Attribution, Span

LEAST_OVERLAP = 0.5
"""The usual threshold of span scoring (PolNeAR, Citron)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A found attribution, the gold one it answers to, or one of them alone."""

    found: Attribution | None
    gold: GoldAttribution | None
    overlap: float

    @property
    def exact(self) -> bool:
        """Same letters, all of them."""
        return self.overlap == 1

    @property
    def both(self) -> bool:
        """Whether gold and extraction agree that there is an attribution."""
        return self.found is not None and self.gold is not None


def letters(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Offsets of the letters and digits that spans cover."""
    return frozenset(
        at for start, end in spans for at in range(start, min(end, len(text))) if text[at].isalnum()
    )


def offsets(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Spans of records as offsets."""
    return [(span.start, span.end) for span in spans]


def pair(document: GoldDocument, found: Sequence[Attribution]) -> list[Pair]:
    """Every gold and every found attribution of a document in one pair; contents without letters drop."""
    text = document.text
    golds = {index: letters(text, one.content) for index, one in enumerate(document.attributions)}
    finds = {index: letters(text, offsets(one.content)) for index, one in enumerate(found)}
    golds = {index: content for index, content in golds.items() if content}
    finds = {index: content for index, content in finds.items() if content}
    pairs = []
    for overlap, at_found, at_gold in _best_first(finds, golds):
        if at_found in finds and at_gold in golds:
            del finds[at_found], golds[at_gold]
            pairs.append(Pair(found[at_found], document.attributions[at_gold], overlap))
    pairs += [Pair(found[index], None, 0.0) for index in finds]
    pairs += [Pair(None, document.attributions[index], 0.0) for index in golds]
    return pairs


def _best_first(
    finds: dict[int, frozenset[int]], golds: dict[int, frozenset[int]]
) -> list[tuple[float, int, int]]:
    """All (IoU, found, gold) that overlap enough, best first, ties in text order."""
    scored = []
    for at_found, one in finds.items():
        for at_gold, other in golds.items():
            if common := len(one & other):
                overlap = common / len(one | other)
                if overlap >= LEAST_OVERLAP:
                    scored.append((overlap, at_found, at_gold))
    return sorted(scored, key=lambda item: (-item[0], item[1], item[2]))


def source_right(text: str, pair: Pair) -> bool:
    """Whether the found source shares a letter with the gold one, or neither has one."""
    return (
        pair.found is not None and pair.gold is not None and _same(text, pair.found.source, pair.gold.source)
    )


def cue_right(text: str, pair: Pair) -> bool:
    """Whether the found cue shares a letter with the gold one, or neither has one."""
    return pair.found is not None and pair.gold is not None and _same(text, pair.found.cue, pair.gold.cue)


def _same(text: str, found: Span | None, gold: Spans) -> bool:
    if found is None or not gold:
        return found is None and not gold
    return bool(letters(text, offsets([found])) & letters(text, gold))


def speaker_right(pair: Pair) -> bool:
    """Whether exactly the gold speakers are named."""
    if pair.found is None or pair.gold is None or pair.gold.speakers is None:
        return False
    return {speaker.id for speaker in pair.found.speakers} == set(pair.gold.speakers)
