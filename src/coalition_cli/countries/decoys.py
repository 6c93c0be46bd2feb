"""What holds a country's word and names none: companies, towns, addresses, datelines, the pronoun *us*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.countries.lexicon import traps

if TYPE_CHECKING:
    from coalition_cli.countries.reading import Place

_REACH = 80  # characters either side that hold the rest of a name, an address or a list
_RUN = re.compile(r"(?: (?:(?:of|and|for|the) )*[A-Z][\w.&'-]*)+")
_TOWN = re.compile(r", ((?:New |North |South |West |Rhode )?[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.)")
_ADDRESS = re.compile(r"//|www\.|\w@\w")
_DATELINE = re.compile(
    r"(?:, [^.:;]{0,30}?| \([^)]{0,30}\)| [^.:;]{0,20}?\d{4})?\s?(?:[-–—]\s|$)|,? \d{1,2}[ ./]"
)


def is_decoy(place: Place) -> bool:
    """Whether what stands around a match makes it name no country."""
    return (
        _in_private_name(place)
        or _is_town(place)
        or _is_shouted(place)
        or _in_address(place)
        or (place.match.name.via == "capital" and (_is_dateline(place) or _beside_state(place)))
    )


def _in_private_name(place: Place) -> bool:
    """*American Enterprise Institute*, *British Airways*; not *Finnish Defence Ministry*."""
    run = _RUN.match(place.right(_REACH))
    if not run:
        return False
    words = {form for word in run.group().split() for form in (word, word.rstrip(".,'"))}
    return words.isdisjoint(traps()["public"]) and not words.isdisjoint(traps()["private"])


def _is_town(place: Place) -> bool:
    """*Lebanon, Pennsylvania*."""
    state = _TOWN.match(place.right(_REACH))
    if not state or place.word == "Georgia":
        return False
    return not {state.group(1), state.group(1).rstrip(".")}.isdisjoint(traps()["us_states"])


def _is_shouted(place: Place) -> bool:
    """*US* between words in capitals may be the pronoun."""
    if place.word != "US":
        return False
    beside = place.left(25).split()[-1:] + place.right(25).split()[:1]
    words = [word for word in beside if any(letter.isalpha() for letter in word)]
    return bool(words) and all(word.isupper() and len(word) > 1 for word in words)


def _in_address(place: Place) -> bool:
    around = place.left(_REACH).split(" ")[-1] + place.word + place.right(_REACH).split(" ", 1)[0]
    return _ADDRESS.search(around) is not None


def _is_dateline(place: Place) -> bool:
    """*Brussels, 3 June –* at a block's start says where the text was written."""
    block = place.text.view.block_at(place.match.start)
    starts = block is not None and block.start == place.match.start
    return starts and _DATELINE.match(place.right(_REACH)) is not None


@cache
def _states() -> str:
    return "|".join(re.escape(state) for state in traps()["us_states"])


@cache
def _state_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_states()}),? (?:and|or) $")


@cache
def _state_after() -> re.Pattern[str]:
    return re.compile(rf",? (?:(?:and|or) )?(?:{_states()})\b")


def _beside_state(place: Place) -> bool:
    """Listed with states of the Union, as Washington is."""
    before, after = _state_before().search(place.left(_REACH)), _state_after().match(place.right(_REACH))
    return before is not None or after is not None
