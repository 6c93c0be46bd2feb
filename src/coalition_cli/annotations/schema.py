"""The annotation file as models: what `coalition schema annotations` describes and every load checks.

Strict: no key but these, no value turned from one type into another. What one field says about another
(a value or a range, an id that must exist) is checked in `file_rules`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from coalition_cli.annotations.nodes import Plain
from coalition_cli.records import Bound, Form, Kind, SpeakerType, Stance, Via

VERSION = 1

_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")


def number(value: Any) -> Any:
    """An unquoted scalar that is a number, as one; everything else as it is, for the type check to refuse."""
    if isinstance(value, Plain):
        if _INTEGER.fullmatch(value) and len(value) < 19:
            return int(value)
        if _DECIMAL.fullmatch(value):
            return float(value)
    return value


def _day(value: str) -> str:
    return date.fromisoformat(value).isoformat()


def _empty(value: Any) -> Any:
    """A section whose entries are all gone ("figures:" and nothing after it) is an empty one."""
    return () if value is None else value


Text = Annotated[str, Field(min_length=1)]
# Python splits words at the control characters 1C to 1F too; patterns do not know them as white space.
Words = Annotated[str, Field(pattern=r"[^\s\x1c-\x1f]")]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
DocumentId = Annotated[str, Field(min_length=1, description="A text's id: its file name without suffix.")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]+$", description="ISO 3166 code, or a group's.")]
Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date"})]
Number = Annotated[int | float, BeforeValidator(number)]
Version = Annotated[Literal[1], BeforeValidator(number)]


class Model(BaseModel):
    """What all parts of the file share: no unknown keys, no conversions, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def gives(self, field: str) -> bool:
        """Whether the file has this key, even with null."""
        return field in self.model_fields_set


class TextQuote(Model):
    """W3C TextQuoteSelector: `exact` text, told apart by what stands directly before and after it."""

    exact: Text
    prefix: str = ""
    suffix: str = ""


class TextRange(Model):
    """A long stretch by its first and last words: from `start` to the first `end` after it."""

    start: Text
    end: Text
    prefix: Annotated[str, Field(description="What stands directly before the start.")] = ""
    suffix: Annotated[str, Field(description="What stands directly after the end.")] = ""


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "text-range" if "start" in value or "end" in value else "text-quote"
    return "text-range" if isinstance(value, TextRange) else "text-quote"


Selector = Annotated[
    Annotated[TextQuote, Tag("text-quote")] | Annotated[TextRange, Tag("text-range")], Discriminator(_shape)
]


class Checked(Model):
    """Who looked at an entry, and when."""

    by: Text
    on: Day


class DocumentEntry(Model):
    """A text as the person who checked it saw it; `sha256` is of its UTF-8."""

    id: DocumentId
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    title: str | None = None
    publisher: str | None = None
    date: Day | None = None
    kind: Literal["article", "transcript", "post", "release"] | None = None
    note: str | None = None


class SpeakerEntry(Model):
    """A canonical speaker; what is given here wins over what the extractor read off the texts."""

    id: Identifier
    name: Text
    type: SpeakerType
    role: str | None = None
    organisation: str | None = None
    country: CountryCode | None = None
    aliases: tuple[Text, ...] = ()
    misspellings: tuple[Text, ...] = ()
    note: str | None = None


Verdict = Literal["correct", "rejected", "unreviewed"]


def _needs(*when_correct: str) -> ConfigDict:
    """For editors, what `file_rules` checks: a decision says whose, and what is correct gives these keys."""

    def given(*keys: str) -> dict[str, Any]:
        return {"required": list(keys), "properties": {key: {"not": {"type": "null"}} for key in keys}}

    def verdict(*values: str) -> dict[str, Any]:
        return {"properties": {"verdict": {"enum": list(values)}}}

    rules: list[Any] = [
        {"if": verdict("correct", "rejected"), "then": given("checked")},
        {"if": verdict("correct"), "then": given(*when_correct)},
    ]
    return ConfigDict(json_schema_extra={"allOf": rules})


class Entry(Model):
    """What the entries about a place in a text share.

    `unreviewed` marks a proposal by `coalition annotate`: it changes nothing until a person decides.
    """

    id: Identifier
    doc: DocumentId
    verdict: Verdict
    checked: Checked | None = None
    note: str | None = None


class QuoteEntry(Entry):
    """An attribution of any kind: quotation, claim, turn or post.

    `speakers` empty: nobody can be told. `cue` or `source` null: there is none; absent: as the extractor has
    it.
    """

    model_config = _needs("speakers", "kind")

    content: Annotated[tuple[Selector, ...], Field(min_length=1)]
    speakers: tuple[Identifier, ...] = ()
    cue: TextQuote | None = None
    source: TextQuote | None = None
    kind: Kind | None = None
    form: Form | None = None
    stance: Stance | None = None


class FigureEntry(Entry):
    """A number or range; `value`, or `low` and `high`. Absent keys: as the extractor has it."""

    model_config = _needs()

    span: TextQuote
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    bound: Bound | None = None
    qualifier: Words | None = None
    unit: Words | None = None
    counted: Words | None = None
    speakers: tuple[Identifier, ...] = ()


class CountryEntry(Entry):
    """A place where a text names a country or a group of states."""

    model_config = _needs("codes")

    span: TextQuote
    codes: tuple[CountryCode, ...] = ()
    via: Via | None = None


class SameEntry(Model):
    """One utterance that several entries of `quotes` report."""

    utterance: Identifier
    quotes: tuple[Identifier, ...]
    note: str | None = None


class AcceptedEntry(Model):
    """A finding of `coalition check` that is known and stays: `code` about `id`, and why.

    With `fields` a contradiction (A202) is accepted in these alone; in any other it is a finding again.
    """

    code: Annotated[str, Field(pattern=r"^A[0-9]{3}$")]
    id: Text
    fields: tuple[Text, ...] | None = None
    reason: Text


SECTIONS: dict[str, type[Model]] = {
    "documents": DocumentEntry, "speakers": SpeakerEntry, "quotes": QuoteEntry, "figures": FigureEntry,
    "countries": CountryEntry, "same": SameEntry, "accepted": AcceptedEntry,
}  # fmt: skip
"""The lists of the file, by key."""


class AnnotationFile(Model):
    """Hand-checked knowledge about texts: the last word."""

    version: Version
    documents: Annotated[tuple[DocumentEntry, ...], BeforeValidator(_empty)] = ()
    speakers: Annotated[tuple[SpeakerEntry, ...], BeforeValidator(_empty)] = ()
    quotes: Annotated[tuple[QuoteEntry, ...], BeforeValidator(_empty)] = ()
    figures: Annotated[tuple[FigureEntry, ...], BeforeValidator(_empty)] = ()
    countries: Annotated[tuple[CountryEntry, ...], BeforeValidator(_empty)] = ()
    same: Annotated[tuple[SameEntry, ...], BeforeValidator(_empty)] = ()
    accepted: Annotated[tuple[AcceptedEntry, ...], BeforeValidator(_empty)] = ()
