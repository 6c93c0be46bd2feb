"""What the listing commands share: choose by document and filter, tell what was found and what fits none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalition_cli.cli.options import Choosing
    from coalition_cli.cli.run import Run
    from coalition_cli.query import Corpus, Filters
    from coalition_cli.records import Attribution


def chosen(run: Run, corpus: Corpus, choosing: Choosing, *, quotes_only: bool) -> list[Attribution]:
    """The attributions that pass the filters; says how many, and what no name matched."""
    from coalition_cli.query import select

    filters = filters_of(choosing)
    _tell_unknown(run, corpus, filters)
    found = [one for one in select(corpus, filters) if one.is_quote or not quotes_only]
    records = counted(len(found), "quote" if quotes_only else "claim")
    documents = counted(len(corpus.extractions), "document")
    run.note(f"{records} in {len({one.doc for one in found})} of {documents}")
    return found


def in_documents(run: Run, patterns: list[str] | None) -> Corpus:
    """Everything the chosen documents say; says which choice fits none."""
    from coalition_cli.query import of_documents

    corpus = run.corpus()
    _tell_unknown_documents(run, corpus, patterns or ())
    return of_documents(corpus, patterns or ())


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: 1 quote, 2 quotes."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def filters_of(choosing: Choosing) -> Filters:
    """The filters that the options ask for."""
    from coalition_cli.query import Filters

    return Filters(
        speakers=tuple(choosing.speaker or ()),
        docs=tuple(choosing.doc or ()),
        kinds=tuple(one.value for one in choosing.kind or ()),
        forms=tuple(one.value for one in choosing.form or ()),
        countries=tuple(choosing.country or ()),
        about=tuple(choosing.about or ()),
        since=choosing.since,
        until=choosing.until,
    )


def _tell_unknown(run: Run, corpus: Corpus, filters: Filters) -> None:
    """A name that fits nobody is more often a slip than a finding: say so, and who is nearest."""
    from coalition_cli.countries.names import code_for
    from coalition_cli.query import nearest_speakers, speaker_ids, undated

    _tell_unknown_documents(run, corpus, filters.docs)
    if left_out := undated(corpus, filters):
        run.note(f"{counted(left_out, 'document')} left out, for want of a date")
    for name in filters.speakers:
        if not speaker_ids(corpus, (name,)):
            near = ", ".join(nearest_speakers(corpus, name))
            run.note(f"no speaker is called {name!r}" + (f"; near it: {near}" if near else ""))
    for name in filters.countries:
        if not code_for(name):
            run.note(f"no country is called {name!r}")


def _tell_unknown_documents(run: Run, corpus: Corpus, patterns: Iterable[str]) -> None:
    from coalition_cli.query import unknown_documents

    for pattern in unknown_documents([one.id for one in corpus.extractions], patterns):
        run.note(f"no document is called {pattern!r}")
