"""Countries' long names with a letter or two wrong: *New Zeeland*, *Ukranian*. In doubt none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from coalition_cli.countries.lexicon import Name, countries, index, traps
from coalition_cli.countries.match import Match

_LONG = 8  # letters: below, a letter or two makes another word
_TWO_ERRORS = 11  # letters from which two errors are still the same word
_KNOWN_ENDINGS = ("s", "n", "an", "ian", "ns", "ans", "ians", "se", "ese")


@cache
def _targets() -> dict[str, Name]:
    """Long one-word and two-word names and adjectives."""
    found: dict[str, Name] = {}
    for country in countries().values():
        for text in (country.name, *country.names, *country.demonyms):
            if (
                len(text) >= _LONG
                and text.isascii()
                and text.count(" ") <= 1
                and text.replace(" ", "").isalpha()
            ):
                found.setdefault(text, Name(text, (country.code,), "misspelling"))
    return found


@cache
def _candidate() -> re.Pattern[str]:
    """A long capitalised word, or two of which the first begins a known name."""
    firsts = "|".join(sorted({name.split(" ")[0] for name in _targets() if " " in name}))
    return re.compile(
        rf"(?<![\w@#'/.-])(?:(?:{firsts}) [A-Z][a-z]{{3,}}|[A-Z][a-z]{{{_LONG - 1},}})(?![\w@/])"
    )


@lru_cache(maxsize=4096)
def meant(written: str) -> Name | None:
    """The one name that a capitalised word or pair of words is a misspelling of, if there is one."""
    if len(written) < _LONG or written in traps()["not_misspelt"] or _is_known(written):
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = [
        (name, distance)
        for name, distance, _ in process.extract(
            written,
            _targets().keys(),
            scorer=OSA.distance,
            score_cutoff=1 + (len(written) >= _TWO_ERRORS),
            limit=3,
        )
        if _same_shape(written, name) and distance
    ]
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return None
    return _targets()[near[0][0]]


def _is_known(written: str) -> bool:
    """Whether a word, or the first of two, is itself a name."""
    first = written.split(" ")[0]
    return any(name.text == first for name in index().get(first, ()))


def _same_shape(written: str, name: str) -> bool:
    """Same first letter and number of words, and not merely an ending more ("Vietnams")."""
    grown = any(written == name + ending or name == written + ending for ending in _KNOWN_ENDINGS)
    return written[0] == name[0] and written.count(" ") == name.count(" ") and not grown


def find_misspellings(flat: str, start: int, end: int, taken: Iterable[Match]) -> Iterator[Match]:
    """Misspelt names in `flat[start:end]` outside the matches `taken`."""
    busy = [(match.start, match.end) for match in taken]
    for found in _candidate().finditer(flat, start, end):
        name = meant(found.group())
        at, stop = found.span()
        if name and not any(at < other_end and stop > other_start for other_start, other_end in busy):
            yield Match(at, stop, name)
