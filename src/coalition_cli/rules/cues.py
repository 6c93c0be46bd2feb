"""The cue lexicon: which words signal an attribution, what complements they take, which stance they carry.

`cue_tokens(view)` finds the cues of a document in one walk; every reported rule starts from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from coalition_cli.lexicons import load
from coalition_cli.records import Stance
from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

Class = Literal["verb", "noun", "adjective"]
_NEAR = 3  # words to the second one of a cue (2 and 6: the same in 80 texts of train; 1: worse)
_PASSIVE = frozenset(("nsubjpass", "auxpass"))
POS_CLASS: dict[str, Class] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}

COMPLEMENTS = {
    "verb-clause": "clause",
    "parenthetical": "clause",
    "as-clause": "clause",
    "according-to": "clause",
    "between-commas": "clause",
    "source-cue-clause": "clause",
    "verb-infinitive": "infinitive",
    "verb-told": "told",
    "verb-gerund": "gerund",
    "verb-object": "object",
    "passive": "object",
    "passive-infinitive": "infinitive",
    "noun-clause": "clause",
    "noun-infinitive": "infinitive",
    "adjective-clause": "clause",
    "adjective-infinitive": "infinitive",
}
"""The shape of a reported proposal, or the ID of a rule, to the complement of the lexicon that it needs."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon: `takes` maps each complement that the word takes to its stance.

    A complement is one of those that `cues.yaml` explains, or the preposition that brings it.

    A word outside the lexicon that stands before a clause is a cue too, one that takes nothing known.
    """

    word: str
    part: Class
    takes: Mapping[str, Stance]

    def stance(self, shape: str = "") -> Stance | Literal["unknown"]:
        """The stance of the word before the complement of a shape, else before its first complement."""
        found: Stance | None = self.takes.get(COMPLEMENTS.get(shape, ""))
        return next(iter(self.takes.values()), "unknown") if found is None else found


class CueToken:
    """A token of a document that is a cue; `word` is its second word ("out" of "point out"), if any.

    `before` and `after` are the token's children on either side, `last` the index of the cue's last word.
    """

    __slots__ = ("after", "before", "cue", "last", "token", "word")

    def __init__(self, token: Token, cue: Cue, word: Token | None = None) -> None:
        self.token = token
        self.cue = cue
        self.word = word
        self.before = tuple(token.lefts)
        self.after = tuple(token.rights)
        self.last: int = token.i if word is None else max(token.i, word.i)

    @property
    def children(self) -> tuple[Token, ...]:
        """The token's children in text order."""
        return self.before + self.after

    @property
    def is_passive(self) -> bool:
        """Whether a verb stands in the passive."""
        return has_passive(self.before)

    @property
    def seems(self) -> bool:
        """Whether the cue tells how things seem, to nobody named."""
        return "seeming" in self.cue.takes


def has_passive(children: Iterable[Token]) -> bool:
    """Whether the children of a verb show that it stands in the passive."""
    return any(child.dep_ in _PASSIVE for child in children)


def subject_among(children: Iterable[Token]) -> Token | None:
    """The first child of a verb that is its subject in the active."""
    return next((child for child in children if child.dep_ == "nsubj"), None)


@cache
def lexicon() -> dict[str, dict[str, Cue]]:
    """Every single-word cue by its part of speech as spaCy names it and by its lemma."""
    data = load("cues")
    tables: dict[str, dict[str, Cue]] = {}
    parts: tuple[tuple[Class, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("adjective", "adjectives"))
    for part, section in parts:
        found: dict[str, dict[str, Stance]] = {}
        for group in data[section]:
            for entry in group["words"]:
                word, _, preposition = entry.partition(" ")
                if preposition:
                    found.setdefault(word, {}).setdefault(preposition, group["stance"])
                else:
                    _take(found.setdefault(word, {}), group)
        tables[part] = {word: Cue(word, part, takes) for word, takes in found.items()}
    return {tag: tables[part] for tag, part in POS_CLASS.items()}


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


@cache
def _lemmas() -> dict[str, str]:
    """Lemmas that the language model gets wrong, and the right ones."""
    return dict(load("cues")["lemmas"])


def cue_of(token: Token) -> CueToken | None:
    """The cue that a token is, with its second word where it has one."""
    table = lexicon().get(token.pos_)
    if table is None:
        return None
    lemma = token.lemma_.lower()
    lemma = _lemmas().get(lemma, lemma)
    if lemma in phrasal() and token.pos_ == "VERB":
        seconds = phrasal()[lemma]
        for child in token.rights:
            if child.i - token.i <= _NEAR and (cue := seconds.get(child.lower_)):
                return CueToken(token, cue, child)
    found = table.get(lemma)
    if token.tag_ == "VBN" and token.lower_ in lexicon()["ADJ"]:
        found = lexicon()["ADJ"][token.lower_]
    return None if found is None else CueToken(token, found)


def cue_within(view: View, span: Offsets) -> CueToken | None:
    """The first cue of the lexicon inside a stretch, auxiliaries passed over."""
    words = (cue_of(token) for token in view.tokens(span) if token.dep_ not in ("aux", "auxpass"))
    return next((found for found in words if found is not None), None)


@lru_cache(maxsize=2)
def cue_tokens(view: View) -> dict[Class, tuple[CueToken, ...]]:
    """The cues of a document's prose by part of speech, in text order, found in one walk over its tokens."""
    found: dict[Class, list[CueToken]] = {"verb": [], "noun": [], "adjective": []}
    tags = lexicon()
    seen: set[int] = set()
    clauses: set[int] = set()
    for token in _prose(view):
        if token.dep_ == "ccomp":
            clauses.add(token.head.i)
        if token.pos_ in tags and (cue := cue_of(token)) is not None:
            found[cue.cue.part].append(cue)
            seen.add(token.i)
    for index in sorted(clauses - seen):
        token = view.doc[index]
        if token.pos_ == "VERB":
            found["verb"].append(CueToken(token, Cue(token.lemma_.lower(), "verb", {})))
    return {part: tuple(cues) for part, cues in found.items()}


def _prose(view: View) -> Iterator[Token]:
    """The tokens of the blocks in which somebody may be said to say something."""
    for block in view.blocks:
        if block.kind in PROSE:
            first, last = view.token_at(block.start), view.token_at(block.end - 1)
            if first is not None and last is not None:
                yield from view.doc[first.i : last.i + 1]


def takes(token: Token, complement: str) -> bool:
    """Whether a token is a cue that takes a complement ("quotation", "clause", "infinitive" …)."""
    found = cue_of(token)
    return found is not None and complement in found.cue.takes
