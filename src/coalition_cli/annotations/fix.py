"""Changes to the annotation file that `coalition check` proposes: mended anchors, accepted findings."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from coalition_cli.annotations.anchors import resolve
from coalition_cli.annotations.candidates import mend
from coalition_cli.annotations.findings import Finding
from coalition_cli.annotations.write import add_entries, set_value

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations
    from coalition_cli.annotations.nodes import Way
    from coalition_cli.annotations.schema import TextQuote, TextRange


def mended(text: str, annotations: Annotations, texts: Mapping[str, str]) -> str:
    """The file's text with each anchor that fits nowhere as its document has it.

    Only where nothing but white space or typographic marks differ, and in exactly one place.
    """
    for way, doc, anchor in _anchors(annotations):
        if doc in texts and not resolve(texts[doc], anchor).places:
            for key, value in (mend(texts[doc], anchor) or {}).items():
                text = set_value(text, way, key, value)
    return text


def _anchors(annotations: Annotations) -> Iterator[tuple[Way, str, TextQuote | TextRange]]:
    file = annotations.file
    for index, quote in enumerate(file.quotes):
        for number, anchor in enumerate(quote.content):
            yield ("quotes", index, "content", number), quote.doc, anchor
        for name, sign in (("cue", quote.cue), ("source", quote.source)):
            if sign:
                yield ("quotes", index, name), quote.doc, sign
    for index, figure in enumerate(file.figures):
        yield ("figures", index, "span"), figure.doc, figure.span
    for index, country in enumerate(file.countries):
        yield ("countries", index, "span"), country.doc, country.span


def accepting(text: str, findings: Iterable[Finding], reason: str) -> str:
    """The file's text with each finding that can be accepted accepted, for a reason."""
    entries: list[dict[str, object]] = []
    for one in findings:
        # A201 and A306 are about acceptances themselves, and a broken file is not accepted at all.
        if one.subject is None or one.code.startswith("A0") or one.code in ("A201", "A306"):
            continue
        entry: dict[str, object] = {"code": one.code, "id": one.subject}
        if one.fields:
            entry["fields"] = list(one.fields)
        if (entry := entry | {"reason": reason}) not in entries:
            entries.append(entry)
    return add_entries(text, "accepted", entries)


def diff(old: str, new: str, name: str) -> str:
    """What changes, as a unified diff; empty where nothing does."""
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name} (proposed)", n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
