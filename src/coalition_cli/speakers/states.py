"""Countries as speakers: named, or by a capital that stands for its government; groups of states as one."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from coalition_cli.countries.match import matches_in
from coalition_cli.countries.names import codes_in, country_members, country_name

if TYPE_CHECKING:
    from coalition_cli.records import SpeakerType

_SPEAKING = frozenset(("name", "capital", "group", "misspelling", "people"))


class State(NamedTuple):
    """A country or group of states with its mentions in code points; `country` is None for a group."""

    name: str
    type: SpeakerType
    country: str | None
    mentions: tuple[tuple[int, int], ...]


def states(text: str) -> list[State]:
    """Every country and group of states that `text` names as something that can speak."""
    found: dict[tuple[str, SpeakerType, str | None], list[tuple[int, int]]] = defaultdict(list)
    for match in matches_in(text):
        codes = match.name.codes
        if match.name.via not in _SPEAKING or not codes:
            continue
        if match.name.via == "people":
            found[match.name.text, "group", codes[0]].append((match.start, match.end))
        elif len(codes) > 1:
            found[match.name.text, "group", None].append((match.start, match.end))
        elif not country_members(codes[0]):  # the EU and NATO are organisations
            found[country_name(codes[0]), "country", codes[0]].append((match.start, match.end))
    return [State(*key, tuple(spans)) for key, spans in found.items()]


@lru_cache(maxsize=4096)
def country_of(text: str) -> str | None:
    """The one country that a role or name holds by name or adjective; none where it holds none or several."""
    codes = codes_in(text)
    return codes[0] if len(codes) == 1 else None
