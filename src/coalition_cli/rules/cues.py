"""The cue lexicon: which words signal an attribution, what complements they take, which stance they carry.

`cue_tokens(view)` finds the cues of a document in one walk; every reported rule starts from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from coalition_cli.lexicons import load
from coalition_cli.records import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from coalition_cli.rules.view import View

Class = Literal["verb", "noun", "adjective"]
POS_CLASS: dict[str, Class] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon: `takes` maps each complement that the word takes to its stance."""

    word: str
    part: Class
    takes: Mapping[str, Stance]


@dataclass(frozen=True, slots=True)
class CueToken:
    """A token of a document that is a cue; `word` is its second word ("out" of "point out"), if any."""

    token: Token
    cue: Cue
    word: Token | None = None


@cache
def lexicon() -> dict[tuple[Class, str], Cue]:
    """Every single-word cue by its part of speech and lemma."""
    data = load("cues")
    found: dict[tuple[Class, str], dict[str, Stance]] = {}
    parts: tuple[tuple[Class, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("adjective", "adjectives"))
    for part, section in parts:
        for group in data[section]:
            for word in group["words"]:
                _take(found.setdefault((part, word), {}), group)
    return {(part, word): Cue(word, part, takes) for (part, word), takes in found.items()}


@cache
def phrasal() -> dict[str, dict[str, Cue]]:
    """Cues of a verb and a second word: verb lemma → second word → cue ("point" → "out")."""
    found: dict[str, dict[str, Cue]] = {}
    for entry in load("cues")["phrasal"]:
        takes: dict[str, Stance] = {}
        _take(takes, entry)
        words = found.setdefault(entry["verb"], {})
        words[entry["word"]] = Cue(f"{entry['verb']} {entry['word']}", "verb", takes)
    return found


def _take(takes: dict[str, Stance], group: dict[str, Any]) -> None:
    """Add a group's complements; the first group to name one decides its stance."""
    for complement in group["takes"]:
        takes.setdefault(complement, group["stance"])


def cue_of(token: Token) -> CueToken | None:
    """The cue that a token is, with its second word where it has one."""
    part = POS_CLASS.get(token.pos_)
    if part is None:
        return None
    if part == "verb" and (seconds := phrasal().get(token.lemma_)):
        for child in token.rights:
            if child.i - token.i <= 3 and (cue := seconds.get(child.lower_)):
                return CueToken(token, cue, child)
    cue = lexicon().get((part, token.lemma_.lower()))
    return None if cue is None else CueToken(token, cue)


@lru_cache(maxsize=2)
def cue_tokens(view: View) -> tuple[CueToken, ...]:
    """The cues of a document in text order, found in one walk over its tokens."""
    return tuple(found for token in view.doc if (found := cue_of(token)) is not None)


def takes(token: Token, complement: str) -> bool:
    """Whether a token is a cue that takes a complement ("quotation", "clause", "infinitive" …)."""
    found = cue_of(token)
    return found is not None and complement in found.cue.takes
