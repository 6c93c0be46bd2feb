"""The dialogue of `coalition review`: show a record, read a line, do what it says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, get_args

from rich.console import Console
from rich.text import Text

from coalition_cli.annotations.nodes import Plain
from coalition_cli.annotations.review import (
    Item,
    Reviewer,
    find_extent,
    with_content,
    with_field,
    with_speakers,
)
from coalition_cli.annotations.schema import number
from coalition_cli.errors import CoalitionError
from coalition_cli.records import Attribution, CountryMention, Figure, Form, Kind, Stance

if TYPE_CHECKING:
    from coalition_cli.annotations.write import AnnotationFileEditor
    from coalition_cli.records import Speaker
    from coalition_cli.render.marked import Label

HELP = """\
  a [note]        accept, as shown
  r [note]        reject: there is no such record
  s NAME[, NAME]  who says it; - for nobody
  e WORDS         its extent: the words, or first … last words
  k KIND          direct, mixed, indirect
  t STANCE        asserts, denies, commits …
  f FORM          quotation, reported, turn, post
  v N [N]         a figure's value, or low and high
  c CODE[, CODE]  a country's codes
  w               why the extractor found it
  n               next, leave it undecided
  u               undo: back to the item before, as it was
  q               quit"""


class Dialogue:
    """Walks through items until there are no more or the person quits.

    Every decision is in the file before the next item is shown.
    """

    def __init__(self, items: Sequence[Item], reviewer: Reviewer, editor: AnnotationFileEditor) -> None:
        self.items = list(items)
        self.reviewer = reviewer
        self.editor = editor
        self.console = Console(highlight=False, soft_wrap=False)
        self.steps: list[tuple[int, bool]] = []  # places left, and whether by a decision
        self.at = 0
        self.item: Item | None = None
        self.commands: dict[str, Callable[[str], None]] = {
            "a": self._accept, "r": self._reject, "s": self._speaker, "e": self._extent, "k": self._kind,
            "t": self._stance, "f": self._form, "v": self._value, "c": self._codes, "w": self._why,
            "n": self._next, "u": self._undo, "?": self._help,
        }  # fmt: skip

    def run(self) -> None:
        """The whole walk; ends at the last item, on `q`, or where the input ends."""
        self._complete_names()
        while self.at < len(self.items):
            if self.item is None:
                self.item = self.items[self.at]
                self._show()
            line = self._ask()
            if line is None or line == "q":
                break
            self._obey(line)
        decided = sum(is_decision for _, is_decision in self.steps)
        self._say(f"{decided} decided, {len(self.items) - decided} left; {self.editor.path}")

    def _ask(self) -> str | None:
        """One line, or none where the input ends."""
        try:
            return input(f"{self._keys()} n u q ? > ").strip()
        except (EOFError, KeyboardInterrupt):
            self.console.print()
            return None

    def _keys(self) -> str:
        """The keys that make sense for the item at hand."""
        if isinstance(self._item.record, Attribution):
            return "a r s e k t f w"
        return "a r s e v" if isinstance(self._item.record, Figure) else "a r e c"

    def _obey(self, line: str) -> None:
        name, _, rest = line.partition(" ")
        command = self.commands.get(name)
        if command is None:
            self._say(f"{name!r} is no command" if name else "type a command")
            self._help("")
            return
        try:
            command(rest.strip())
        except CoalitionError as error:
            self._say(str(error))

    def _say(self, told: str) -> None:
        self.console.print(Text(told, style="italic"))

    def _show(self) -> None:
        from coalition_cli.render.marked import marked_passage

        item = self._item
        record = item.record
        self.console.rule()
        self.console.print(Text(f"{self.at + 1} of {len(self.items)}  {_described(record)}", style="bold"))
        if not isinstance(record, CountryMention):
            who = ", ".join(f"{one.name} ({one.role})" if one.role else one.name for one in record.speakers)
            self.console.print(Text(f"said by: {who or 'nobody can be told'}"))
        self.console.print()
        self.console.print(marked_passage(item.text, *item.passage, _spans(item), self.console))
        self.console.print()

    @property
    def _item(self) -> Item:
        assert self.item is not None
        return self.item

    def _accept(self, note: str) -> None:
        self._decide("correct", note)

    def _reject(self, note: str) -> None:
        self._decide("rejected", note)

    def _decide(self, verdict: Any, note: str) -> None:
        self.editor.change(self.reviewer.decide(self.editor.text, self._item, verdict, note))
        self._leave(is_decision=True)

    def _next(self, _: str) -> None:
        self._leave(is_decision=False)

    def _leave(self, *, is_decision: bool) -> None:
        self.steps.append((self.at, is_decision))
        self.at += 1
        self.item = None

    def _undo(self, _: str) -> None:
        if not self.steps:
            self._say("there is nothing to undo")
            return
        self.at, is_decision = self.steps.pop()
        if is_decision:
            self.editor.undo()
        self.item = None

    def _change(self, item: Item) -> None:
        self.item = item
        self._show()

    def _speaker(self, typed: str) -> None:
        if typed == "-":
            self._change(with_speakers(self._item, ()))
            return
        found = [self._named(name.strip()) for name in typed.split(",") if name.strip()]
        if found and all(found):
            self._change(with_speakers(self._item, [one for one in found if one]))
        elif not found:
            self._say("type a name, or - for nobody")

    def _named(self, name: str) -> Speaker | None:
        """The one speaker whom a name means; says why where there is not exactly one."""
        from coalition_cli.speakers.match import matches

        known = self.reviewer.speakers
        exact = [one for one in known if name in (one.id, one.name)]
        found = exact or [one for one in known if matches(name, one)]
        if len(found) == 1:
            return found[0]
        if found:
            self._say(f"{name!r} may be {', '.join(one.id for one in found)}")
        else:
            self._say(f"nobody is called {name!r}; add the speaker to the file first")
        return None

    def _extent(self, typed: str) -> None:
        spans = find_extent(self._item, typed)
        if spans is None:
            self._say("these words do not stand in the passage exactly once")
        elif isinstance(self._item.record, Attribution):
            self._change(with_content(self._item, spans))

    def _kind(self, typed: str) -> None:
        self._set("kind", typed, get_args(Kind))

    def _stance(self, typed: str) -> None:
        self._set("stance", typed, get_args(Stance))

    def _form(self, typed: str) -> None:
        self._set("form", typed, get_args(Form))

    def _set(self, field: str, typed: str, allowed: tuple[str, ...]) -> None:
        fits = [value for value in allowed if typed and value.startswith(typed)]
        if not isinstance(self._item.record, Attribution):
            self._say(f"a figure or a country has no {field}")
        elif len(fits) == 1:
            self._change(with_field(self._item, **{field: fits[0]}))
        else:
            self._say(f"one of {', '.join(allowed)}")

    def _value(self, typed: str) -> None:
        numbers = [_number(part) for part in typed.split()]
        if not isinstance(self._item.record, Figure) or None in numbers or not 1 <= len(numbers) <= 2:
            self._say("a figure's value is a number, or two for a range")
        elif len(numbers) == 1:
            self._change(with_field(self._item, value=numbers[0], low=None, high=None))
        else:
            self._change(with_field(self._item, value=None, low=numbers[0], high=numbers[1]))

    def _codes(self, typed: str) -> None:
        codes = tuple(code.strip().upper() for code in typed.split(",") if code.strip())
        if isinstance(self._item.record, CountryMention) and codes:
            self._change(with_field(self._item, codes=codes))
        else:
            self._say("a country has codes: c LV, or c EE, LV, LT")

    def _why(self, _: str) -> None:
        record = self._item.record
        self._say(record.origin)
        for step in getattr(record, "evidence", ()):
            self._say(f"  {step.step}: {step.detail}")

    def _help(self, _: str) -> None:
        self.console.print(Text(HELP))

    def _complete_names(self) -> None:
        """Names complete on Tab where the terminal can."""
        if not sys.stdin.isatty():
            return
        with suppress(ImportError):
            import readline

            names = sorted({one.name for one in self.reviewer.speakers})

            def complete(_: str, state: int) -> str | None:
                line = readline.get_line_buffer()
                begun = line[2:].rpartition(",")[2].lstrip() if line.startswith("s ") else None
                fits = [name for name in names if begun is not None and _starts(name, begun)]
                return fits[state] if state < len(fits) else None

            readline.set_completer_delims(",\t\n")
            readline.set_completer(lambda text, state: _as_typed(text, complete(text, state)))
            readline.parse_and_bind("tab: complete")


def _as_typed(text: str, name: str | None) -> str | None:
    """A completion keeps the command that stands before the first name."""
    return name if name is None or not text.startswith("s ") else f"s {name}"


def _starts(name: str, begun: str) -> bool:
    """Whether any word of a name starts as typed."""
    return any(word.casefold().startswith(begun.casefold()) for word in (name, *name.split()))


def _number(typed: str) -> int | float | None:
    """A number as the file has them: 1,500 and 0.5, not nan and 1e20."""
    found = number(Plain(typed.replace(",", "")))
    return found if isinstance(found, int | float) else None


def _described(record: Attribution | Figure | CountryMention) -> str:
    where = f"{record.doc}:{record.line}"
    if isinstance(record, Attribution):
        told = (f"{record.kind} {record.form}", record.stance, f"{record.confidence:.2f}", record.origin)
        return f"{where}  {' · '.join(told)}"
    if isinstance(record, Figure):
        value = record.value if record.value is not None else f"{record.low} to {record.high}"
        return f"{where}  figure {value} · {record.bound} · {record.counted or 'of what is not said'}"
    return f"{where}  country {', '.join(record.codes)} · {record.via}"


def _spans(item: Item) -> list[tuple[int, int, Label]]:
    record = item.record
    spans: list[tuple[int, int, Label]] = [(start, end, "content") for start, end in item.content]
    if isinstance(record, Attribution):
        spans += [(record.cue.start, record.cue.end, "cue")] if record.cue else []
        spans += [(record.source.start, record.source.end, "source")] if record.source else []
    return spans
