"""Names as people type them: by id, full name, surname, given name, alias or misspelling, without accents or case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import fold as fold
from coalition_cli.speakers.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.records import Speaker, SpeakerReference


def matches(query: str, speaker: Speaker | SpeakerReference) -> bool:
    """Whether `query` names `speaker`: "healey", "john-healey", "President Macron", "hakkanen" for Häkkänen.

    Only whole words count: "ran" is not Grant.
    """
    typed = words(query)
    return bool(typed) and any(
        _names(form, name, speaker.type == "person") for form in _forms(typed) for name in _known(speaker)
    )


def _known(speaker: Speaker | SpeakerReference) -> Iterator[tuple[str, ...]]:
    yield words(speaker.id)
    yield words(speaker.name)
    for name in (*getattr(speaker, "aliases", ()), *getattr(speaker, "misspellings", ())):
        yield words(name)


def _names(typed: tuple[str, ...], name: tuple[str, ...], is_person: bool) -> bool:
    """Whether the words typed are a name or its end ("van der Leyen", "Times") or a person's given name."""
    size = len(typed)
    return name[-size:] == typed or (is_person and name[:size] == typed)


def _forms(typed: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What was typed, and the same without titles before it or an article."""
    yield typed
    if len(typed) > 1:
        from coalition_cli.speakers.words import lexicon

        titles = lexicon().titles.keys() | lexicon().roles.keys() | {"prime", "the"}
        start = 0
        while start < len(typed) - 1 and typed[start] in titles:
            start += 1
        if start:
            yield typed[start:]
