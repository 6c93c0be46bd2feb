"""The records that leave the program: frozen, plain, JSON-able, without spaCy.

Offsets are code points into the untouched text, half-open; `document.text[span.start:span.end] == span.text`.
Field names are the contract with scripts: fields may be added, never renamed or removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Self, TypeVar, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

Kind = Literal["direct", "mixed", "indirect"]
Form = Literal["quotation", "reported", "turn", "post"]
Stance = Literal[
    "asserts", "denies", "commits", "declines", "conditions", "asks", "urges", "doubts",
    "believes", "wants", "supports", "opposes",
]  # fmt: skip
SpeakerType = Literal["person", "country", "organisation", "group", "unnamed"]
Review = Literal["unreviewed", "confirmed", "corrected", "added"]
Bound = Literal["exactly", "at least", "at most", "about"]
Via = Literal["name", "demonym", "people", "capital", "group", "misspelling"]

KINDS: tuple[Kind, ...] = get_args(Kind)
FORMS: tuple[Form, ...] = get_args(Form)
WHOLE_BLOCK: frozenset[Form] = frozenset(("turn", "post"))
"""Forms whose content is a whole block, all of it the speaker's own words, with or without marks."""


def to_dict(record: Any) -> Any:
    """A record, or any nesting of tuples of them, as plain dicts and lists for JSON, fields in order."""
    if is_dataclass(record) and not isinstance(record, type):
        return {field.name: to_dict(getattr(record, field.name)) for field in fields(record)}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    return record


def from_dict(kind: type[Record], data: dict[str, Any]) -> Record:
    """The record of a class that `to_dict` made into plain values; fields it lacks take their defaults."""
    hints = _hints(kind)  # type: ignore[arg-type]
    return kind(**{name: _typed(hint, data[name]) for name, hint in hints.items() if name in data})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(hint: Any, value: Any) -> Any:
    """A JSON value as its field's type: dataclasses, tuples of one type, and None."""
    if value is None:
        return None
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], item) for item in value)
    inner = next((part for part in (hint, *get_args(hint)) if is_dataclass(part)), None)
    return value if inner is None else from_dict(cast("type[Any]", inner), value)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: `start` and `end` in code points (half-open) and the `text` between them."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` between two offsets."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class SpeakerReference:
    """The speaker of one record: a canonical entity, as it stands on each attribution and figure."""

    id: str
    name: str
    type: SpeakerType
    role: str | None = None
    country: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of why a record exists: `step` names the decision, `detail` says what decided it."""

    step: str
    detail: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content + cue + source: somebody is said to have said, written, thought or promised something."""

    id: str
    doc: str
    line: int
    kind: Kind
    form: Form
    text: str
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[SpeakerReference, ...]
    stance: Stance
    figures: tuple[str, ...]
    countries: tuple[str, ...]
    origin: str
    review: Review
    confidence: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_quote(self) -> bool:
        """A quote is an attribution of kind direct or mixed."""
        return self.kind != "indirect"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or range that states something; `span` is the number with its unit sign."""

    id: str
    doc: str
    line: int
    span: Span
    text: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    qualifier: str | None
    unit: str | None
    counted: str | None
    speakers: tuple[SpeakerReference, ...]
    attribution: str | None
    origin: str
    review: Review


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a text names a country, and how it does."""

    doc: str
    line: int
    span: Span
    codes: tuple[str, ...]
    via: Via
    origin: str
    review: Review


@dataclass(frozen=True, slots=True)
class Position:
    """What a country is said to hold: an attribution of its own, or of one who speaks for it."""

    doc: str
    span: Span
    stance: Stance
    about: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or a group of states that speaks as one (`members` holds its codes, else empty)."""

    code: str
    name: str
    mentions: tuple[CountryMention, ...]
    documents: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many attributions of each kind."""

    direct: int = 0
    mixed: int = 0
    indirect: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """A canonical entity that speaks, with everything the texts say of who it is."""

    id: str
    name: str
    type: SpeakerType
    roles: tuple[str, ...]
    country: str | None
    organisation: str | None
    aliases: tuple[str, ...]
    misspellings: tuple[str, ...]
    quotes: int = 0
    claims: int = 0
    kinds: Counts = Counts()
    documents: tuple[str, ...] = ()

    @property
    def reference(self) -> SpeakerReference:
        """This speaker as it stands on a record."""
        role = self.roles[0] if self.roles else None
        return SpeakerReference(self.id, self.name, self.type, role, self.country, self.organisation)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document, as `coalition extract` prints it, one a line."""

    id: str
    text_sha256: str
    date: str | None
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    countries: tuple[Country, ...]
    speakers: tuple[Speaker, ...]


def text_sha256(text: str) -> str:
    """SHA-256, in hex, of a text's UTF-8 (lone surrogates kept as they are)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record_id(prefix: str, text_hash: str, spans: tuple[tuple[int, int], ...]) -> str:
    """A stable id: `prefix` and eight hex digits of the text's hash and the offsets of the content."""
    place = ",".join(f"{start}-{end}" for start, end in spans)
    return f"{prefix}-{hashlib.sha256(f'{text_hash}:{place}'.encode()).hexdigest()[:8]}"


def line_of(text: str, offset: int) -> int:
    """The line, from 1, on which an offset stands."""
    return text.count("\n", 0, offset) + 1


def quoted_parts(
    text: str, content: Iterable[Span], quotations: Iterable[tuple[int, int]]
) -> tuple[Span, ...]:
    """The parts of a content inside the outermost quotation marks (given as offsets without the marks)."""
    marked = tuple(quotations)
    cuts = ((max(span.start, start), min(span.end, end)) for span in content for start, end in marked)
    return tuple(Span.of(text, start, end) for start, end in cuts if start < end)


def kind_of(content: Iterable[Span], quoted: Iterable[Span]) -> Kind:
    """How much of a content is in the speaker's own words, counted in letters and digits."""
    inside = sum(_letters(span.text) for span in quoted)
    if not inside:
        return "indirect"
    return "direct" if inside == sum(_letters(span.text) for span in content) else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
