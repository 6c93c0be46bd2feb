"""Marked words that are a name or a term, nobody's speech: “Coalition of the Willing”, so-called “backstop”.

What shows it: the words that introduce it, title case, one word that only qualifies the next; and once shown,
the same words in marks anywhere in the document are the same term. What opens a sentence before "he said" is
speech, whatever it looks like: “Me and Olga,” he said, “left early.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from coalition_cli.documents.marks import Quotation, pair_marks
from coalition_cli.documents.structure import read_blocks
from coalition_cli.lexicons import load

MOST_WORDS = 6
"""No longer stretch is a term: in PolNeAR train, 95 of 100 quotations of six words stand in a content."""

_WORD = re.compile(r"\w[\w’'.-]*")
_SENTENCE_ENDS = ("", "\n", ".", "!", "?", "…", "”", '"')
"""What stands before the first word of a sentence."""
_NEXT = re.compile(r"\s([a-z]+)")


def mark_terms(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, each with `term` set where its words are a name or a term."""
    maybe = [one for one in quotations if _is_short(text, one) and not _is_said(text, one)]
    shown = {_folded(text, one) for one in maybe if _shows_itself(text, one)}
    return [
        replace(one, term=True) if one in maybe and _folded(text, one) in shown else one for one in quotations
    ]


def speech(text: str) -> list[tuple[int, int]]:
    """Offsets of the outermost quotations of a text that are no terms, marks left out."""
    quotations = mark_terms(text, pair_marks(text, read_blocks(text)))
    return [(one.start, one.end) for one in quotations if one.depth == 0 and not one.term]


def _folded(text: str, quotation: Quotation) -> str:
    return " ".join(_WORD.findall(text[quotation.start : quotation.end].lower()))


def _is_short(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.start : quotation.end]
    # American printers put the full stop of the sentence inside the marks: known as “Wolf Pack.”
    ended = inner[-1] in "!?…" or (inner[-1] == "." and not _is_introduced(text, quotation))
    return 0 < len(_WORD.findall(inner)) <= MOST_WORDS and "\n" not in inner and not ended


def _is_said(text: str, quotation: Quotation) -> bool:
    """Whether a quotation opens its sentence, and a comma and words of saying close it."""
    before = text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip(" ")[-1:]
    inside, behind = text[quotation.end - 1], text[quotation.outer_end : quotation.outer_end + 60]
    if before not in _SENTENCE_ENDS or "," not in (inside, behind[:1]):
        return False
    return any(word in _words("saying") for word in _WORD.findall(behind.lstrip(", ").partition(",")[0])[:4])


def _shows_itself(text: str, quotation: Quotation) -> bool:
    shows = (_is_introduced, _is_name, _is_work, _is_nickname, _is_qualifier, _is_definite)
    return any(show(text, quotation) for show in shows)


def _is_introduced(text: str, quotation: Quotation) -> bool:
    before = text[max(0, quotation.outer_start - 20) : quotation.outer_start].rstrip().lower()
    return bool(_introducers().search(before))


def _is_name(text: str, quotation: Quotation) -> bool:
    """Title case, two large words at least, in a line that is not in title case itself, as a headline is."""
    line = text[text.rfind("\n", 0, quotation.outer_start) + 1 : quotation.outer_start]
    line += text[quotation.outer_end :].partition("\n")[0]
    return _is_title_case(text[quotation.start : quotation.end]) and not _is_title_case(line)


def _is_work(text: str, quotation: Quotation) -> bool:
    """Large first letter, and a word for what has a title before it, or behind it as what it is."""
    before = text[max(0, quotation.outer_start - 20) : quotation.outer_start]
    behind = text[quotation.outer_end : quotation.outer_end + 60]
    if not text[quotation.start].isupper():
        return False
    ahead, after = _works()
    return bool(ahead.search(before) or after.match(behind))


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """An article and large words, as in the man they call “the Professor”."""
    words = text[quotation.start : quotation.end].split()
    return len(words) in (2, 3, 4) and words[0] == "the" and all(word[0].isupper() for word in words[1:])


def _is_title_case(text: str) -> bool:
    large = [word for word in _WORD.findall(text) if word.lower() not in _words("small")]
    return len(large) >= 2 and all(not word[0].islower() for word in large)


def _is_qualifier(text: str, quotation: Quotation) -> bool:
    """One small-letter word before the noun it qualifies."""
    inner = text[quotation.start : quotation.end]
    follows = _NEXT.match(text, quotation.outer_end)
    return inner.islower() and inner.isalpha() and bool(follows) and follows[1] not in _words("after_alone")  # type: ignore[index]


def _is_definite(text: str, quotation: Quotation) -> bool:
    """Two or three small-letter words that "the" makes a thing of its own: the “reassurance force”."""
    words = text[quotation.start : quotation.end].split()
    before = text[max(0, quotation.outer_start - 5) : quotation.outer_start].lower()
    return (
        len(words) in (2, 3)
        and before.endswith(" the ")
        and all(word.isalpha() and word.islower() for word in words)
        and not any(word in _words("after_alone") or word.endswith(("est", "worst")) for word in words)
        and not text.startswith((" of ", " that ", " to "), quotation.outer_end)
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("terms")[name])


@cache
def _introducers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('terms')['introducers']))})$")


@cache
def _works() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a title, and what behind it: "film", ", her ninth studio album"."""
    ahead = "|".join(load("terms")["works"])
    behind = f"{ahead}|{'|'.join(load('terms')['works_behind'])}"
    owner = r"(?:his|her|its|their|the|a|an|my|our)"
    return (
        re.compile(rf"\b(?:{ahead})s?,?\s$", re.IGNORECASE),
        re.compile(rf"(?:,| is| was) {owner} (?:(?!(?:to|of|in|for|on)\b)[\w-]+ ){{0,4}}(?:{behind})\b"),
    )
