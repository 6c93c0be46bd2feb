"""`coalition check`: the annotations against the schema, the texts, the extraction and each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coalition_cli.annotations.agreement import check_agreement, check_proposals, check_unreviewed
from coalition_cli.annotations.consistency import Consistency
from coalition_cli.annotations.findings import Accepted, Finding, Report
from coalition_cli.annotations.merge import merge_resolved
from coalition_cli.annotations.resolved import resolve_document
from coalition_cli.assemble import confident

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations
    from coalition_cli.annotations.schema import AcceptedEntry
    from coalition_cli.documents.document import Document
    from coalition_cli.records import Extraction

AGREEMENT = frozenset(("A202", "A203", "A204"))
STRICT = frozenset(("A205", "A206"))
UNREAD = frozenset(("A101", "A102", "A104"))
"""An entry with one of these is not used, so that nobody knows what the extractor says of it."""


def check(
    annotations: Annotations,
    documents: Sequence[Document],
    extractions: Mapping[str, Extraction],
    *,
    strict: bool = False,
    only: frozenset[str] | None = None,
    least: float = 0.0,
) -> Report:
    """Every finding about the annotations of the documents, sorted by file and line.

    `extractions` are those of the documents, by id, not merged and whole; `least` is the confidence under
    which readers do not see a record that no person has checked. With `only`, documents of other ids are
    left out and not missed. With `strict`, what no person has looked at is a finding too.
    """
    chosen = [one for one in documents if only is None or one.id in only]
    texts = {one.id: one.text for one in chosen}
    resolved = {one.id: resolve_document(annotations, one.id, one.text) for one in chosen}
    found = _absent(annotations, set(texts), only)
    found += [finding for entries in resolved.values() for finding in entries.findings]
    found += Consistency(annotations, texts, resolved).findings()
    for document in chosen:
        extraction, entries = extractions[document.id], resolved[document.id]
        found += check_agreement(annotations, extraction, document.text, entries, least)
        if strict:
            merged = confident(merge_resolved(extraction, document.text, annotations, entries), least)
            found += check_unreviewed(merged, document, entries.proposed())
    if strict:
        found += check_proposals(annotations, set(texts))
    sections = (annotations.file.quotes, annotations.file.figures, annotations.file.countries)
    entries_seen = sum(one.doc in texts for section in sections for one in section)
    return _accept(annotations, found, set(texts), entries_seen, strict=strict)


def _absent(annotations: Annotations, read: set[str], only: frozenset[str] | None) -> list[Finding]:
    """Documents of the file whose text was not read (A105)."""
    return [
        Finding(
            "A105", f"no text with the id {one.id!r} was read", annotations.path,
            annotations.place("documents", index, "id"), one.id,
        )
        for index, one in enumerate(annotations.file.documents)
        if one.id not in read and (only is None or one.id in only)
    ]  # fmt: skip


def _accept(
    annotations: Annotations, found: Sequence[Finding], docs: set[str], entries: int, *, strict: bool
) -> Report:
    """Findings that the file accepts set apart; acceptances of nothing become findings (A201, A306)."""
    remaining, accepted = [], []
    used = set()
    for finding in dict.fromkeys(found):
        index = _acceptance(annotations.file.accepted, finding)
        if index is None:
            remaining.append(finding)
        else:
            used.add(index)
            accepted.append(Accepted(finding, annotations.file.accepted[index].reason))
    told = {(one.code, one.subject) for one in remaining}
    lost = {one.subject for one in remaining if one.code in UNREAD}
    used |= {
        i
        for i, one in enumerate(annotations.file.accepted)
        if (one.code, one.id) in told or (one.code in AGREEMENT and one.id in lost)
    }
    remaining += _unused(annotations, used, docs, strict)
    return Report(tuple(sorted(remaining, key=lambda one: one.order)), tuple(accepted), entries, len(docs))


def _acceptance(entries: Sequence[AcceptedEntry], finding: Finding) -> int | None:
    for index, one in enumerate(entries):
        fits = (one.code, one.id) == (finding.code, finding.subject)
        if fits and (one.fields is None or set(finding.fields) <= set(one.fields)):
            return index
    return None


def _unused(annotations: Annotations, used: set[int], docs: set[str], strict: bool) -> list[Finding]:
    """Acceptances of what was looked for and not found."""
    found = []
    doc_of = _documents_of_entries(annotations)
    asked = _Asked(annotations, docs, strict)
    for index, one in enumerate(annotations.file.accepted):
        if index in used or not asked.about(one, doc_of.get(one.id, one.id)):
            continue
        place = annotations.place("accepted", index)
        if one.code in AGREEMENT and one.id in doc_of:
            message = f"{one.id!r}: the extractor agrees now; {one.code} need not be accepted any more"
            found.append(Finding("A201", message, annotations.path, place, one.id))
        else:
            message = f"there is no {one.code} about {one.id!r} to accept"
            found.append(Finding("A306", message, annotations.path, place, one.id))
    return found


def _documents_of_entries(annotations: Annotations) -> dict[str, str]:
    file = annotations.file
    return {one.id: one.doc for section in (file.quotes, file.figures, file.countries) for one in section}


class _Asked:
    """Which findings this run would have made, over the texts that it read."""

    def __init__(self, annotations: Annotations, docs: set[str], strict: bool) -> None:
        self.unread = annotations.documents.keys() - docs
        self.speakers = {one.id for one in annotations.file.speakers}
        self.groups = {one.utterance for one in annotations.file.same}
        self.strict = strict

    def about(self, one: AcceptedEntry, doc: str) -> bool:
        """Whether what an acceptance names was looked for; `doc` is the document it is about."""
        if doc in self.unread or (one.code in STRICT and not self.strict):
            return False
        return not (self.unread and self._needs_all(one))

    def _needs_all(self, one: AcceptedEntry) -> bool:
        """Whether only a run over all texts can tell: a record's id does not say where it stands."""
        return (
            one.code == "A205"
            or (one.code == "A301" and one.id not in self.groups)
            or (one.code == "A303" and one.id in self.speakers)
        )
