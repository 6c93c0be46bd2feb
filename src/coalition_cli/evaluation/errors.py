"""What went wrong, in context, with the rule that decided, grouped by cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coalition_cli.evaluation.gold import GoldDocument
from coalition_cli.evaluation.pairing import Pair, letters, offsets, source_right, speaker_right
from coalition_cli.records import line_of

CONTEXT = 60
"""Code points shown on either side."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing the extraction got wrong: its cause, where, the rule, the text in context."""

    cause: str
    doc: str
    line: int
    origin: str
    text: str


def mistakes(document: GoldDocument, pairs: list[Pair]) -> Iterator[Mistake]:
    """Every miss, false find, wrong extent, source, speaker and kind of one document, in text order."""
    text = document.text
    found_letters = {at for pair in pairs if pair.found for at in letters(text, offsets(pair.found.content))}
    gold_letters = {at for pair in pairs if pair.gold for at in letters(text, pair.gold.content)}
    for pair in sorted(pairs, key=lambda pair: _spans(pair)[0]):
        if pair.found is None and pair.gold is not None:
            touched = letters(text, pair.gold.content) & found_letters
            yield _mistake(document, pair, f"missed {pair.gold.kind}" + (": other extent" if touched else ""))
        elif pair.gold is None and pair.found is not None:
            touched = letters(text, offsets(pair.found.content)) & gold_letters
            yield _mistake(document, pair, "false find" + (": other extent" if touched else ""))
        else:
            yield from _wrong_details(document, pair)


def _wrong_details(document: GoldDocument, pair: Pair) -> Iterator[Mistake]:
    assert pair.gold is not None and pair.found is not None
    if not source_right(document.text, pair):
        yield _mistake(document, pair, "wrong source")
    if pair.gold.speakers is not None and not speaker_right(pair):
        yield _mistake(document, pair, "wrong speaker" if pair.found.speakers else "no speaker")
    if pair.gold.kind != pair.found.kind:
        yield _mistake(document, pair, f"{pair.gold.kind} taken for {pair.found.kind}")


def _spans(pair: Pair) -> list[tuple[int, int]]:
    return offsets(pair.found.content) if pair.found else list(pair.gold.content) if pair.gold else []


def _mistake(document: GoldDocument, pair: Pair, cause: str) -> Mistake:
    spans = _spans(pair)
    start, end = spans[0][0], spans[-1][1]
    text = document.text
    context = f"{text[max(0, start - CONTEXT) : start]}⟦{text[start:end]}⟧{text[end : end + CONTEXT]}"
    origin = pair.found.origin if pair.found else "none"
    return Mistake(cause, document.id, line_of(text, start), origin, " ".join(context.split()))
