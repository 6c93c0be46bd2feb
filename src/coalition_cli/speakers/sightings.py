"""Every place where a person may be named, with what the text around it proves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli.speakers.firms import form_end, is_form, without_form
from coalition_cli.speakers.fold import fold
from coalition_cli.speakers.roles import role_after, role_before, role_gender
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.states import country_of
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from coalition_cli.speakers.runs import Run
    from coalition_cli.speakers.scan import Tokens

ENOUGH = 2  # points of evidence; one tag of the model is one point, so it never decides alone
_ACRONYM = 5  # letters of the longest acronyms that label turns (chosen by eye: NATO, UNHCR)
_PAIR = 2
_LONGEST = 5  # words of a person's name without titles


@dataclass(frozen=True, slots=True)
class Sighting:
    """One possible mention of a person: tokens `start` to `end` (the name alone) and the evidence found
    there.

    `key` are the folded words of the name without initials and suffixes; `points` adds up the evidence;
    `named` tells that it begins with a given name, `inner` that it does not begin a sentence; `roles` are
    the roles beside it, `gender` what title or role tells; `whole` that the model takes just these words for
    a name; `form` is the whole name where only a part of it stands here; `speaks` that it is a source or the
    subject of a verb of speech.
    """

    start: int
    end: int
    key: tuple[str, ...]
    points: int
    named: bool
    inner: bool
    roles: tuple[str, ...]
    gender: Gender | None
    loud: bool
    whole: bool = False
    form: str = ""
    speaks: bool = False


def sightings(tokens: Tokens, runs: Iterable[Run], heard: frozenset[int] = frozenset()) -> Iterator[Sighting]:
    """A sighting for each run that has a name and is not plainly something else.

    `heard` are the tokens that head the sources of attributions, where those are known.
    """
    named = [(run, name, name_key(tokens, *name)) for run in runs if (name := _trim(tokens, run))]
    firms = {key for _, name, key in named if _is_firm(tokens, *name)}
    for run, name, key in named:
        if key and key not in firms:
            yield _sighting(tokens, run, *name, key, heard)


def _is_firm(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of several words has a legal form at its end or behind it: "Jane Roe, Inc."."""
    return end - start > 1 and (form_end(tokens, end) > end or without_form(tokens, start, end) < end)


def _trim(tokens: Tokens, run: Run) -> tuple[int, int] | None:
    """The tokens of the name inside a run, or none where it cannot be a person's."""
    start, end = run.name, run.end
    while (
        start < end
        and not tokens[start].is_alpha
        and "." not in tokens[start].text
        and len(tokens[start].text) == 1
    ):
        start += 1
    size = end - start
    if not size or size > 2 * _LONGEST or not any(character.isalpha() for character in tokens[start].text):
        return None
    if _is_body(tokens, start, end) and not (_courtesy(tokens, start)[1] or _is_label(tokens, run, start)):
        return None
    return start, end


def _is_label(tokens: Tokens, run: Run, start: int) -> bool:
    """Whether a word in capitals is a turn's label: after a title, or too long for an acronym."""
    return run.label and (run.titled or len(tokens[start]) > _ACRONYM)


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the name is an organisation's: known, or ending as theirs do."""
    words = lexicon()
    texts = tuple(token.text for token in tokens[start:end])
    last = tokens[end - 1]
    if is_form(tokens[start:end]):
        return True
    if len(texts) == 1 and (last.lower_ in words.crowds or (len(last.text) > 1 and last.text.isupper())):
        return True
    if len(texts) > 1 and texts in words.bodies:
        return True
    if (
        len(texts) > 1
        and tokens[start].ent_type_ == "NORP"
        and all(text.lower() in words.honours for text in texts[1:])
    ):
        return True  # "a Tory MP"
    alone = len(texts) == 1 and not (start and tokens[start - 1].text[0].isupper())
    if last.lower_ in words.body_heads and not alone:
        return not (len(texts) == 2 and fold(texts[0]) in words.given and last.ent_type_ == "PERSON")
    return False


def _sighting(
    tokens: Tokens, run: Run, start: int, end: int, key: tuple[str, ...], heard: frozenset[int]
) -> Sighting:
    courtesy, known = _courtesy(tokens, start)
    before = None if run.loud else role_before(tokens, start, end)
    after = None if run.loud else role_after(tokens, end)
    roles = tuple(phrase_of(tokens, *role) for role in (before, after) if role)
    genders = {gender for gender in (courtesy, *map(role_gender, roles)) if gender}
    points = ENOUGH * (known or before is not None) + ENOUGH * (after is not None)
    points += _shape(tokens, start, end) + _company(tokens, start, end, heard)
    points += ENOUGH * (run.label or (run.signed and _may_sign(tokens, start, end)))
    if not known and (tokens[start].text,) in lexicon().bodies and end - start == 1:
        points = 0  # "Bloomberg" is the agency, unless somebody of that name is named in full
    if end - start == 1 and tokens[start].lower_ in lexicon().body_heads and not (known or roles):
        points = 0  # "Hall" is a building, unless somebody of that name is named in full
    if end - start > 1 and tokens[start].lower_ in lexicon().places and not (known or roles):
        points = 0
    return Sighting(
        start, end, key, points, fold(tokens[start].text) in lexicon().given,
        not tokens[start].is_sent_start, tuple(role for role in map(_clean, roles) if role),
        genders.pop() if len(genders) == 1 else None,
        run.loud and not (_ends_in_name(run, start, end) or _labels(tokens, start, end, heard)),
        _is_whole(tokens, start, end),
        speaks=any(token.i in heard or _speaks(token) for token in tokens[start:end]),
    )  # fmt: skip


