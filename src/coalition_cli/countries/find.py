"""Every mention of a country in a parsed document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli.countries.capitals import stands_for_government
from coalition_cli.countries.decoys import is_decoy
from coalition_cli.countries.match import Match, find_matches
from coalition_cli.countries.misspelling import find_misspellings
from coalition_cli.countries.people import in_full_name, is_somebody, is_surname
from coalition_cli.countries.reading import Place, Text
from coalition_cli.countries.which import as_adjective, divided, is_country_georgia
from coalition_cli.records import Via
from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from coalition_cli.rules.view import View


@dataclass(frozen=True, slots=True)
class CountryHit:
    """A mention: `start` and `end` in code points, the codes it names, and how."""

    start: int
    end: int
    codes: tuple[str, ...]
    via: Via


def find_mentions(view: View) -> list[CountryHit]:
    """Mentions in the document's prose, left to right, none overlapping.

    Site furniture, bylines, datelines and contact lines yield none, nor do addresses and handles. A flag
    emoji is none: it decorates a name and states nothing.
    """
    text = Text(view)
    places = [Place(text, match) for match in sorted(_matches(text), key=lambda match: match.start)]
    surnames = {place.word for place in places if is_surname(place)}
    hits = (_judge(place) for place in places if not is_somebody(place, surnames))
    return [hit for hit in hits if hit]


def _matches(text: Text) -> Iterator[Match]:
    """What looks like a mention, by its form alone."""
    for block in text.view.blocks:
        if block.kind not in PROSE:
            continue
        found = list(find_matches(text.flat, block.start, block.end))
        yield from (match for match in found if match.name.via)
        yield from find_misspellings(text.flat, block.start, block.end, found)


def _judge(place: Place) -> CountryHit | None:
    """The mention that a match is, if it is one."""
    if in_full_name(place) or is_decoy(place):
        return None
    codes, via = place.match.name.codes, place.match.name.via
    if place.word in ("Georgia", "GEORGIA"):
        codes = codes if is_country_georgia(place) else ()
    elif not codes:
        codes = divided(place)
    elif via == "capital":
        codes = codes if stands_for_government(place.span) else ()
    if via == "demonym":
        via = as_adjective(place)
    return CountryHit(place.match.start, place.match.end, codes, via) if codes and via else None
