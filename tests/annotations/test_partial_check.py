"""A check of some of the texts makes no finding that a check of all of them does not make."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from annotation_builders import extraction, record, speaker

from coalition_cli.annotations.check import check
from coalition_cli.annotations.load import parse_annotations
from coalition_cli.documents.document import Document
from coalition_cli.records import Extraction, text_sha256

WORDS = "we will send forty ships"
TEXTS = {name: f"{who} said: “{WORDS}”." for name, who in (("a", "Ann Berg"), ("b", "Carl Dahl"))}


def said_by(name: str, doc: str, who: str) -> str:
    return (
        f"  - {{id: {name}, doc: {doc}, content: [{{exact: {WORDS}}}], speakers: [{who}], kind: direct, "
        "verdict: correct, checked: {by: me, on: 2026-11-22}}\n"
    )


FILE = f"""\
version: 1
documents:
  - {{id: a, sha256: {text_sha256(TEXTS["a"])}}}
  - {{id: b, sha256: {text_sha256(TEXTS["b"])}}}
speakers:
  - {{id: ann-berg, name: Ann Berg, type: person, role: captain}}
  - {{id: carl-dahl, name: Carl Dahl, type: person}}
quotes:
{said_by("hers", "a", "ann-berg")}{said_by("his", "b", "carl-dahl")}accepted:
  - {{code: A301, id: his, reason: both said it}}
  - {{code: A303, id: ann-berg, reason: known from elsewhere}}
"""
STALE = """\
  - {code: A301, id: hers, reason: was so once}
  - {code: A303, id: carl-dahl, reason: was so once}
  - {code: A205, id: q-gone, reason: was so once}
"""


def machine(name: str) -> Extraction:
    """What the extractor finds: all of it right, and "said", which is no quotation."""
    text = TEXTS[name]
    who = speaker("ann-berg", name="Ann Berg") if name == "a" else speaker("carl-dahl", name="Carl Dahl")
    start, said = text.index(WORDS), text.index("said")
    return extraction(
        text,
        record(text, (start, start + len(WORDS)), speakers=(who,)),
        record(text, (said, said + 4), speakers=(who,)),
        speakers=(who,),
    )


def codes(more: str, read: Sequence[str], only: frozenset[str] | None = None) -> list[str]:
    """The findings of a strict check, as "CODE id"."""
    annotations, findings = parse_annotations((FILE + more).encode(), "a.yaml")
    assert annotations, findings
    documents = [Document(name, TEXTS[name], f"{name}.txt") for name in read]
    found = {name: machine(name) for name in read}
    report = check(annotations, documents, found, strict=True, only=only)
    return [f"{one.code} {one.subject}" for one in report.findings if one.code != "A105"]


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize(
    ("read", "stale"), [("ab", ["A306 hers", "A306 carl-dahl", "A306 q-gone"]), ("a", []), ("b", [])]
)
def test_what_was_not_looked_for_is_not_missed(read: str, stale: list[str], named: bool) -> None:
    records = "".join(
        f"  - {{code: A205, id: {machine(name).attributions[1].id}, reason: later}}\n" for name in TEXTS
    )
    only = frozenset(read) if named else None
    assert codes(records, read, only) == []
    assert codes(records + STALE, read, only) == stale


def test_the_order_of_the_texts_read_does_not_matter() -> None:
    assert codes("", "ab") == codes("", "ba")
