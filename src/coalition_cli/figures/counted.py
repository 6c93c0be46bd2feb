"""What a figure counts: the noun phrase behind the number, without determiner, up to its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli import lexicons

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.figures.amounts import Amount
    from coalition_cli.rules.view import View

_HYPHENED = re.compile(r"(?:-|\s(?=[a-z]+-olds?\b))([A-Za-z]+)(?:-(?:olds?|long|plus|strong))?\b")
_OF = frozenset(("of", "among", "amongst"))
_OF_UNIT = frozenset(("of", "in"))
_SKIP = frozenset(("DET", "NUM", "PRON", "PUNCT"))
_WITHIN = frozenset(("ADJ", "NOUN", "PROPN", "ADV", "NUM"))
_LONGEST = 7  # words: a longer run is a clause that the tagger took for a noun phrase
_OPENING = frozenset(("“", '"', "‘", "'", "(", "+"))
_FEW = 12  # up to a dozen, "two-term" and "six-pointed" are terms; above, "99-county" is a count
_SQUARE = re.compile(r"-(square|cubic)-([a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the words, their head's token (none after a hyphen), and the unit if they are one.

    `elided` is true where the text leaves the noun out (*the six include*), `pointer` where a pronoun stands
    for it (*six of them*); `end` is where the phrase ends, below zero for half of a term.
    """

    text: str | None = None
    head: Token | None = None
    unit: str | None = None
    elided: bool = False
    pointer: bool = False
    end: int = 0


def find_counted(view: View, amount: Amount) -> Counted:
    """What stands behind an amount."""
    if amount.unit and amount.unit != "share":
        return _of_measure(view, amount)
    hyphened = _HYPHENED.match(view.text, amount.end)
    if hyphened:
        return _hyphened(view, amount, hyphened)
    following = _token_after(view, amount.end)
    if following is None:
        return Counted(elided=True)
    if following.lower_ in _OF:
        return _in_phrase(following)
    if amount.unit == "share" and following.lower_ in ("the", "all", "its", "their", "our", "these", "those"):
        return _noun_phrase(following)
    return _behind(view, amount, following)


def _token_after(view: View, offset: int) -> Token | None:
    """The token after an offset in the same sentence."""
    token = view.token_at(offset)
    if token is None:
        return None
    if token.idx < offset or token.is_space:
        token = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return None if token is None or token.is_sent_start else token


def _of_measure(view: View, amount: Amount) -> Counted:
    """*47 percent of voters*, *$5 billion in aid*."""
    following = _token_after(view, amount.end)
    if following is not None and following.lower_ in _OF_UNIT:
        inside = _in_phrase(following)
        if following.lower_ == "of" or _is_bare_noun(following, inside):
            return Counted(inside.text, inside.head, amount.unit, end=inside.end)
    return Counted(unit=amount.unit)


def _is_bare_noun(preposition: Token, inside: Counted) -> bool:
    """*In aid*, but not *in the bank*, *in Texas* or *in autumn*."""
    after = preposition.nbor(1).pos_ if preposition.i + 1 < len(preposition.doc) else ""
    if inside.head is None or inside.head.lower_ in lexicons.load("counted")["regards"]:
        return False
    return inside.head.pos_ == "NOUN" and after in ("NOUN", "ADJ")


def _hyphened(view: View, amount: Amount, found: re.Match[str]) -> Counted:
    """*A 30-nation coalition*, *a 67-year-old*; nothing for terms (*a two-state solution*)."""
    units = lexicons.load("units")
    noun, end = found.group(1).lower(), found.end()
    square = _SQUARE.match(view.text, amount.end)
    if square and square.group(2) in units["words"]:
        return Counted(unit=f"{square.group(1)} {units['words'][square.group(2)]}", end=square.end())
    unit = units["words"].get(noun.rstrip("s"))
    if unit:
        return Counted(unit=unit, end=end)
    token = view.token_at(found.start(1))
    many = amount.atom.digits and (amount.value or 0) > _FEW and token is not None and token.tag_ == "NN"
    if noun in units["hyphened"] or (many and noun not in units["not_hyphened"]):
        return Counted(text=None if noun == "strong" else noun, end=end)
    return Counted(elided=True, end=-1)


def _in_phrase(preposition: Token) -> Counted:
    """The noun after *of*: *six of the 30 countries* counts countries."""
    following = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    while following is not None and (following.pos_ in _SKIP or following.tag_ in ("PRP$", "PDT")):
        if following.pos_ == "PRON" and following.tag_ == "PRP":
            return Counted(elided=True, pointer=True)
        following = following.nbor(1) if following.i + 1 < len(following.doc) else None
    return Counted(elided=True) if following is None else _noun_phrase(following)


