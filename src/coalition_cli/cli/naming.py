"""Which records `explain` is asked about: by record id, its beginning, or the id of an annotation."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalition_cli.annotations.schema import Entry
    from coalition_cli.cli.run import Run
    from coalition_cli.query import Corpus
    from coalition_cli.records import Attribution, Extraction, Figure

    Record = Attribution | Figure

_RECORD = re.compile(r"[qf]-[0-9a-f]{1,8}")
_WHERE = "ids stand in the output of --format json"
_CODE = re.compile(r"A\d{3}")


def told_apart(given: Iterable[str]) -> tuple[list[str], list[str]]:
    """What is named on the command line, as records and paths.

    A path is what exists, `-`, or what looks like one (`in/text`, `text.txt`); never what looks like a
    record's id. The codes that `check` prints before an annotation's id may stand there too. Raises
    InputError where no record is named.
    """
    names: list[str] = []
    paths: list[str] = []
    for one in given:
        (paths if _is_path(one) else names).append(one)
    if not names:
        raise InputError("no record is named", remedy=_WHERE)
    return [one for one in names if not _CODE.fullmatch(one)] or names, paths


def _is_path(name: str) -> bool:
    from coalition_cli.documents.read import STDIN, SUFFIXES

    if _RECORD.fullmatch(name):
        return False
    return name == STDIN or "/" in name or Path(name).suffix.lower() in SUFFIXES or Path(name).exists()


class Naming:
    """The records of one run, those that other commands leave out last."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def records(self, name: str) -> list[Record]:
        """The records that are called so; where there is none, that is told, and the run has failed."""
        for corpus, why in self._corpora():
            if found := list(self._called(corpus, name)):
                if why:
                    self.run.note(f"{name}: {why}")
                return found
        self.run.fail(self._missing(name))
        return []

    @cached_property
    def _machine(self) -> tuple[Extraction, ...]:
        return self.run.unified()

    @cached_property
    def _merged(self) -> tuple[Extraction, ...]:
        return tuple(map(self.run.merged, self._machine))

    @cached_property
    def _printed(self) -> tuple[Extraction, ...]:
        return tuple(map(self.run.confident, self._merged))

    def _corpora(self) -> Iterator[tuple[Corpus, str]]:
        """Where a record may be found, and why it is printed nowhere else."""
        from coalition_cli.query import Corpus

        yield Corpus(self._printed), ""
        least = f"{self.run.reading.min_confidence:g}"
        yield Corpus(self._merged), f"left out elsewhere, for it is less sure than --min-confidence {least}"
        yield Corpus(self._machine), "left out elsewhere, for the annotations reject or replace it"

    def _called(self, corpus: Corpus, name: str) -> Iterator[Record]:
        spans = self._figure_spans(name)
        for quote in corpus.attributions:
            told = [step.detail for step in quote.evidence if step.step == "annotation"]
            if quote.id.startswith(name) or any(detail.startswith(f"{name}: ") for detail in told):
                yield quote
        for figure in corpus.figures:
            if figure.id.startswith(name) or (figure.doc, figure.span.start, figure.span.end) in spans:
                yield figure

    def _figure_spans(self, name: str) -> set[tuple[str, int, int]]:
        """Where the figure of an annotation stands: figures carry no evidence that would tell."""
        entry = self._entry(name)
        if entry is None or self.run.annotations is None or entry.doc not in self.run.texts:
            return set()
        from coalition_cli.annotations.resolved import resolve_document

        resolved = resolve_document(self.run.annotations, entry.doc, self.run.texts[entry.doc])
        return {(entry.doc, *one.spans[0]) for one in resolved.figures if one.entry.id == name}

    def _entry(self, name: str) -> Entry | None:
        if self.run.annotations is None:
            return None
        file = self.run.annotations.file
        entries: tuple[Entry, ...] = (*file.quotes, *file.figures, *file.countries)
        return next((one for one in entries if one.id == name), None)

    def _missing(self, name: str) -> InputError:
        """Why nothing can be shown, as far as that can be told."""
        if _CODE.fullmatch(name):
            return InputError(
                f"{name} is no record", remedy=f"`coalition check --explain {name}` tells of it"
            )
        entry = self._entry(name)
        if entry is None:
            return InputError(f"no record is called {name!r}", remedy=_WHERE)
        if entry.doc not in self.run.texts:
            why = f"its text, {entry.doc}, is not among those read"
        elif entry.verdict == "correct":
            why = "it is of a country, or its anchor does not fit: `coalition check` tells"
        else:
            why = f"its verdict is {entry.verdict}: see what stands there with --no-annotations"
        return InputError(f"the annotation {name!r} has no record", remedy=why)
