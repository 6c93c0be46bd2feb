"""Records as Rich tables that read well in 80 columns, use 200 and lose nothing that matters in 40.

The narrower the terminal, the more facts share a cell; the documents go first, the subject never. Text from
documents is always wrapped in `plain`, never parsed as markup: "[sic]" stays "[sic]".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from coalition_cli.records import KINDS
from coalition_cli.render.columns import mentions_by_way, number
from coalition_cli.render.plain import plain

if TYPE_CHECKING:
    from rich.console import Console

    from coalition_cli.records import Attribution, Country, Figure, Speaker, SpeakerReference

WIDE = 120
"""Columns from which a table has room for one fact a column; below it, facts share a cell."""

ROOMY = 80
"""Columns below which speakers and countries come without their documents."""

NARROW = 60
"""Columns below which names and places are folded too, so that the words keep a column of their own."""

TINY = 36
"""Columns below which a record of quotes and claims is one column, fact under fact."""

SHORT_DOC = 12
"""How much of a document's id a narrow table shows; `--doc` takes its beginning."""

NONE = "–"
"""What a cell shows that has nothing to show."""

_REVIEW = {
    "confirmed": ("✓ confirmed", "green"),
    "corrected": ("✎ corrected", "yellow"),
    "added": ("+ added", "cyan"),
}


def quotes_table(records: Iterable[Attribution], console: Console) -> Table:
    """Speaker, role, kind, the words, document and line."""
    return _attributions(records, console, "Kind", lambda one: one.kind)


def claims_table(records: Iterable[Attribution], figures: Mapping[str, Figure], console: Console) -> Table:
    """As `quotes_table`, with the stance for the kind and the figures and countries of each claim.

    `figures` holds those that the claims name, by id.
    """

    def stated(one: Attribution) -> list[str]:
        return list(dict.fromkeys(_stated(figures[name]) for name in one.figures if name in figures))

    return _attributions(records, console, "Stance", lambda one: one.stance, stated)


def _attributions(
    records: Iterable[Attribution],
    console: Console,
    heading: str,
    label: Callable[[Attribution], str],
    stated: Callable[[Attribution], list[str]] | None = None,
) -> Table:
    """With `stated`, the figures of a record, its figures and countries are shown too."""
    wide, narrow, tiny = console.width >= WIDE, console.width < NARROW, console.width < TINY
    with_countries = wide and stated is not None
    table = _table()
    if not tiny:
        _column(table, "Speaker", width=30 if wide else 11 if narrow else 20)
    if wide:
        _column(table, heading)
    _column(table, "Words", ratio=1)
    if with_countries:
        _column(table, "Countries", width=11)
    if not tiny:
        _column(table, "Where", width=None if wide else 9 if narrow else SHORT_DOC + 4)
    for one in records:
        who, words = _who(one.speakers), plain(_one_line(one.text))
        where = _where(one.doc, one.line, wide).append_text(_review(one.review, one.confidence))
        if stated is not None:
            for fact in (*stated(one), *([] if wide else [" ".join(one.countries)])):
                words.append_text(plain(f"\n· {fact}" if fact else "", "dim"))
        if not wide:
            who.append(f"\n{label(one)}", style="cyan")
        cells = [who, plain(label(one), "cyan"), words] if wide else [who, words]
        if with_countries:
            cells.append(plain(" ".join(one.countries)))
        table.add_row(*([_stacked(who, words, where)] if tiny else [*cells, where]))
    return table


def speakers_table(records: Sequence[Speaker], console: Console) -> Table:
    """Who they are, how else they are called, and how much they say of each kind."""
    wide, narrow = console.width >= WIDE, console.width < NARROW
    with_documents = console.width >= ROOMY
    table = _table()
    _column(table, "Speaker", ratio=3)
    if not narrow:
        _column(table, "Also", ratio=2)
    for heading in ("Direct", "Mixed", "Indirect") if wide else ("Said",):
        _column(table, heading, right=wide)
    if with_documents:
        _documents_column(table, wide)
    digits = max((len(str(one.claims)) for one in records), default=1)
    for one in records:
        who, also = _introduced(one), _also(one)
        if narrow and also:
            who.append("\nalso ", "dim").append_text(also)
        cells = [who] if narrow else [who, also]
        cells += _counts(one) if wide else [_said(one, digits)]
        table.add_row(*cells, *([_documents(one.documents, wide)] if with_documents else ()))
    return table


def _introduced(one: Speaker) -> Text:
    """Name, role, id and what else tells who it is."""
    facts = filter(None, (one.type, one.country, one.organisation))
    return _who([one.reference]).append_text(plain("\n" + " · ".join((one.id, *facts)), "dim"))


def _also(one: Speaker) -> Text:
    """Other names, one a line, and those that are misspelt."""
    also = plain("\n".join(one.aliases))
    for misspelling in one.misspellings:
        also.append_text(plain(("\n" if also.plain else "") + f"misspelt {misspelling}", "yellow"))
    return also


def _counts(one: Speaker) -> list[Text]:
    return [plain(str(getattr(one.kinds, kind) or NONE)) for kind in KINDS]


def _said(one: Speaker, digits: int) -> Text:
    """How much of each kind, one a line, in numbers of so many digits."""
    counts = ((getattr(one.kinds, kind), kind) for kind in KINDS)
    return plain("\n".join(f"{count:>{digits}} {kind}" for count, kind in counts if count))


