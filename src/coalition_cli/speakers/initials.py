"""Initials that a text declares for those who take turns in it: "Jane Roe (JR)", then "JR: We do."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.rules.view import TURNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.persons import Person
    from coalition_cli.speakers.scan import Tokens

_SHAPE = re.compile(r"[A-Z]{2,4}")
_BRACKET = re.compile(r"(?<=\w) \((?P<initials>[A-Z]{2,4})\)")


def initials(view: View) -> dict[int, Offsets]:
    """Where each name ends that a turn's initials stand right behind, and where those initials stand."""
    labels = {view.text[slice(*source)] for source in _labels(view)}
    if not any(map(_SHAPE.fullmatch, labels)):
        return {}
    found = (match for match in _BRACKET.finditer(view.text) if match["initials"] in labels)
    return {match.start(): match.span("initials") for match in found}


def name_initials(view: View, tokens: Tokens, persons: Sequence[Person]) -> None:
    """Give the labels that are the declared initials of one person to that person; changes `persons`."""
    declared = initials(view)
    owners = _owners(view, tokens, persons, declared)
    for span in _labels(view).union(declared.values()) if owners else ():
        letters = view.text[slice(*span)]
        bearers, token = owners.get(letters, []), view.token_at(span[0])
        if len(bearers) == 1 and token is not None and token.text == letters:
            bearers[0].mentions.append((token.i, token.i + 1, "initials"))


def _labels(view: View) -> set[Offsets]:
    """Where the labels of turns stand."""
    return {block.source for block in view.blocks if block.kind in TURNS and block.source}


def _owners(
    view: View, tokens: Tokens, persons: Sequence[Person], declared: dict[int, Offsets]
) -> dict[str, list[Person]]:
    """Those for whom a text declares initials: whose name stands before them and begins with the first."""
    owners: dict[str, list[Person]] = {}
    for person in persons if declared else ():
        letters = set()
        for start, end, _ in person.mentions:
            place = declared.get(tokens[end - 1].idx + len(tokens[end - 1]))
            if place and view.text[place[0]] == tokens[start].text[0]:
                letters.add(view.text[slice(*place)])
        for each in letters:
            owners.setdefault(each, []).append(person)
    return owners
