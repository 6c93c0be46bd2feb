"""Records as Rich tables that read well in 80 columns and use 200.

Text from documents is always wrapped in `Text`, never parsed as markup: "[sic]" stays "[sic]".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from coalition_cli.render.columns import mentions_by_way, number

if TYPE_CHECKING:
    from rich.console import Console

    from coalition_cli.records import Attribution, Country, Figure, Speaker, SpeakerReference

WIDE = 120
"""Columns from which a table has room for one fact a column; below it, facts share a cell."""

NARROW = 60
"""Columns below which names and places are folded too, so that the words keep a column of their own."""

SHORT_DOC = 12
"""How much of a document's id a narrow table shows; `--doc` takes its beginning."""

_REVIEW = {
    "confirmed": ("✓ confirmed", "green"),
    "corrected": ("✎ corrected", "yellow"),
    "added": ("+ added", "cyan"),
}


def quotes_table(records: Iterable[Attribution], console: Console) -> Table:
    """Speaker, role, kind, the words, document and line."""
    return _attributions(records, console, lambda one: one.kind)


def claims_table(records: Iterable[Attribution], console: Console) -> Table:
    """As `quotes_table`, with the stance for the kind and the countries each claim concerns."""
    return _attributions(records, console, lambda one: one.stance, countries=True)


def _attributions(
    records: Iterable[Attribution],
    console: Console,
    label: Callable[[Attribution], str],
    *,
    countries: bool = False,
) -> Table:
    wide, narrow = console.width >= WIDE, console.width < NARROW
    table = _table()
    table.add_column("Speaker", width=30 if wide else 11 if narrow else 20, overflow="fold")
    if wide:
        table.add_column("Stance" if countries else "Kind", no_wrap=True)
    table.add_column("Words", ratio=1)
    if wide and countries:
        table.add_column("Countries", width=11)
    place = None if wide else 9 if narrow else SHORT_DOC + 4
    table.add_column("Where", width=place, no_wrap=wide, overflow="fold")
    for one in records:
        who = _who(one.speakers)
        where = _where(one.doc, one.line, wide)
        where.append_text(_review(one.review, one.confidence))
        words = Text(_one_line(one.text))
        if countries and not wide and one.countries:
            words.append("\n" + " ".join(one.countries), style="dim")
        if not wide:
            who.append(f"\n{label(one)}", style="cyan")
        cells = [who, Text(label(one), style="cyan"), words] if wide else [who, words]
        if wide and countries:
            cells.append(Text(" ".join(one.countries)))
        table.add_row(*cells, where)
    return table


def speakers_table(records: Iterable[Speaker], console: Console) -> Table:
    """Who they are, how else they are called, and how much they say of each kind."""
    wide = console.width >= WIDE
    table = _table()
    table.add_column("Speaker", ratio=2)
    table.add_column("Also", ratio=1)
    for heading in ("Direct", "Mixed", "Indirect"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Documents", ratio=1 if wide else None, width=None if wide else SHORT_DOC + 1)
    for one in records:
        who = _who([one.reference])
        facts = filter(None, (one.type, one.country, one.organisation))
        who.append("\n" + " · ".join((one.id, *facts)), style="dim")
        also = Text("\n".join(one.aliases))
        for misspelling in one.misspellings:
            also.append(("\n" if also.plain else "") + f"misspelt {misspelling}", style="yellow")
        counts = (one.kinds.direct, one.kinds.mixed, one.kinds.indirect)
        documents = Text("\n".join(_doc(doc, wide) for doc in one.documents))
        table.add_row(who, also, *(Text(str(count) if count else "–") for count in counts), documents)
    return table


def countries_table(records: Iterable[Country], console: Console) -> Table:
    """Code, name, how often and in which way it is named, what it holds."""
    wide = console.width >= WIDE
    table = _table()
    table.add_column("Code", no_wrap=True)
    table.add_column("Country", ratio=1)
    table.add_column("Mentions", justify="right", no_wrap=True)
    table.add_column("Named by", ratio=1)
    table.add_column("Positions", ratio=2)
    table.add_column("Documents", ratio=1 if wide else None, width=None if wide else SHORT_DOC + 1)
    for one in records:
        stances = [position.stance for position in one.positions]
        held = ", ".join(f"{stance} {stances.count(stance)}" for stance in dict.fromkeys(stances))
        documents = Text("\n".join(_doc(doc, wide) for doc in one.documents))
        table.add_row(
            Text(one.code, style="bold"), Text(one.name), Text(str(len(one.mentions))),
            Text(mentions_by_way(one)), Text(held or "–"), documents,
        )  # fmt: skip
    return table


def figures_table(groups: Sequence[Sequence[Figure]], console: Console) -> Table:
    """Value or range, bound, what is counted, who says so; a group of conflicting figures stands together."""
    wide = console.width >= WIDE
    table = _table()
    table.add_column("Figure", justify="right", no_wrap=True)
    table.add_column("Bound", no_wrap=True)
    table.add_column("Counted", ratio=2)
    table.add_column("Says", ratio=2)
    table.add_column("Where", width=None if wide else SHORT_DOC + 4, no_wrap=wide)
    for group in groups:
        for position, one in enumerate(group):
            counted = Text(one.counted or "–")
            if len(group) > 1:
                counted.append("\n≠ figures differ" if position == 0 else "\n≠ see above", style="yellow")
            bound = Text(one.bound)
            if one.qualifier:
                bound.append(f"\n{one.qualifier}", style="dim")
            table.add_row(
                Text(number(one), style="bold"),
                bound,
                counted,
                _who(one.speakers),
                _where(one.doc, one.line, wide),
            )
    return table


def _table() -> Table:
    return Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, header_style="bold", leading=1)


def _who(speakers: Iterable[SpeakerReference]) -> Text:
    """Names in bold, each with its role beneath."""
    text = Text()
    for speaker in speakers:
        if text.plain:
            text.append("\n")
        text.append(speaker.name, style="bold")
        if speaker.role:
            text.append(f"\n{speaker.role}", style="dim")
    return text if text.plain else Text("–", style="dim")


def _where(doc: str, line: int, wide: bool) -> Text:
    return Text(f"{_doc(doc, wide)}:{line}")


def _doc(doc: str, wide: bool) -> str:
    return doc if wide or len(doc) <= SHORT_DOC else doc[: SHORT_DOC - 1] + "…"


def _review(review: str, confidence: float) -> Text:
    """A person's word where there is one, else how sure the machine is."""
    word, style = _REVIEW.get(review, (f"? {confidence:.2f}", "dim"))
    return Text(f"\n{word}", style=style)


def _one_line(text: str) -> str:
    """The words on one line; American style puts a comma inside the marks that is not the speaker's."""
    return " ".join(text.split()).rstrip(",")