def _labels(tokens: Tokens, start: int, end: int, heard: frozenset[int]) -> bool:
    """Whether a full name before a colon or bracket is a source, a heading or not: "Jane Roe (Sund):"."""
    return end - start > 1 and end - 1 in heard and end < len(tokens) and tokens[end].text[0] in ":("


def _ends_in_name(run: Run, start: int, end: int) -> bool:
    """Whether a run in a loud heading is a title and a name: where one goes on, nobody knows how far the name
    goes ("Widow Jane Roe Defends Mayor").
    """
    return run.titled and end - start <= _PAIR


def _courtesy(tokens: Tokens, start: int) -> tuple[Gender | None, bool]:
    """The gender that a courtesy title right before the name tells, and whether there is one."""
    titles = lexicon().titles
    index = start - 1 - (start > 1 and tokens[start - 1].text == ".")  # "MS. ROE" is cut before the stop
    title = tokens[index].lower_.rstrip(".") if start else ""
    return titles.get(title), title in titles


def _clean(role: str) -> str:
    """A role in one line, courtesy titles taken off; empty where nothing else was there."""
    words = role.split()
    while (
        words
        and words[-1].lower().rstrip(".") in lexicon().titles
        and words[-1].lower() not in lexicon().roles
    ):
        words.pop()
    return " ".join(words)


def _shape(tokens: Tokens, start: int, end: int) -> int:
    """Points for the words themselves: a given name first, the model's tag."""
    words, first = lexicon(), fold(tokens[start].text)
    points = 0
    if end - start > 1 and first in words.given:
        points += 1 if first in words.weak_given else ENOUGH
    return points + any(token.ent_type_ == "PERSON" for token in tokens[start:end])


def _is_whole(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words are one name to the model, of a person or, as it has many a foreign one, a place."""
    first, last = tokens[start], tokens[end - 1]
    return (
        end - start in (2, 3)
        and first.ent_iob_ == "B"
        and last.ent_type_ in ("PERSON", "GPE", "LOC")
        and all(token.ent_iob_ == "I" for token in tokens[start + 1 : end])
        and not (end < len(tokens) and tokens[end].ent_iob_ == "I" and tokens[end].text not in ("'s", "’s"))
        and first.lower_ not in lexicon().places
        and all(country_of(token.text) is None for token in tokens[start:end])
    )


def _may_sign(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a post's signature is somebody's name, by its words: "Jane Roe", not "Sund Today"."""
    words = tokens[start:end]
    return end - start in (2, 3) and all(
        word.is_title and word.ent_type_ in ("", "PERSON", "GPE") and country_of(word.text) is None
        for word in words
    )


def _company(tokens: Tokens, start: int, end: int, heard: frozenset[int]) -> int:
    """Points for what stands around: a source or the subject of a verb of speech, a *who*, a party in
    brackets.
    """
    spoke = (token.i in heard and token.ent_type_ == "PERSON" for token in tokens[start:end])
    points = int(any(spoke) or any(map(_speaks, tokens[start:end])))
    following = tokens[end : end + 2]
    return points + (
        len(following) == 2 and following[0].text == "," and following[1].lower_ in ("who", "whose")
    )


def _speaks(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.lower() in lexicon().speaking


def name_key(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """The folded words of a name: no initials, suffixes or honours; hyphenated parts joined to one word, an
    article before the hyphen left out ("Bashar al-Assad" is Assad too).
    """
    suffixes = lexicon().suffixes | lexicon().honours
    parts: list[str] = []
    joined = False
    for token in tokens[start:end]:
        if _is_nickname(tokens, token, end):
            continue
        if token.text in ("-", "–", "/"):
            if parts and parts[-1] in lexicon().prefixes:
                parts.pop()
            else:
                joined = bool(parts)
        elif joined:
            parts[-1] += fold(token.text)
            joined = False
        elif token.lower_ not in suffixes and token.text[0].isalnum():
            parts.append(fold(token.text))
    whole = [
        part for part in parts if not (len(part.rstrip(".")) == 1 or (len(part) <= 4 and part.endswith(".")))
    ]
    return tuple(part.replace("'", "").replace(".", "") for part in whole or parts)


def _is_nickname(tokens: Tokens, token: Token, end: int) -> bool:
    """Whether a word of a name stands in marks of its own: "William “Bill” Roe"."""
    if token.i == 0 or token.i + 1 >= end:
        return False
    before, after = tokens[token.i - 1], tokens[token.i + 1]
    return not (before.whitespace_ or token.whitespace_) and not any(map(_is_word, (before, after)))


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum() or token.text in ("-", "–", "/")
