"""Authorities of a country, by its name and what they are.

Takes: [[The Israeli army]], [[China's foreign ministry]], [[the government in Kyiv]], [[the army of Japan]].
Leaves: [[the army in Kyiv]], [[the U.S. Supreme Court]], which is a name of its own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coalition_cli.countries.match import matches_in
from coalition_cli.countries.names import country_members
from coalition_cli.speakers.bodies import Organisation, large_end
from coalition_cli.speakers.home import GOVERNMENT, government_of, governments, home
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.words import Body, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coalition_cli.countries.lexicon import Name
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.scan import Tokens

_NAMING = frozenset(("name", "demonym", "misspelling", "capital"))
_OWNED = frozenset(("'s", "’s", "'", "’"))
_LONGEST = 4  # words behind the country: "army", "interim foreign ministry" (chosen by eye)


def authorities(view: View, tokens: Tokens, taken: Collection[int]) -> list[Organisation]:
    """Every authority of a country, called as it is first; `taken` are the tokens of persons' names."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for country, start, end, what in _named(view, tokens):
        if not any(index in taken for index in range(start, end)):
            found[country, what].append((start, end))
    organisations = [_authority(tokens, country, spans) for (country, _), spans in found.items()]
    return [*organisations, *_at_home(view, tokens, found)]


def _authority(tokens: Tokens, country: str, spans: list[tuple[int, int]]) -> Organisation:
    name, *aliases = dict.fromkeys(phrase_of(tokens, start, end) for start, end in spans)
    return Organisation(Body(name, country), tuple(aliases), tuple(spans))


def _at_home(view: View, tokens: Tokens, found: Collection[tuple[str, str]]) -> Iterator[Organisation]:
    """*The government* in a report from one country, where no government is told by its country."""
    code = home(view)
    if code is not None and not any(what.endswith(GOVERNMENT) for _, what in found):
        spans = tuple(governments(view, tokens))
        if spans:
            yield Organisation(Body(government_of(code), code), (), spans)


def _named(view: View, tokens: Tokens) -> Iterator[tuple[str, int, int, str]]:
    """(country, first token, token behind the last, what it is in lower case)."""
    for match in matches_in(view.text):
        first, last = view.token_at(match.start), view.token_at(match.end - 1)
        code = _country(match.name)
        if first is None or last is None or code is None:
            continue
        behind = None if match.name.via == "capital" else _behind(tokens, last.i + 1)
        if behind is not None:
            yield code, first.i, behind[1], phrase_of(tokens, *behind).lower()
        elif (noun := _before(tokens, first.i)) is not None:
            yield code, noun, last.i + 1, tokens[noun].lower_


def _country(name: Name) -> str | None:
    """The code of the one country that a name tells; the EU and NATO are organisations."""
    one = name.codes[0] if len(name.codes) == 1 and name.via in _NAMING else None
    return None if one is None or country_members(one) else one


def _behind(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """The words behind a country that say what its authority is: "foreign ministry"."""
    if start < len(tokens) and tokens[start].text in _OWNED:
        start += 1
    words = lexicon()
    for end in range(start + 1, min(start + _LONGEST, len(tokens)) + 1):
        last = tokens[end - 1]
        if last.is_sent_start or last.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return None
        one, two = (last.lower_,), tuple(token.lower_ for token in tokens[max(start, end - 2) : end])
        if not words.authorities.isdisjoint((one, two)):
            listed = tuple(token.text for token in tokens[start:end]) in words.bodies  # a name of its own
            return None if listed else (start, _with_field(tokens, end))
    return None


def _with_field(tokens: Tokens, end: int) -> int:
    """The end of a ministry with what it is for: "Ministry | of Commerce"."""
    further = large_end(tokens, end + 1) if end < len(tokens) and tokens[end].lower_ in ("of", "for") else end
    return further if further > end + 1 else end


def _before(tokens: Tokens, place: int) -> int | None:
    """The noun of an authority before its country or, of those who rule, the capital: "the government in"."""
    if place and tokens[place - 1].lower_ == "the":
        place -= 1
    link, noun = (tokens[place - 1].lower_, tokens[place - 2].lower_) if place > 1 else ("", "")
    words = lexicon()
    theirs = (link == "of" and (noun,) in words.authorities) or (link == "in" and noun in words.ruling)
    return place - 2 if theirs else None
