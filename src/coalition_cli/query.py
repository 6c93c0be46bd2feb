"""Filters over records: pure, and without spaCy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath

from coalition_cli.assemble import countries_of, gather, mentions_of
from coalition_cli.countries.names import code_for
from coalition_cli.documents.read import SUFFIXES
from coalition_cli.figures.conflicts import conflict_groups
from coalition_cli.records import Attribution, Country, Extraction, Figure, Form, Kind, Speaker
from coalition_cli.speakers.fold import fold
from coalition_cli.speakers.match import matches


@dataclass(frozen=True, slots=True)
class Filters:
    """What a record must be; an empty filter takes everything, several values of one filter take any of them.

    `since` and `until` are YYYY-MM-DD, both included; a document without a date fits neither.
    """

    speakers: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    forms: tuple[Form, ...] = ()
    countries: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """The extractions of one run, and what they say together."""

    extractions: tuple[Extraction, ...]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions, in input order."""
        return tuple(one for extraction in self.extractions for one in extraction.attributions)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in input order."""
        return tuple(one for extraction in self.extractions for one in extraction.figures)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who says something, one record each."""
        return gather((one.speakers for one in self.extractions), self.attributions)

    @property
    def countries(self) -> tuple[Country, ...]:
        """Every country named, one record each."""
        mentions = mentions_of(one for extraction in self.extractions for one in extraction.countries)
        return countries_of(mentions, self.attributions)


def select(corpus: Corpus, filters: Filters) -> Iterator[Attribution]:
    """The attributions that pass every filter, in input order."""
    chosen = speaker_ids(corpus, filters.speakers)
    codes = {code for query in filters.countries for code in code_for(query)}
    needles = [fold(text) for text in filters.about]
    for extraction in corpus.extractions:
        if not _in_time(extraction.date, filters) or not doc_matches(extraction.id, filters.docs):
            continue
        for one in extraction.attributions:
            if (
                (not filters.speakers or any(speaker.id in chosen for speaker in one.speakers))
                and (not filters.kinds or one.kind in filters.kinds)
                and (not filters.forms or one.form in filters.forms)
                and (not filters.countries or not codes.isdisjoint(one.countries))
                and (not needles or any(needle in fold(one.text) for needle in needles))
            ):
                yield one


def speaker_ids(corpus: Corpus, queries: Iterable[str]) -> set[str]:
    """The ids of all speakers that any of the names means, as people type them."""
    wanted = tuple(queries)
    if not wanted:
        return set()
    return {one.id for one in corpus.speakers if any(matches(query, one) for query in wanted)}


def nearest_speakers(corpus: Corpus, name: str) -> list[str]:
    """Up to three names of speakers that look like a name that matches nobody."""
    from rapidfuzz import fuzz, process

    names = {one.name: fold(one.name) for one in corpus.speakers}
    # 75: "Heally" finds John Healey, "Smith" finds nobody in the seeds (partial ratio, 0 to 100).
    found = process.extract(fold(name), names, scorer=fuzz.partial_ratio, limit=3, score_cutoff=75)
    return [key for _, _, key in found]


def doc_matches(doc: str, patterns: Iterable[str]) -> bool:
    """Whether a document id fits one of the patterns: the id, its beginning, a shell pattern, or the file."""
    wanted = tuple(patterns)
    return not wanted or any(_fits(doc, one) for one in wanted)


def unknown_documents(known: Collection[str], patterns: Iterable[str]) -> list[str]:
    """The patterns that fit none of the document ids `known`."""
    return [one for one in patterns if not any(doc_matches(doc, (one,)) for doc in known)]


def _fits(doc: str, pattern: str) -> bool:
    if doc.startswith(pattern) or fnmatchcase(doc, pattern):
        return True
    file = PurePath(pattern)
    if file.suffix.lower() not in SUFFIXES:
        return False
    # A file's name, or the path to it, of which the id is the end without the suffix.
    name = file.with_suffix("").as_posix()
    return f"/{name}".endswith(f"/{doc}") or fnmatchcase(doc, name) or fnmatchcase(doc, file.stem)


def of_documents(corpus: Corpus, patterns: Iterable[str]) -> Corpus:
    """The corpus with only the documents whose id fits."""
    wanted = tuple(patterns)
    return Corpus(tuple(one for one in corpus.extractions if doc_matches(one.id, wanted)))


def figure_groups(corpus: Corpus) -> list[tuple[Figure, ...]]:
    """All figures in input order, each alone or with those that conflict with it."""
    groups = {one.id: group for group in conflict_groups(corpus.figures) for one in group}
    return list(dict.fromkeys(groups.get(one.id, (one,)) for one in corpus.figures))


def undated(corpus: Corpus, filters: Filters) -> int:
    """How many documents `since` or `until` leaves out only because nobody knows their date."""
    if filters.since is None and filters.until is None:
        return 0
    return sum(one.date is None for one in of_documents(corpus, filters.docs).extractions)


def _in_time(date: str | None, filters: Filters) -> bool:
    if filters.since is None and filters.until is None:
        return True
    return date is not None and (filters.since or date) <= date <= (filters.until or date)
