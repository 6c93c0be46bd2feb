"""A document's text with its content, cue, source and figures marked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from rich.console import Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coalition_cli.render.columns import names
from coalition_cli.render.plain import plain
from coalition_cli.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType

    from coalition_cli.records import Attribution, Extraction, Span

Label = Literal["content", "cue", "source", "figure"]

STYLES: dict[Label, str] = {
    "content": "green",
    "cue": "bold yellow",
    "source": "bold cyan",
    "figure": "bold magenta underline",
}
BRACKETS: dict[Label, str] = {"content": "⟦⟧", "cue": "‹›", "source": "⟨⟩", "figure": "⌊⌋"}
"""Where there is no colour, marks that hardly stand in any text."""


def marked_spans(extraction: Extraction) -> Iterator[tuple[int, int, Label]]:
    """Every span of a document that a record marks, with what it is: start, end, label."""
    for one in extraction.attributions:
        for span in one.content:
            yield span.start, span.end, "content"
        if one.cue:
            yield one.cue.start, one.cue.end, "cue"
        if one.source and not _within(one.source, one):
            yield one.source.start, one.source.end, "source"
    for figure in extraction.figures:
        yield figure.span.start, figure.span.end, "figure"


def marked_text(extraction: Extraction, text: str, console: Console) -> Table:
    """The text line by line, numbered; under each line, who says what begins on it."""
    spans = list(marked_spans(extraction))
    whole = (
        _coloured(text, spans) if console.color_system and not console.no_color else _bracketed(text, spans)
    )
    starting = defaultdict(list)
    for one in extraction.attributions:
        starting[one.line].append(one)
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(ratio=1)
    for number, line in enumerate(whole.split("\n", allow_blank=True), start=1):
        grid.add_row(Text(str(number)), line)
        for one in starting[number]:
            grid.add_row(Text(""), _note(one))
    return grid


def marked_passage(
    text: str, low: int, high: int, spans: list[tuple[int, int, Label]], console: Console
) -> Text:
    """A passage of a text with the spans that stand in it, given in offsets of the whole text."""
    inside = [
        (max(start, low) - low, min(end, high) - low, label)
        for start, end, label in spans
        if start < high and low < end
    ]
    colour = console.color_system and not console.no_color
    return (_coloured if colour else _bracketed)(text[low:high], inside)


def legend(console: Console) -> Text:
    """What the marks mean."""
    text = Text()
    for label, brackets in BRACKETS.items():
        shown = (
            label if console.color_system and not console.no_color else f"{brackets[0]}{label}{brackets[1]}"
        )
        text.append(shown, style=STYLES[label])
        text.append("  ")
    return text


def heading(name: str, console: Console) -> RenderableType:
    """A document's id in a rule across the screen, or above one where it is too long for that."""
    title = plain(name)
    return Rule(title) if title.cell_len <= console.width - 4 else Group(title, Rule())


def _note(one: Attribution) -> Text:
    who = names(one.speakers) or "nobody can be told"
    return plain(f"↳ {one.id}  {who} · {one.kind} {one.form} · {one.stance} · {one.origin}", "dim italic")


def _coloured(text: str, spans: list[tuple[int, int, Label]]) -> Text:
    whole = plain(text)
    for start, end, label in spans:
        whole.stylize(STYLES[label], start, end)
    return whole


def _bracketed(text: str, spans: list[tuple[int, int, Label]]) -> Text:
    """The text with brackets put in; spans that begin or end together nest."""
    marks = [(start, 1, -end, BRACKETS[label][0]) for start, end, label in spans]
    marks += [(end, 0, -start, BRACKETS[label][1]) for start, end, label in spans]
    text = visible(text)  # one for one, so that every place stays
    parts, at = [], 0
    for place, _, _, bracket in sorted(marks):
        parts += [text[at:place], bracket]
        at = place
    return plain("".join(parts) + text[at:])


def _within(span: Span, one: Attribution) -> bool:
    return any(part.start <= span.start < part.end for part in one.content)
