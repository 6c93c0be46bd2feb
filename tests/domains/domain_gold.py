"""Whole texts in many styles with their gold, and how an extraction compares with it.

A case is a text, a line of `====`, then one line an attribution: `kind | speakers | source | content`. `-` is
none, `&` parts several speakers, `+` the spans of a split content, `…` stands for what is between. The kinds
`turn` and `post` are direct speech without marks; `maybe` marks what careful readers may take or leave: it is
neither asked for nor held against anybody. A line `no | words` marks a term in marks that is no speech.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalition_cli.records import Attribution

CASES = Path(__file__).parent / "cases"
SHARE = 0.6
"""The least share of letters that two contents have in common, of all letters of both, to be the same one."""


@dataclass(frozen=True)
class Expected:
    """One line of a gold table; `places` are the code points of its content."""

    kind: str
    speakers: tuple[str, ...]
    source: str | None
    content: str
    places: frozenset[int]


@dataclass(frozen=True)
class Case:
    """A text, what it attributes, and the spans of marked words in it that nobody says."""

    name: str
    text: str
    expected: tuple[Expected, ...]
    terms: tuple[tuple[int, int], ...]


@dataclass
class Outcome:
    """What came of one case: pairs of gold and found, what was missed, what was found and is not there."""

    pairs: list[tuple[Expected, Attribution]] = field(default_factory=list)
    missed: list[Expected] = field(default_factory=list)
    false: list[Attribution] = field(default_factory=list)


def read_cases() -> Iterator[Case]:
    """Every case of the folder, by name."""
    for path in sorted(CASES.glob("*.txt")):
        text, table = path.read_text(encoding="utf-8").split("====\n")
        rows = [tuple(part.strip() for part in line.split(" | ")) for line in table.splitlines() if line]
        seeker = _Seeker(text)
        expected = []
        terms = []
        for row in rows:
            if row[0] == "no":
                start = text.index(row[1])
                terms.append((start, start + len(row[1])))
                continue
            kind, speakers, source, content = row
            names = () if speakers == "-" else tuple(speakers.split(" & "))
            places = seeker.places(content)
            expected.append(Expected(kind, names, None if source == "-" else source, content, places))
        yield Case(path.stem, text, tuple(expected), tuple(terms))


class _Seeker:
    """Finds contents in a text; each is the first after the one before it that begins so, else the first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last = 0

    def places(self, content: str) -> frozenset[int]:
        found: set[int] = set()
        for number, part in enumerate(content.split(" + ")):
            first, _, rest = part.partition(" … ")
            start = self.text.find(first, self.last)
            if start < 0 or (number == 0 and start - self.last > 2000):
                start = self.text.index(first)
            end = self.text.index(rest, start + len(first)) + len(rest) if rest else start + len(first)
            found.update(at for at in range(start, end) if self.text[at].isalnum())
            if number == 0:
                self.last = start
        return frozenset(found)


def compare(case: Case, found: Iterable[Attribution]) -> Outcome:
    """Pair each found attribution with the gold line it shares most with, each line at most once."""
    outcome = Outcome()
    rated = sorted(
        (
            (_likeness(one, record, case.text), -number, one, record)
            for number, one in enumerate(case.expected)
            for record in found
        ),
        key=lambda item: item[:2],
        reverse=True,
    )
    taken: set[object] = set()
    for likeness, _, one, record in rated:
        if likeness >= SHARE and id(one) not in taken and id(record) not in taken:
            taken |= {id(one), id(record)}
            outcome.pairs.append((one, record))
    outcome.missed = [one for one in case.expected if id(one) not in taken]
    outcome.false = [record for record in found if id(record) not in taken]
    return outcome


def _likeness(one: Expected, record: Attribution, text: str) -> float:
    places = {at for span in record.content for at in range(span.start, span.end) if text[at].isalnum()}
    return len(places & one.places) / max(1, len(places | one.places))


def is_right(one: Expected, record: Attribution) -> bool:
    """Whether a found attribution has the speakers of the gold line; unnamed people count as none."""
    names = [set(fold(who.name).split()) for who in record.speakers if who.type not in ("unnamed", "group")]
    wanted = [set(fold(name).split()) for name in one.speakers]
    return len(names) == len(wanted) and all(any(want <= name for name in names) for want in wanted)
