"""Every figure in a parsed document: the numbers that state something."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coalition_cli import lexicons
from coalition_cli.figures.amounts import Amount, find_fractions, join
from coalition_cli.figures.atoms import find_atoms, number_starts
from coalition_cli.figures.counted import Counted, find_counted, of_subject
from coalition_cli.figures.exclude import why_no_figure
from coalition_cli.figures.masks import is_masked
from coalition_cli.figures.qualify import qualify
from coalition_cli.figures.sentence import sentence_of
from coalition_cli.records import Bound
from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from coalition_cli.documents.document import Block
    from coalition_cli.rules.view import View

_AGE_AFTER_NAME = re.compile(r"\w, $")
_AGE_END = re.compile(r",|\.|;|\)")
_OLDEST = 115
_BACK = 40  # figures that a number without a noun may point back over


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure: `start` to `end` is the number with its unit sign, in code points.

    `value` is null for a range, `low` and `high` are null for a value. `unit`: an ISO currency, "%", "share"
    (a part of a whole, from 0 to 1) or a word of measure.
    """

    start: int
    end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    qualifier: str | None
    unit: str | None
    counted: str | None


def find_figures(view: View) -> list[FigureHit]:
    """Figures in the document's prose, left to right, none overlapping.

    Dates, times, telephone numbers, list numbers, ordinals, ids and numbers in names are none; furniture,
    bylines, datelines and contact lines yield none.
    """
    found: list[FigureHit] = []
    starts = number_starts(view.doc, view.text)
    for block in view.blocks:
        if block.kind in PROSE:
            for amount in _amounts(view, block, starts):
                hit = _figure(view, amount, found)
                if hit:
                    found.append(hit)
    return found


def _amounts(view: View, block: Block, starts: list[int]) -> Iterator[Amount]:
    """The block's amounts in text order, parts of a whole before the numbers in them."""
    parts = list(find_fractions(view.text, block.start, block.end))
    taken = [(part.start, part.end) for part in parts]
    inside = starts[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
    atoms = [
        atom
        for atom in find_atoms(view.text, inside)
        if not any(atom.start < end and start < atom.end for start, end in taken)
        and not is_masked(view.text, atom)
    ]
    yield from sorted((*parts, *join(view.text, atoms)), key=lambda amount: amount.start)


def _figure(view: View, amount: Amount, before: list[FigureHit]) -> FigureHit | None:
    """The figure that an amount is, or none."""
    counted = _with_age(view, amount, find_counted(view, amount))
    bound, qualifier = qualify(view, amount, counted.unit)
    if why_no_figure(view, amount, bound, qualifier, counted):
        return None
    if not counted.unit and not amount.unit and (counted.elided or _is_pro_form(counted)):
        text = _antecedent(view, amount, counted, before)
        if text is None and _is_pro_form(counted) and not qualifier:
            return None
        counted = replace(counted, text=text)
    return FigureHit(
        amount.start,
        amount.end,
        amount.value,
        amount.low,
        amount.high,
        bound,
        qualifier,
        counted.unit or amount.unit,
        counted.text,
    )


def _is_pro_form(counted: Counted) -> bool:
    """*Six operational ones*: the noun stands earlier."""
    return counted.head is not None and counted.head.lower_ in ("one", "ones")


def _antecedent(view: View, amount: Amount, counted: Counted, before: list[FigureHit]) -> str | None:
    """What an elided noun was: that of the same number earlier, or of the last figure in the sentence."""
    token = view.token_at(amount.start)
    last = view.token_at(amount.core_end - 1)
    subject = of_subject(last) if last is not None else None
    if subject:
        return subject
    sentence = sentence_of(token).start_char if token is not None else amount.start
    partitive = counted.pointer or _is_pro_form(counted)
    for hit in reversed(before[-_BACK:]):
        if hit.counted is None or hit.unit is not None:
            continue
        if (partitive and hit.start >= sentence) or (hit.value is not None and hit.value == amount.value):
            return _modified(counted, hit.counted)
    return None


def _modified(counted: Counted, noun: str) -> str:
    """*Operational ones* after *military satellites*: operational military satellites."""
    own = (
        (counted.text or "").rsplit(" ", 1)[0]
        if _is_pro_form(counted) and " " in (counted.text or "")
        else ""
    )
    return f"{own} {noun}".strip()


def _with_age(view: View, amount: Amount, counted: Counted) -> Counted:
    """*Aged 30*, *Jane Smith, 47,*: years, though no word says so."""
    if (
        not counted.elided
        or amount.unit
        or amount.value is None
        or not amount.atom.plain
        or amount.value > _OLDEST
    ):
        return counted
    left = view.text[max(0, amount.start - 25) : amount.start]
    last = left.split()[-1:] if left[-1:].isspace() else []
    if last and last[0].lower() in lexicons.load("units")["ages"]:
        return Counted(unit="years", end=amount.end)
    before = view.token_at(amount.start - 3)
    named = before is not None and before.pos_ == "PROPN"
    if named and _AGE_AFTER_NAME.search(left) and _AGE_END.match(view.text, amount.end):
        return Counted(unit="years", end=amount.end)
    return counted