def countries_table(records: Iterable[Country], console: Console) -> Table:
    """Code, name, how often and in which way it is named, what it holds."""
    wide, narrow = console.width >= WIDE, console.width < NARROW
    with_documents = console.width >= ROOMY
    table = _table()
    _column(table, "Code")
    _column(table, "Country", ratio=5)
    _column(table, "Mentions", right=True)
    if not narrow:
        _column(table, "Named by", ratio=4)
        _column(table, "Positions", ratio=8 if wide else 4)
    if with_documents:
        _documents_column(table, wide)
    for one in records:
        name, ways, held = plain(one.name), mentions_by_way(one), _held(one)
        if narrow:
            name.append_text(plain("".join(f"\n{part}" for part in (ways, held) if part), "dim"))
        cells = [plain(one.code, "bold"), name, plain(str(len(one.mentions)))]
        if not narrow:
            between = ", " if wide else "\n"
            cells += [plain(part.replace(", ", between) or NONE) for part in (ways, held)]
        if with_documents:
            cells.append(_documents(one.documents, wide))
        table.add_row(*cells)
    return table


def _held(one: Country) -> str:
    """How often a country takes each stance."""
    stances = [position.stance for position in one.positions]
    return ", ".join(f"{stance} {stances.count(stance)}" for stance in dict.fromkeys(stances))


def figures_table(groups: Sequence[Sequence[Figure]], console: Console) -> Table:
    """Value or range, bound, what is counted, who says so; a group of conflicting figures stands together."""
    wide, roomy, narrow = (console.width >= WIDE, console.width >= ROOMY, console.width < NARROW)
    table = _table()
    _column(table, "Figure", right=True, most=30 if wide else 15)
    if wide:
        _column(table, "Bound")
    _column(table, "Counted", ratio=1)
    if roomy:
        _column(table, "Says", ratio=1)
    if not narrow:
        _column(table, "Where", width=None if wide else SHORT_DOC + 4)
    for group in groups:
        for position, one in enumerate(group):
            counted = plain(one.counted or NONE)
            if len(group) > 1:
                counted.append("\n≠ figures differ" if position == 0 else "\n≠ see above", style="yellow")
            value = plain(number(one), "bold")
            facts = [counted, _who(one.speakers), _where(one.doc, one.line, wide)]
            if wide:
                cells = [value, _bound(one), *facts]
            else:
                apart = 3 if roomy else 1 if narrow else 2
                cells = [_stacked(value, _bound_if_any(one)), *_joined(facts, apart)]
            table.add_row(*cells)
    return table


def _joined(facts: Sequence[Text], apart: int) -> list[Text]:
    """Facts in so many cells: those there is no cell for stand under the first."""
    under = len(facts) - apart + 1
    return [_stacked(*facts[:under]), *facts[under:]]


def _bound(one: Figure) -> Text:
    """Which bound it is, and by which word."""
    return plain("\n".join(filter(None, (one.bound, one.qualifier))), "dim")


def _bound_if_any(one: Figure) -> Text:
    """As `_bound`, but nothing of a number that is exactly what it says."""
    return plain("\n".join(filter(None, (one.bound.replace("exactly", ""), one.qualifier))), "dim")


def _stated(one: Figure) -> str:
    """A figure in a few words: at least 73,000 Ukrainian soldiers."""
    bound = "" if one.bound == "exactly" else one.bound
    return " ".join(filter(None, (bound, number(one), one.counted)))


def _stacked(first: Text, *more: Text) -> Text:
    """Facts under one another, without those that are none."""
    return plain("\n").join((first, *(one for one in more if one.plain not in ("", NONE))))


def _table() -> Table:
    return Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, header_style="bold", leading=1)


def _column(
    table: Table,
    heading: str,
    *,
    width: int | None = None,
    most: int = 40,
    ratio: int | None = None,
    right: bool = False,
) -> None:
    """A column; one with neither width nor ratio is as wide as what stands in it, or as `most`."""
    justify: Literal["left", "right"] = "right" if right else "left"
    table.add_column(heading, width=width, max_width=most, ratio=ratio, justify=justify, overflow="fold")


def _documents_column(table: Table, wide: bool) -> None:
    _column(table, "Documents", width=None if wide else SHORT_DOC + 1)


def _documents(ids: Iterable[str], wide: bool) -> Text:
    return plain("\n".join(_doc(one, wide) for one in ids))


def _who(speakers: Iterable[SpeakerReference]) -> Text:
    """Names in bold, each with its role beneath."""
    text = plain("")
    for speaker in speakers:
        text.append_text(plain(("\n" if text.plain else "") + speaker.name, "bold"))
        if speaker.role:
            text.append_text(plain(f"\n{speaker.role}", "dim"))
    return text if text.plain else plain(NONE, "dim")


def _where(doc: str, line: int, wide: bool) -> Text:
    return plain(f"{_doc(doc, wide)}:{line}")


def _doc(doc: str, wide: bool) -> str:
    return doc if wide or len(doc) <= SHORT_DOC else doc[: SHORT_DOC - 1] + "…"


def _review(review: str, confidence: float) -> Text:
    """A person's word where there is one, else how sure the machine is."""
    word, style = _REVIEW.get(review, (f"? {confidence:.2f}", "dim"))
    return plain(f"\n{word}", style)


def _one_line(text: str) -> str:
    """The words on one line; American style puts a comma inside the marks that is not the speaker's."""
    return " ".join(text.split()).rstrip(",")
