"""A first annotation file for a corpus: every record as a proposal, which a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coalition_cli.annotations.propose import Entry, Proposer, document_entry, speaker_entry
from coalition_cli.annotations.write import add_entries

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations
    from coalition_cli.records import Extraction, Speaker

HEADER = """\
# yaml-language-server: $schema=annotations.schema.json
# `coalition schema annotations > annotations.schema.json` beside this file gives completion in editors.
# Proposals by `coalition annotate`: none counts until its verdict is correct or rejected.
# `coalition review` walks through them; `coalition check` checks what is here.
version: 1
"""


def annotate(
    text: str,
    annotations: Annotations | None,
    extractions: Sequence[Extraction],
    speakers: Sequence[Speaker],
    texts: Mapping[str, str],
) -> tuple[str, int, int]:
    """The file's text (empty for a new file) with a proposal for each unreviewed record.

    `extractions` are merged with `annotations`, those of the text, so that nothing is proposed twice. Gives
    the new text, the number of proposals, and the number of records that no anchor can tell from others.
    """
    new = text or HEADER
    entries, lost = proposals(annotations, extractions, texts)
    known = set(annotations.documents) if annotations else set()
    new = add_entries(new, "documents", [document_entry(one) for one in extractions if one.id not in known])
    new = add_speakers(new, annotations, speakers, [entry for _, entry in entries])
    for section in ("quotes", "figures", "countries"):
        new = add_entries(new, section, [entry for name, entry in entries if name == section])
    return new, len(entries), lost


def add_speakers(
    text: str,
    annotations: Annotations | None,
    speakers: Sequence[Speaker],
    entries: Sequence[Entry],
) -> str:
    """The file's text with every speaker that the entries name and the file does not have."""
    known = {one.id for one in annotations.file.speakers} if annotations else set()
    wanted = {name for entry in entries for name in entry.get("speakers", ())} - known
    return add_entries(text, "speakers", [speaker_entry(one) for one in speakers if one.id in wanted])


def proposals(
    annotations: Annotations | None, extractions: Sequence[Extraction], texts: Mapping[str, str]
) -> tuple[list[tuple[str, Entry]], int]:
    """Section and entry of each proposal, in the order of the texts, and how many had no anchor."""
    taken = ids_of(annotations)
    found: list[tuple[str, Entry | None]] = []
    for one in extractions:
        proposer = Proposer(one.id, texts[one.id], taken)
        covered = _covered(annotations, one, texts[one.id])
        mentions = dict.fromkeys(mention for country in one.countries for mention in country.mentions)
        found += [
            ("quotes", proposer.quote(item))
            for item in one.attributions
            if item.review == "unreviewed" and (item.content[0].start, item.content[-1].end) not in covered
        ]
        found += [
            ("figures", proposer.figure(item))
            for item in one.figures
            if item.review == "unreviewed" and (item.span.start, item.span.end) not in covered
        ]
        found += [
            ("countries", proposer.country(item))
            for item in mentions
            if item.review == "unreviewed" and (item.span.start, item.span.end) not in covered
        ]
        taken = proposer.taken
    entries = [(section, entry) for section, entry in found if entry]
    return entries, len(found) - len(entries)


def ids_of(annotations: Annotations | None) -> set[str]:
    """The ids of all entries about places in texts."""
    if annotations is None:
        return set()
    file = annotations.file
    return {one.id for section in (file.quotes, file.figures, file.countries) for one in section}


def _covered(annotations: Annotations | None, extraction: Extraction, text: str) -> set[tuple[int, int]]:
    """Where the file already has proposals."""
    if annotations is None:
        return set()
    from coalition_cli.annotations.resolved import resolve_document

    return resolve_document(annotations, extraction.id, text).proposed()
