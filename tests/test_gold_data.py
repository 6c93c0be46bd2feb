"""The hand-checked annotations against the seed texts, without the package's anchors and schema."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GOLD: dict[str, Any] = yaml.safe_load((ROOT / "data" / "annotations.yaml").read_text(encoding="utf-8"))
TEXTS = {path.stem: path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))}
SECTIONS = ("quotes", "figures", "countries")


def place(text: str, anchor: dict[str, str]) -> tuple[int, int]:
    """Where an anchor stands; the test fails unless that is exactly one place."""
    if "start" in anchor:
        assert text.count(anchor["start"]) == 1, anchor
        start = text.index(anchor["start"])
        end = text.index(anchor["end"], start + len(anchor["start"])) + len(anchor["end"])
        return start, end
    prefix = anchor.get("prefix", "")
    whole = prefix + anchor["exact"] + anchor.get("suffix", "")
    assert text.count(whole) == 1, anchor
    start = text.index(whole) + len(prefix)
    return start, start + len(anchor["exact"])


def entries(section: str) -> list[Any]:
    return [pytest.param(entry, id=entry["id"]) for entry in GOLD[section]]


def test_documents_are_the_seeds_as_they_were_read() -> None:
    hashes = {stem: hashlib.sha256(text.encode()).hexdigest() for stem, text in TEXTS.items()}
    assert {entry["id"]: entry["sha256"] for entry in GOLD["documents"]} == hashes


def test_ids_are_unique_and_references_exist() -> None:
    used = [entry["id"] for section in ("documents", "speakers", *SECTIONS) for entry in GOLD[section]]
    assert [name for name, count in Counter(used).items() if count > 1] == []
    speakers = {entry["id"] for entry in GOLD["speakers"]}
    named = {name for section in SECTIONS for entry in GOLD[section] for name in entry.get("speakers", ())}
    assert named == speakers, "a speaker without a record, or a record without its speaker"
    quotes = {entry["id"] for entry in GOLD["quotes"] if entry["verdict"] == "correct"}
    assert {name for group in GOLD["same"] for name in group["quotes"]} <= quotes


@pytest.mark.parametrize("entry", entries("quotes"))
def test_quote_anchors_fit_once(entry: dict[str, Any]) -> None:
    text = TEXTS[entry["doc"]]
    content = [place(text, anchor) for anchor in entry["content"]]
    assert content == sorted(content)
    others = [place(text, entry[part]) for part in ("source", "cue") if entry.get(part)]
    for start, end in content:
        assert text[start:end] == text[start:end].strip() != ""
        assert all(end <= left or right <= start for left, right in others)


@pytest.mark.parametrize("entry", entries("quotes"))
def test_a_correct_quote_says_everything(entry: dict[str, Any]) -> None:
    if entry["verdict"] == "rejected":
        assert entry["note"]
        return
    assert entry.keys() >= {"source", "cue", "speakers", "kind", "form", "stance"}
    if entry["kind"] == "direct" and entry["form"] == "quotation":
        start, end = place(TEXTS[entry["doc"]], entry["content"][0])
        assert TEXTS[entry["doc"]][start - 1] + TEXTS[entry["doc"]][end] in ('""', "“”")


@pytest.mark.parametrize("entry", [*entries("figures"), *entries("countries")])
def test_figure_and_country_anchors_fit_once(entry: dict[str, Any]) -> None:
    place(TEXTS[entry["doc"]], entry["span"])
    assert entry["verdict"] == "correct" or entry["note"]


@pytest.mark.parametrize("entry", entries("countries"))
def test_one_country_mention_per_place(entry: dict[str, Any]) -> None:
    start, end = place(TEXTS[entry["doc"]], entry["span"])
    rest = [other for other in GOLD["countries"] if other["doc"] == entry["doc"] and other is not entry]
    places = [place(TEXTS[other["doc"]], other["span"]) for other in rest]
    assert all(end <= left or right <= start for left, right in places)
