"""The speakers a person wrote down, and which of the extractor's speakers each of them is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.assemble import union
from coalition_cli.records import Speaker, SpeakerReference
from coalition_cli.speakers.fold import words

if TYPE_CHECKING:
    from coalition_cli.annotations.schema import SpeakerEntry


class People:
    """All speakers of one document by canonical id, the person's knowledge over the extractor's.

    An extracted speaker is an annotated one where its id is the same, or its name is a name, alias or
    misspelling of exactly one annotated speaker (without accents, case and punctuation), or the full name
    of exactly one is among its aliases. Nothing else joins two.
    """

    def __init__(self, entries: Iterable[SpeakerEntry], extracted: Iterable[Speaker]) -> None:
        self._entries = {one.id: one for one in entries}
        self._names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._full_names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for entry in self._entries.values():
            self._full_names[words(entry.name)].add(entry.id)
            for name in (entry.name, *entry.aliases, *entry.misspellings):
                self._names[words(name)].add(entry.id)
        self._names.pop((), None)  # names without a letter name nobody
        self._full_names.pop((), None)
        self._canonical: dict[str, str] = {}
        self.known: dict[str, Speaker] = {}
        for speaker in extracted:
            self._add(speaker)
        for entry in self._entries.values():
            if entry.id not in self.known:
                self.known[entry.id] = _told(_empty(entry), entry)

    def _add(self, speaker: Speaker) -> None:
        canonical = self._find(speaker) or speaker.id
        self._canonical[speaker.id] = canonical
        if entry := self._entries.get(canonical):
            speaker = _told(speaker, entry)
        self.known[canonical] = union(self.known[canonical], speaker) if canonical in self.known else speaker

    def _find(self, speaker: Speaker) -> str | None:
        if speaker.id in self._entries:
            return speaker.id
        found = self._names.get(words(speaker.name), set())
        for name in () if found else (*speaker.aliases, *speaker.misspellings):
            found = found | self._full_names.get(words(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def canonical(self, references: Iterable[SpeakerReference]) -> tuple[SpeakerReference, ...]:
        """The references of a record under canonical ids, each once."""
        found = {}
        for one in references:
            key = self._canonical.get(one.id, one.id)
            found[key] = self.known[key].reference if key in self._entries else one
        return tuple(found.values())

    def named(self, ids: Iterable[str]) -> tuple[SpeakerReference, ...]:
        """The references of annotated speakers, each once."""
        return tuple(self.known[one].reference for one in dict.fromkeys(ids))


def _empty(entry: SpeakerEntry) -> Speaker:
    return Speaker(entry.id, entry.name, entry.type, (), None, None, (), ())


def _told(speaker: Speaker, entry: SpeakerEntry) -> Speaker:
    """The speaker with every field that the person gave."""
    changes: dict[str, object] = {"id": entry.id, "name": entry.name, "type": entry.type}
    if entry.gives("role"):
        changes["roles"] = (entry.role,) if entry.role else ()
    for name in ("country", "organisation", "aliases", "misspellings"):
        if entry.gives(name):
            changes[name] = getattr(entry, name)
    return replace(speaker, **changes)  # type: ignore[arg-type]