def _behind(view: View, amount: Amount, following: Token) -> Counted:
    """The noun phrase that the number opens: up to the noun it modifies, else a run of words."""
    number = view.token_at(amount.core_end - 1)
    head = number.head if number is not None and number.dep_ in ("nummod", "quantmod", "amod") else None
    if head is not None and head.i >= following.i and _joins(following, head):
        return _phrase([*following.doc[following.i : head.i], *_run(head)])
    if following.lower_ in lexicons.load("counted")["taken_up"] and not _opens_noun(following):
        return Counted(elided=True, pointer=True)
    if following.lower_ in lexicons.load("counted")["victims"]:
        return Counted(following.text, following, end=following.idx + len(following))
    if following.pos_ not in ("ADJ", "NOUN", "PROPN") and following.text not in _OPENING:
        return Counted(elided=True)
    return _noun_phrase(following)


def _opens_noun(token: Token) -> bool:
    """Whether a noun phrase goes on after a token: *20,000 more jobs*."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ in ("ADJ", "NOUN", "PROPN")


def _joins(first: Token, head: Token) -> bool:
    """Whether the words from one to a noun are one phrase."""
    between = first.doc[first.i : head.i]
    short = len(between) < _LONGEST and head.pos_ in ("NOUN", "PROPN")
    return short and not any(
        token.is_sent_start or token.is_space or token.text in ".;:()—–" for token in between
    )


def _noun_phrase(first: Token) -> Counted:
    """The run of adjectives and nouns from a token on, up to its head."""
    while (first.pos_ in ("DET", "PRON", "NUM") or first.text in _OPENING) and first.i + 1 < len(first.doc):
        first = first.nbor(1)
    return _phrase(_run(first))


def _phrase(words: list[Token]) -> Counted:
    """The counted thing, or the unit, that a noun phrase names."""
    while words and words[-1].pos_ not in ("NOUN", "PROPN"):
        words.pop()
    if not words:
        return Counted(elided=True)
    head = words[-1]
    unit = _measured(words)
    if unit:
        return Counted(head=head, unit=unit, end=head.idx + len(head))
    ignored = lexicons.load("counted")["not_modifiers"]
    while len(words) > 1 and (words[0].text in ignored or words[0].text in _OPENING):
        words.pop(0)
    return Counted(_text(words[0], head), head, end=head.idx + len(head))


def of_subject(number: Token) -> str | None:
    """What a number says of its subject: *allied troops, which could number between 10,000 and 30,000*."""
    for verb in number.ancestors:
        if verb.lemma_ in lexicons.load("counted")["amounts_to"]:
            subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
            if subject is not None and subject.tag_ in ("WDT", "WP"):
                subject = verb.head if verb.dep_ == "relcl" else None
            return _phrase_to(subject) if subject is not None and subject.tag_ == "NNS" else None
        if verb.pos_ not in ("NUM", "ADP", "SYM"):
            return None
    return None


def _phrase_to(head: Token) -> str | None:
    """The noun with its modifiers from the left."""
    first = next((token for token in head.subtree if token.pos_ in ("ADJ", "NOUN", "PROPN")), head)
    return _text(first, head) if first.i <= head.i else None


def _text(first: Token, last: Token) -> str:
    """The words from one token to another, on one line."""
    return " ".join(first.doc[first.i : last.i + 1].text.split())


def _run(token: Token) -> list[Token]:
    """Adjectives, nouns and what joins them, up to the head of the phrase."""
    words: list[Token] = []
    while len(words) < _LONGEST:
        joins = bool(words) and (token.text in ("-", "/") or (token.tag_ == "POS" and token.pos_ == "PART"))
        verbal = token.tag_ in ("VBN", "VBG") and token.dep_ == "amod"
        if (
            not (joins or verbal or token.pos_ in _WITHIN)
            or token.is_space
            or (words and token.is_sent_start)
        ):
            break
        if words and _closes(words[-1], token):
            break
        words.append(token)
        if token.i + 1 == len(token.doc):
            break
        token = token.nbor(1)
    return words


def _closes(last: Token, token: Token) -> bool:
    """Whether the phrase ends before a token: a noun not modified by this one (*30 countries Friday*)."""
    if (
        last.pos_ not in ("NOUN", "PROPN")
        or last.text.endswith("-")
        or token.text in ("-", "/")
        or token.tag_ == "POS"
    ):
        return False
    builds = last.dep_ in ("compound", "nmod", "amod", "npadvmod", "poss") and last.head.i >= token.i
    return not builds or token.pos_ == "ADV"


def _measured(words: list[Token]) -> str | None:
    """The unit that the noun is, if it is one: *years*, *square miles*."""
    units = lexicons.load("units")
    head = words[-1]
    unit = units["words"].get(head.lemma_.lower())
    if unit is None or head.pos_ == "PROPN":
        return None
    before = words[-2].lower_ if len(words) > 1 else ""
    return f"{before} {unit}" if before in units["prefixes"] else str(unit)
