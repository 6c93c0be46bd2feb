"""Why a record exists, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table

from coalition_cli.records import Attribution
from coalition_cli.render.columns import names, number, place
from coalition_cli.render.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalition_cli.records import Figure

_REVIEWS = {
    "unreviewed": "no person has looked at it",
    "confirmed": "a person checked it and it is as the machine found it",
    "corrected": "a person checked it and set it right",
    "added": "a person added it; the machine had not found it",
}


def explanations(records: Iterable[Attribution | Figure]) -> Group:
    """One fact a row: what was found, by which rule, on what evidence, weighed against what."""
    return Group(*map(_facts, records))


def _facts(record: Attribution | Figure) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(ratio=1)
    facts = _attribution_facts(record) if isinstance(record, Attribution) else _figure_facts(record)
    for heading, value in facts:
        grid.add_row(plain(heading), plain(value))
    return grid


def _attribution_facts(one: Attribution) -> Iterator[tuple[str, str]]:
    yield "record", f"{one.id}  {one.kind} {one.form}, {one.stance}"
    yield "where", f"{place(one)}, " + ", ".join(f"{span.start}–{span.end}" for span in one.content)
    yield "content", " ".join(one.text.split())
    if one.quoted:
        yield "quoted", " … ".join(" ".join(span.text.split()) for span in one.quoted)
    yield "cue", one.cue.text if one.cue else "none"
    yield "source", one.source.text if one.source else "none"
    yield "speakers", names(one.speakers) or "none: no single candidate, so none is named"
    yield "found by", one.origin
    for step in one.evidence:
        yield step.step, step.detail
    yield "confidence", f"{one.confidence:.2f}"
    yield "review", f"{one.review}: {_REVIEWS[one.review]}"


def _figure_facts(one: Figure) -> Iterator[tuple[str, str]]:
    yield "record", f"{one.id}  figure"
    yield "where", f"{place(one)}, {one.span.start}–{one.span.end}"
    yield "text", one.text
    yield "value", number(one)
    yield "bound", one.bound + (f" (“{one.qualifier}”)" if one.qualifier else "")
    yield "counted", one.counted or "none"
    yield "said in", one.attribution or "no attribution: the document itself says so"
    yield "speakers", names(one.speakers) or "none"
    yield "found by", one.origin
    yield "review", f"{one.review}: {_REVIEWS[one.review]}"
