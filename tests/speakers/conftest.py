"""Texts parsed and sources marked, for the tests of who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coalition_cli.components import state
from coalition_cli.pipeline import load_nlp
from coalition_cli.rules.candidate import Candidate
from coalition_cli.speakers.heard import with_heard
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.steps.resolution import Resolution

LATER = ["coalition_attributions", "coalition_countries", "coalition_figures"]
"""Components that these tests have no need of."""

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Read(NamedTuple):
    """A parsed text with its possible speakers."""

    view: View
    entities: list[Entity]

    def named(self, name: str) -> Entity:
        """The one entity of that name."""
        (entity,) = [one for one in self.entities if one.name == name]
        return entity


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], Read]:
    """A text as the speaker modules see it."""

    def parse(text: str) -> Read:
        doc = nlp(text, disable=LATER)
        return Read(state.view_of(doc), state.entities_of(doc))

    return parse


@pytest.fixture(scope="session")
def resolved(read: Callable[[str], Read]) -> Callable[[str], list[Resolution]]:
    """The resolution of each source that a text marks with [[ ]], in text order."""

    def run(marked: str) -> list[Resolution]:
        text = _MARK.sub(r"\1", marked)
        spans = [
            (match.start() - 4 * number, match.end() - 4 * (number + 1))
            for number, match in enumerate(_MARK.finditer(marked))
        ]
        candidates = [
            Candidate(((end, min(end + 2, len(text))),), None, (start, end), "reported", "test")
            for start, end in spans
        ]
        view, entities = read(text)
        return resolve(view, with_heard(view, Index(entities), candidates), candidates)

    return run


@pytest.fixture(scope="session")
def rules() -> Language:
    """The pipeline with the rules alone: whom *it* means rests on who spoke before."""
    return load_nlp(engine="rules")
