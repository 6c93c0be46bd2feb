"""What every reading command does first: read, extract, unify names, merge what a person checked."""

from __future__ import annotations

import sys
import warnings
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from coalition_cli.cli.streams import tell
from coalition_cli.engines import default_engine
from coalition_cli.errors import CoalitionError, CoalitionWarning
from coalition_cli.pipeline import MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from coalition_cli.annotations.load import Annotations
    from coalition_cli.cli.options import Reading
    from coalition_cli.documents.document import Document
    from coalition_cli.query import Corpus
    from coalition_cli.records import Extraction

DEFAULT_ANNOTATIONS = Path("data/annotations.yaml")


class Run:
    """One run over the inputs; `texts` and `failed` fill as documents are read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.model = reading.model or MODEL
        self.engine = reading.engine or default_engine()
        self.texts: dict[str, str] = {}
        self.failed = False
        self.annotations = self._load_annotations()

    def corpus(self, documents: Iterable[Document] | None = None) -> Corpus:
        """Everything the documents say, one name a person, with the annotations' word on it."""
        from coalition_cli.query import Corpus

        return Corpus(tuple(self.checked(one) for one in self.unified(documents)))

    def unified(self, documents: Iterable[Document] | None = None) -> tuple[Extraction, ...]:
        """Every document's extraction, one name a person, machine's word only."""
        from coalition_cli.speakers.corpus import unify

        return tuple(unify(tuple(self.extractions(documents))))

    def extractions(self, documents: Iterable[Document] | None = None) -> Iterator[Extraction]:
        """One extraction a document as it is done, in input order, machine's word only."""
        given = self.documents() if documents is None else documents
        with self.warnings_told():
            yield from self._watched(self._kept(given))

    def _kept(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """What an earlier run found, where nothing that decides has changed; the rest is found now."""
        from coalition_cli.store import open_store

        store = None if self.reading.no_cache else open_store(self.model, self.engine)
        return store.through(documents, self._fresh) if store else self._fresh(documents)

    def _fresh(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        from coalition_cli.extraction import extract

        yield from extract(self._nlp, documents)

    @cached_property
    def _nlp(self) -> Language:
        from coalition_cli.pipeline import load_nlp

        return load_nlp(self.model, engine=self.engine)

    def checked(self, extraction: Extraction) -> Extraction:
        """An extraction with the annotations' word on it, without what is not confident enough."""
        return self.confident(self.merged(extraction))

    def merged(self, extraction: Extraction) -> Extraction:
        """An extraction with the annotations' word on it."""
        if self.annotations is None:
            return extraction
        from coalition_cli.annotations.merge import merge

        with self.warnings_told():
            return merge(extraction, self.texts[extraction.id], self.annotations)

    def confident(self, extraction: Extraction) -> Extraction:
        """An extraction without what is not confident enough."""
        from coalition_cli.assemble import confident

        return confident(extraction, self.reading.min_confidence)

    def note(self, message: object) -> None:
        """A line to a person, on standard error."""
        if not self.reading.quiet:
            tell(message)

    def fail(self, error: CoalitionError) -> None:
        """Tell what is wrong with an input; the others are done, and the exit code will say it."""
        self.failed = True
        tell(error)

    def finish(self) -> None:
        """Exit with 2 where an input failed, now that the others are done."""
        if self.failed:
            raise typer.Exit(2)

    def _load_annotations(self) -> Annotations | None:
        path = self.reading.annotations or DEFAULT_ANNOTATIONS
        # A link that leads nowhere is meant to be a file: it is told, not passed over.
        is_there = path.exists() or path.is_symlink()
        if self.reading.no_annotations or (self.reading.annotations is None and not is_there):
            return None
        from coalition_cli.annotations.load import load_annotations

        return load_annotations(path)

    def documents(self) -> Iterator[Document]:
        """The documents that can be read; what cannot is told at once and the others are done."""
        from coalition_cli.documents.read import read_documents

        for item in read_documents(self.reading.paths or ()):
            if isinstance(item, CoalitionError):
                self.fail(item)
            else:
                self.texts[item.id] = item.text
                yield item

    @contextmanager
    def warnings_told(self) -> Iterator[None]:
        """Warnings of the library as lines on standard error; other libraries' are left out."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("always", CoalitionWarning)
            warnings.showwarning = lambda message, *_, **__: self.note(message)
            yield

    def _watched(self, found: Iterator[Extraction]) -> Iterator[Extraction]:
        """Count documents on standard error while a person watches."""
        if self.reading.quiet or not sys.stderr.isatty():
            yield from found
            return
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

        columns = (SpinnerColumn(), TextColumn("documents read:"), MofNCompleteColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("reading", total=None)
            for one in found:
                progress.advance(task)
                yield one
