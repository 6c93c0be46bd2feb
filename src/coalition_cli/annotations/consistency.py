"""The annotations against each other and against the words of the texts (codes A104, A301 to A305)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from coalition_cli.annotations.extent import Letters
from coalition_cli.annotations.findings import Finding
from coalition_cli.records import Span, kind_of, quoted_parts
from coalition_cli.speakers.fold import words

if TYPE_CHECKING:
    from coalition_cli.annotations.load import Annotations
    from coalition_cli.annotations.resolved import Resolved, ResolvedFigure, ResolvedQuote
    from coalition_cli.annotations.schema import SpeakerEntry

SAME_WORDS = 5
"""Words: a shorter content may be said by two people without a slip ("no comment")."""
NEAR_NAME = 8
"""Letters: from here on two names that differ by one or two letters are suspected to be one."""

_DIGITS = re.compile(r"\d+(?:[,.\u00a0\u202f ]\d{3})*(?:\.\d+)?")
_LETTER = re.compile(r"[^\W\d_]")


class Consistency:
    """Checks one annotation file over the texts it is about.

    `texts` are by document id; `resolved` holds the entries of each of them.
    """

    def __init__(
        self, annotations: Annotations, texts: Mapping[str, str], resolved: Mapping[str, Resolved]
    ) -> None:
        self.annotations = annotations
        self.texts = texts
        self.resolved = resolved
        self.speakers = annotations.file.speakers

    def findings(self) -> Iterator[Finding]:
        """Everything that does not fit together."""
        for doc, entries in self.resolved.items():
            yield from self._overlaps(self.texts[doc], entries)
            yield from self._kinds(self.texts[doc], entries.quotes)
            yield from self._values(entries.figures)
            yield from self._counted(self.texts[doc], entries.figures)
        yield from self._groups()
        yield from self._same_words()
        yield from self._names()
        if set(self.annotations.documents) <= set(self.texts):
            yield from self._words_of_speakers()

    def _finding(self, code: str, message: str, subject: str, *way: str | int) -> Finding:
        return Finding(code, message, self.annotations.path, self.annotations.place(*way), subject)

    def _overlaps(self, text: str, entries: Resolved) -> Iterator[Finding]:
        letters = Letters(text)
        decided = [one for one in entries.quotes if one.entry.verdict != "unreviewed"]
        for first, second in combinations(decided, 2):
            if letters.same(first.spans, second.spans):
                yield self._overlap("quotes", first, second)
        for section in ("figures", "countries"):
            spans = [one for one in getattr(entries, section) if one.entry.verdict != "unreviewed"]
            for first, second in combinations(spans, 2):
                if letters.shared(first.spans, second.spans):
                    yield self._overlap(section, first, second)

    def _overlap(self, section: str, first: Any, second: Any) -> Finding:
        message = f"{second.entry.id!r} is about the same place as {first.entry.id!r}"
        return self._finding("A104", message, second.entry.id, section, second.index, "id")

    def _kinds(self, text: str, quotes: Sequence[ResolvedQuote]) -> Iterator[Finding]:
        marked = [one for one in quotes if one.entry.verdict == "correct" and _stands_in_marks(one)]
        if not marked:
            return
        from coalition_cli.documents.terms import speech

        quotations = speech(text)
        for one in marked:
            content = [Span.of(text, *span) for span in one.spans]
            marks = kind_of(content, quoted_parts(text, content, quotations))
            kind = one.entry.kind
            # A claim may hold a term in marks and stay indirect: only a claim all in marks is none.
            if kind != marks and not (kind == "indirect" and marks == "mixed"):
                message = f"{one.entry.id!r} is {kind}, but by its marks it is {marks}"
                yield self._finding("A305", message, one.entry.id, "quotes", one.index, "kind")

    def _values(self, figures: Sequence[ResolvedFigure]) -> Iterator[Finding]:
        for one in figures:
            entry = one.entry
            ends = [value for value in (entry.value, entry.low, entry.high) if value is not None]
            stated = _numbers(entry.span.exact)
            if entry.verdict == "correct" and ends and stated and not stated & {float(end) for end in ends}:
                message = f"{entry.id!r} is {_listed(ends)}, but its span says {entry.span.exact!r}"
                name = "value" if entry.value is not None else "low" if entry.low is not None else "high"
                yield self._finding("A304", message, entry.id, "figures", one.index, name)

    def _counted(self, text: str, figures: Sequence[ResolvedFigure]) -> Iterator[Finding]:
        known = set(words(text))
        for one in figures:
            for name in ("counted", "qualifier"):
                if strange := _strange(getattr(one.entry, name), known):
                    message = f"{one.entry.id!r}: {strange!r} stands nowhere in {one.entry.doc!r}"
                    yield self._finding("A303", message, one.entry.id, "figures", one.index, name)

    def _groups(self) -> Iterator[Finding]:
        quotes = {one.id: one for one in self.annotations.file.quotes}
        for index, group in enumerate(self.annotations.file.same):
            first = quotes[group.quotes[0]]
            for place, name in enumerate(group.quotes):
                if set(quotes[name].speakers) != set(first.speakers):
                    message = (
                        f"{group.utterance!r}: {name!r} is said by {_listed(quotes[name].speakers)}, "
                        f"{first.id!r} by {_listed(first.speakers)}"
                    )
                    yield self._finding("A301", message, group.utterance, "same", index, "quotes", place)
                    break

    def _same_words(self) -> Iterator[Finding]:
        grouped = [set(group.quotes) for group in self.annotations.file.same]
        said: dict[tuple[str, ...], ResolvedQuote] = {}
        # In the file's order: which of two entries the finding is about is no matter of the paths given.
        quotes = sorted(
            (one for own in self.resolved.values() for one in own.quotes), key=lambda it: it.index
        )
        for one in quotes:
            text = self.texts[one.entry.doc]
            key = words(" ".join(text[start:end] for start, end in one.spans))
            if one.entry.verdict != "correct" or len(key) < SAME_WORDS:
                continue
            first = said.setdefault(key, one)
            apart = set(first.entry.speakers) != set(one.entry.speakers)
            if apart and not any({first.entry.id, one.entry.id} <= group for group in grouped):
                message = (
                    f"{one.entry.id!r} is said by {_listed(one.entry.speakers)}, the same words in "
                    f"{first.entry.id!r} by {_listed(first.entry.speakers)}"
                )
                yield self._finding("A301", message, one.entry.id, "quotes", one.index, "speakers")

    def _names(self) -> Iterator[Finding]:
        from rapidfuzz.distance import DamerauLevenshtein

        for (_, first), (index, second) in combinations(enumerate(self.speakers), 2):
            ours, theirs = _names_of(second), _names_of(first)
            if shared := ours.keys() & theirs.keys():
                name = ours[min(shared)]
                message = f"{second.id!r} and {first.id!r} share the name {name!r}"
                yield self._finding("A302", message, second.id, "speakers", index, "id")
                continue
            one, other = " ".join(words(first.name)), " ".join(words(second.name))
            if min(len(one), len(other)) >= NEAR_NAME and DamerauLevenshtein.distance(one, other) <= 2:
                message = f"{second.name!r} and {first.name!r} differ by a letter or two"
                yield self._finding("A302", message, second.id, "speakers", index, "name")

    def _words_of_speakers(self) -> Iterator[Finding]:
        known = {word for text in self.texts.values() for word in words(text)}
        for index, speaker in enumerate(self.speakers):
            if speaker.type == "unnamed":  # "a reporter": our words, not the text's
                continue
            given: list[tuple[str | None, tuple[str | int, ...]]] = [
                (speaker.name, ("name",)), (speaker.role, ("role",)),
                (speaker.organisation, ("organisation",)),
            ]  # fmt: skip
            for field in ("aliases", "misspellings"):
                given += [(name, (field, place)) for place, name in enumerate(getattr(speaker, field))]
            for text, way in given:
                if strange := _strange(text, known):
                    message = f"{speaker.id!r}: {strange!r} stands in no text"
                    yield self._finding("A303", message, speaker.id, "speakers", index, *way)


def _stands_in_marks(one: ResolvedQuote) -> bool:
    return one.entry.form in (None, "quotation", "reported")


def _names_of(speaker: SpeakerEntry) -> dict[tuple[str, ...], str]:
    names = (speaker.name, *speaker.aliases, *speaker.misspellings)
    return {words(name): name for name in names if words(name)}


def _strange(text: str | None, known: set[str]) -> str | None:
    """The first word of a text that is not known."""
    return next((word for word in words(text or "") if word not in known), None)


def _numbers(text: str) -> set[float]:
    """The numbers in digits in a span; none where words give or change them ("six", "5 million")."""
    if _LETTER.search(text):
        return set()
    return {float(re.sub(r"[,\u00a0\u202f ]", "", found)) for found in _DIGITS.findall(text)}


def _listed(values: Sequence[object]) -> str:
    return ", ".join(map(str, values)) or "nobody"
