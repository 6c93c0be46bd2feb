"""Every mention of a country in a parsed document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coalition_cli.countries import people
from coalition_cli.countries.capitals import stands_for_government
from coalition_cli.countries.lexicon import traps
from coalition_cli.countries.match import Match, find_matches, flatten
from coalition_cli.countries.misspelling import find_misspellings
from coalition_cli.records import Via
from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from coalition_cli.rules.view import View

_RUN = re.compile(r"(?: (?:(?:of|and|for|the) )*[A-Z][\w.&'-]*)+")
_TOWN = re.compile(r", ((?:New |North |South |West |Rhode )?[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.)")
_ADDRESS = re.compile(r"\S*(?://|www\.|\w@\w)\S*")
_DATELINE = re.compile(
    r"(?:, [^.:;]{0,30}?| \([^)]{0,30}\)| [^.:;]{0,20}?\d{4})?\s?(?:[-–—]\s|$)|,? \d{1,2}[ ./]"
)
_NEAR = 160  # characters either side in which words about Georgia count before the whole text does


@dataclass(frozen=True, slots=True)
class CountryHit:
    """A mention: `start` and `end` in code points, the codes it names, how, and what decided it."""

    start: int
    end: int
    codes: tuple[str, ...]
    via: Via
    evidence: str


def find_mentions(view: View) -> list[CountryHit]:
    """Mentions in the document's prose, left to right, none overlapping.

    Site furniture, bylines, datelines and contact lines yield none, nor do addresses and handles. A flag
    emoji is none: it decorates a name and states nothing.
    """
    return list(_Finder(view).find())


class _Finder:
    """One walk over one document, with what the whole text says of it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.flat = flatten(view.text)

    def find(self) -> Iterator[CountryHit]:
        matches = sorted(self._matches(), key=lambda match: match.start)
        surnames = {match.name.text for match in matches if self._is_surname(match)}
        for match in matches:
            if match.name.text in surnames and not self._is_place(match):
                continue
            hit = self._judge(match)
            if hit:
                yield hit

    def _matches(self) -> Iterator[Match]:
        for block in self.view.blocks:
            if block.kind not in PROSE:
                continue
            found = list(find_matches(self.flat, block.start, block.end))
            yield from (match for match in found if match.name.via)
            yield from find_misspellings(self.flat, block.start, block.end, found)

    def _judge(self, match: Match) -> CountryHit | None:
        """The mention that a match is, if it is one."""
        if self._is_trap(match):
            return None
        if match.name.text.title() in ("Georgia",):
            return (
                self._hit(match, "words about the country near") if self._is_country_georgia(match) else None
            )
        if not match.name.codes:
            return self._divided(match)
        if match.name.via == "capital":
            if self._is_dateline(match):
                return None
            reason = stands_for_government(self._span(match))
            return self._hit(match, reason) if reason else None
        if match.name.via == "demonym":
            return self._adjective(match)
        return self._hit(match, match.name.text)

    def _hit(self, match: Match, evidence: str, via: Via | None = None) -> CountryHit:
        known = via or match.name.via
        assert known is not None
        return CountryHit(match.start, match.end, match.name.codes, known, evidence)

    def _span(self, match: Match) -> Span:
        first = self.view.token_at(match.start)
        last = self.view.token_at(match.end - 1)
        assert first is not None and last is not None
        return self.view.doc[first.i : last.i + 1]

    # What looks like a mention and is none

    def _is_trap(self, match: Match) -> bool:
        return (
            self._in_full_name(match)
            or self._in_address(match)
            or self._in_private_name(match)
            or self._is_town(match)
            or self._is_shouted(match)
        )

    def _is_surname(self, match: Match) -> bool:
        """After a given name or a title; only words people are called by."""
        if not people.may_be_personal(match.name.text):
            return False
        return people.has_full_name(self.flat, match.start, match.end) and self._pos_before(match) == "PROPN"

    def _in_full_name(self, match: Match) -> bool:
        """Part of somebody's name."""
        if self._is_surname(match):
            return True
        if not people.may_be_personal(match.name.text):
            return False
        token = self.view.token_at(match.start)
        return token is not None and token.ent_type_ == "PERSON" and self._shares_entity(token)

    def _shares_entity(self, token: Token) -> bool:
        beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
        return any(
            word.ent_type_ == "PERSON"
            and word.pos_ == "PROPN"
            and (word.ent_iob_ == "I" or token.ent_iob_ == "I")
            for word in beside
        )

    def _pos_before(self, match: Match) -> str:
        before = self.view.token_at(max(0, match.start - 2))
        return before.pos_ if before is not None else ""

    def _is_place(self, match: Match) -> bool:
        """Right after *in*: the country even where somebody is called so."""
        return self.flat.endswith((" in ", " across ", " throughout "), 0, match.start)

    def _in_address(self, match: Match) -> bool:
        left = self.flat.rfind(" ", 0, match.start) + 1
        return _ADDRESS.match(self.flat, left) is not None

    def _in_private_name(self, match: Match) -> bool:
        run = _RUN.match(self.flat, match.end)
        if not run:
            return False
        words = {form for word in run.group().split() for form in (word, word.rstrip(".,'"))}
        return not _PRIVATE_STATE & words and not words.isdisjoint(traps()["private"])

    def _is_town(self, match: Match) -> bool:
        """*Lebanon, Pennsylvania*; *Oregon and Washington*."""
        if match.name.via == "capital" and self._beside_state(match):
            return True
        state = _TOWN.match(self.flat, match.end)
        return (
            state is not None
            and match.name.text != "Georgia"
            and bool({state.group(1), state.group(1).rstrip(".")} & set(traps()["us_states"]))
        )

    def _is_dateline(self, match: Match) -> bool:
        """*Brussels, 3 June –* at a block's start says where it was written."""
        block = self.view.block_at(match.start)
        return (
            block is not None
            and block.start == match.start
            and _DATELINE.match(self.flat, match.end) is not None
        )

    def _beside_state(self, match: Match) -> bool:
        """Listed among states of the Union, as Washington is."""
        around = self.flat[max(0, match.start - 40) : match.end + 40]
        return any(
            re.search(
                rf"{state},? (?:and|or) {match.name.text}|{match.name.text},? (?:and |or )?{state}", around
            )
            for state in traps()["us_states"]
            if state in around
        )

    def _is_shouted(self, match: Match) -> bool:
        """`US` in a line of capitals may be the pronoun."""
        if match.name.text != "US":
            return False
        left = self.flat[max(0, match.start - 25) : match.start].split()
        right = self.flat[match.end : match.end + 25].split()
        around = [word for word in (left[-1:] + right[:1]) if any(letter.isalpha() for letter in word)]
        return bool(around) and all(word.isupper() and len(word) > 1 for word in around)

    # Which country, where the word alone does not say

    def _is_country_georgia(self, match: Match) -> bool:
        near = self.flat[max(0, match.start - _NEAR) : match.end + _NEAR]
        for text in (near, self.flat):
            country = _holds(text, traps()["georgia_country"])
            state = _holds(text, traps()["georgia_state"])
            if country != state:
                return country
        return False

    def _divided(self, match: Match) -> CountryHit | None:
        """Korea or Congo alone: the one that the text names elsewhere, if it is only one."""
        readings = traps()["ambiguous"].get(match.name.text, {})
        codes = tuple(code for code, words in readings.items() if any(word in self.flat for word in words))
        if len(codes) != 1:
            return None
        resolved = replace(match, name=replace(match.name, codes=codes))
        return self._hit(resolved, "named in full elsewhere")

    def _adjective(self, match: Match) -> CountryHit | None:
        token = self._span(match).root
        if self._is_language(match, token):
            return None
        people_noun = token.pos_ in ("NOUN", "PROPN") and not _modifies(token)
        return self._hit(match, match.name.text, "people" if people_noun else "demonym")

    def _is_language(self, match: Match, token: Token) -> bool:
        if match.name.text not in traps()["languages"]:
            return False
        if self.flat.startswith(tuple(traps()["language_after"]), match.end):
            return True
        if _modifies(token):
            return False
        verb = token.dep_ in ("dobj", "conj") and token.head.lemma_ in traps()["language_verbs"]
        return verb or (token.dep_ == "pobj" and token.head.lower_ in traps()["language_prepositions"])


_PRIVATE_STATE = frozenset(("Central", "Ministry", "Army", "Embassy", "Government"))


def _holds(text: str, words: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def _modifies(token: Token) -> bool:
    """Whether an adjective has its noun: *French troops*, not *the French*."""
    if token.dep_ in ("amod", "compound", "nmod", "poss") and token.head.i > token.i:
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text == "-")
