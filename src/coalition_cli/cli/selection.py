"""What `quotes` and `claims` share: choose attributions, print them, count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    word = "quotes" if quotes_only else "claims"
    documents = len({one.doc for one in found})
    run.note(f"{len(found)} {word} in {documents} of {len(corpus.extractions)} documents")
    return found


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
    from coalition_cli.query import nearest_speakers, speaker_ids

    for name in filters.speakers:
        if not speaker_ids(corpus, (name,)):
            near = ", ".join(nearest_speakers(corpus, name))
            run.note(f"no speaker is called {name!r}" + (f"; near it: {near}" if near else ""))
    for name in filters.countries:
        if not code_for(name):
            run.note(f"no country is called {name!r}")
