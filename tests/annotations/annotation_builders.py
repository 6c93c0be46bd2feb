"""What these tests share: annotation files from plain data, extractions from offsets."""

from __future__ import annotations

import json
from typing import Any

from coalition_cli.annotations.load import Annotations, parse_annotations
from coalition_cli.records import (
    Attribution,
    CountryMention,
    Extraction,
    Figure,
    Form,
    Kind,
    Span,
    Speaker,
    SpeakerReference,
    record_id,
    text_sha256,
)

CHECKED = {"by": "me", "on": "2026-11-22"}


def annotations(text: str, *, doc: str = "d", **sections: Any) -> Annotations:
    """A valid annotation file about one text, from plain data (JSON is YAML)."""
    data = {"version": 1, "documents": [{"id": doc, "sha256": text_sha256(text)}], **sections}
    found, findings = parse_annotations(json.dumps(data).encode(), "a.yaml")
    assert found is not None, [str(one) for one in findings]
    return found


def quote(name: str, /, *content: Any, speakers: tuple[str, ...] = (), **fields: Any) -> dict[str, Any]:
    """An entry of `quotes`; content is exact text or a selector."""
    anchors = [{"exact": one} if isinstance(one, str) else one for one in content]
    return {
        "id": name, "doc": "d", "content": anchors, "speakers": list(speakers), "kind": "direct",
        "verdict": "correct", "checked": CHECKED, **fields,
    }  # fmt: skip


def person(name: str, /, **fields: Any) -> dict[str, Any]:
    """An entry of `speakers`."""
    return {"id": name, "name": name.title(), "type": "person", **fields}


def speaker(name: str, /, **fields: Any) -> Speaker:
    """A speaker as the extractor has it."""
    plain: dict[str, Any] = {
        "roles": (),
        "country": None,
        "organisation": None,
        "aliases": (),
        "misspellings": (),
    }
    return Speaker(**({"id": name, "name": name.title(), "type": "person"} | plain | fields))


def record(
    text: str,
    *spans: tuple[int, int],
    speakers: tuple[Speaker, ...] = (),
    kind: Kind = "direct",
    form: Form = "quotation",
    cue: tuple[int, int] | None = None,
    source: tuple[int, int] | None = None,
) -> Attribution:
    """A record of the extractor over offsets."""
    content = tuple(Span.of(text, *span) for span in spans)
    return Attribution(
        id=record_id("q", text_sha256(text), spans), doc="d", line=text.count("\n", 0, spans[0][0]) + 1,
        kind=kind, form=form, text=" … ".join(span.text for span in content), content=content, quoted=(),
        cue=Span.of(text, *cue) if cue else None, source=Span.of(text, *source) if source else None,
        speakers=tuple(one.reference for one in speakers), stance="asserts", figures=(), countries=(),
        origin="rule:test", review="unreviewed", confidence=0.5,
    )  # fmt: skip


def extraction(
    text: str,
    *attributions: Attribution,
    speakers: tuple[Speaker, ...] = (),
    figures: tuple[Figure, ...] = (),
    mentions: tuple[CountryMention, ...] = (),
) -> Extraction:
    """The extraction of the document "d"."""
    from coalition_cli.assemble import countries_of

    return Extraction(
        "d", text_sha256(text), None, attributions, figures, countries_of(mentions, ()), speakers
    )


def figure(text: str, start: int, end: int, value: int, **fields: Any) -> Figure:
    """A figure as the extractor has it."""
    plain: dict[str, Any] = {
        "low": None, "high": None, "bound": "exactly", "qualifier": None, "unit": None, "counted": None,
        "speakers": (), "attribution": None,
    }  # fmt: skip
    span = Span.of(text, start, end)
    return Figure(
        id=record_id("f", text_sha256(text), ((start, end),)), doc="d", line=1, span=span, text=span.text,
        value=value, origin="rule:figures", review="unreviewed", **(plain | fields),
    )  # fmt: skip


def mention(text: str, start: int, end: int, *codes: str) -> CountryMention:
    """A country mention as the extractor has it."""
    span = Span.of(text, start, end)
    return CountryMention("d", 1, span, codes, "name", "rule:countries", "unreviewed")


def ids(references: tuple[SpeakerReference, ...]) -> list[str]:
    """The ids of a record's speakers."""
    return [one.id for one in references]
