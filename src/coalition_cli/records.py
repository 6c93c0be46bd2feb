"""The records that leave the program: frozen, plain, JSON-able, without spaCy.

Offsets are code points into the untouched text, half-open; `document.text[span.start:span.end] == span.text`.
Field names are the contract with scripts: fields may be added, never renamed or removed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal, Self, get_args

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
STANCES: tuple[Stance, ...] = get_args(Stance)
ATTITUDES: frozenset[Stance] = frozenset(("believes", "wants", "supports", "opposes"))


def to_dict(record: Any) -> Any:
    """A record, or any nesting of tuples of them, as plain dicts and lists for JSON, fields in order."""
    if is_dataclass(record) and not isinstance(record, type):
        return {field.name: to_dict(getattr(record, field.name)) for field in fields(record)}
    if isinstance(record, tuple | list):
        return [to_dict(item) for item in record]
    return record


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

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(data["start"], data["end"], data["text"])


def _span(data: dict[str, Any] | None) -> Span | None:
    return None if data is None else Span.from_dict(data)


def _spans(data: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.from_dict(item) for item in data)


@dataclass(frozen=True, slots=True)
class SpeakerReference:
    """The speaker of one record: a canonical entity, as it stands on each attribution and figure."""

    id: str
    name: str
    type: SpeakerType
    role: str | None = None
    country: str | None = None
    organisation: str | None = None

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(**{field.name: data.get(field.name) for field in fields(cls)})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of why a record exists: `step` names the decision, `detail` says what decided it."""

    step: str
    detail: str

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(data["step"], data["detail"])


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

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(
            id=data["id"], doc=data["doc"], line=data["line"], kind=data["kind"], form=data["form"],
            text=data["text"], content=_spans(data["content"]), quoted=_spans(data["quoted"]),
            cue=_span(data["cue"]), source=_span(data["source"]),
            speakers=tuple(SpeakerReference.from_dict(item) for item in data["speakers"]),
            stance=data["stance"], figures=tuple(data["figures"]), countries=tuple(data["countries"]),
            origin=data["origin"], review=data["review"], confidence=data["confidence"],
            evidence=tuple(Evidence.from_dict(item) for item in data.get("evidence", ())),
        )  # fmt: skip


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

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        plain = {field.name: data[field.name] for field in fields(cls)}
        plain["span"] = Span.from_dict(data["span"])
        plain["speakers"] = tuple(SpeakerReference.from_dict(item) for item in data["speakers"])
        return cls(**plain)


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a text names a country, and how it does."""

    doc: str
    line: int
    span: Span
    via: Via
    origin: str
    review: Review

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        plain = {field.name: data[field.name] for field in fields(cls)}
        plain["span"] = Span.from_dict(data["span"])
        return cls(**plain)


@dataclass(frozen=True, slots=True)
class Position:
    """What a country is said to hold: an attribution of its own, or of one who speaks for it."""

    doc: str
    span: Span
    stance: Stance
    about: str
    attribution: str

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        plain = {field.name: data[field.name] for field in fields(cls)}
        plain["span"] = Span.from_dict(data["span"])
        return cls(**plain)


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or a group of states that speaks as one (`members` holds its codes, else empty)."""

    code: str
    name: str
    mentions: tuple[CountryMention, ...]
    documents: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    members: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(
            code=data["code"], name=data["name"],
            mentions=tuple(CountryMention.from_dict(item) for item in data["mentions"]),
            documents=tuple(data["documents"]),
            positions=tuple(Position.from_dict(item) for item in data["positions"]),
            members=tuple(data["members"]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How many attributions of each kind."""

    direct: int = 0
    mixed: int = 0
    indirect: int = 0

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(**data)


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
    quotes: int
    claims: int
    kinds: Counts
    documents: tuple[str, ...]

    @property
    def reference(self) -> SpeakerReference:
        """This speaker as it stands on a record."""
        role = self.roles[0] if self.roles else None
        return SpeakerReference(self.id, self.name, self.type, role, self.country, self.organisation)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        plain = {field.name: data[field.name] for field in fields(cls)}
        for name in ("roles", "aliases", "misspellings", "documents"):
            plain[name] = tuple(data[name])
        plain["kinds"] = Counts.from_dict(data["kinds"])
        return cls(**plain)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document, as `coalition extract` prints it, one a line."""

    id: str
    text_sha256: str
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    countries: tuple[Country, ...]
    speakers: tuple[Speaker, ...]

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(
            id=data["id"], text_sha256=data["text_sha256"],
            attributions=tuple(Attribution.from_dict(item) for item in data["attributions"]),
            figures=tuple(Figure.from_dict(item) for item in data["figures"]),
            countries=tuple(Country.from_dict(item) for item in data["countries"]),
            speakers=tuple(Speaker.from_dict(item) for item in data["speakers"]),
        )  # fmt: skip


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
