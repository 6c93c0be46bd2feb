"""Names as people type them: id, full name, surname, alias, misspelling; accents and case aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """What was typed, and what stands behind its last title or an article: "Defence Minister | Häkkänen"."""
    yield typed
    if len(typed) > 1:
        from coalition_cli.speakers.words import lexicon

        titles = lexicon().titles.keys() | lexicon().roles.keys() | {"the"}
        last = max((place for place, word in enumerate(typed[:-1]) if word in titles), default=-1)
        if last >= 0:
            yield typed[last + 1 :]
