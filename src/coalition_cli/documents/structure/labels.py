"""Labels of turns: "Q.", "MR. EARNEST:", "John Smith:", or a name alone on its line, and their evidence.

A label's shape proves nothing ("Note:", "Iowa:"): labels count only together, when they come back, when
several people take turns, and when what follows them is what people say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from coalition_cli.documents.structure.names import capitalised_share
from coalition_cli.documents.structure.shapes import (
    Label,
    by_person,
    holds_office,
    is_courteous,
    is_diarised,
    is_titled,
    letter_labels,
    lone_labels,
    name_labels,
    standing_labels,
)
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

__all__ = ["Label", "find_labels", "is_question_time"]

_SPEECH = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur|[Mm]e|[Uu]s)\b|\?")
_OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_ENDS = (".", "!", "?", "…", "—", "–", "-")
_SEAT = re.compile(r"[^()]+ \([^\W\d][^()\d]{2,60}\)")
_SHUT = "\"”'’*_) "  # what may stand behind the mark that ends a sentence

SPEECH_SHARE = 0.4
"""The least share of labelled turns that hold a first or second person or a question: lists of results and
profiles hold none, the transcripts in PolNeAR's train part and the seeds two thirds and more."""
EXCERPT = 20
"""Turns of an excerpt: in a longer talk somebody speaks twice."""
HEADLINE = 0.7
"""The least share of long words with a capital in a title, as for the front's."""
EXCHANGE_SHARE = 0.5
"""The least share of turns under lone words that hold a first person singular, a question at their end or a
greeting, so that the words are surnames: in the made interviews of the tests all do, in their columns of
tips, forecasts and weather at most one in three."""
CHANGES = 0.75
"""The least share of turns under lone words that somebody else's follow: an interview changes at each, and
one in four leaves room for a label said again after an aside."""
RETURNING = 1 / 3
"""The least share of the names alone on their lines that come back, so that a page of profiles is none."""
ASKING_SHARE = 0.6
"""The least share of somebody's turns that end in a question mark for him to be the interviewer."""


def find_labels(text: str, units: Sequence[Unit], *, titled: bool) -> list[Label]:
    """The labels of a text in order, none where the evidence for turns is thin.

    `titled` says that the text's title announces somebody's remarks, so that one "Q." is enough.
    """
    letters = letter_labels(units)
    taken = {label.index for label in letters}
    names, lone = _candidates(units, taken)
    if _enough(text, units, names, with_letters=bool(letters)):
        names = _with_further(units, names, lone, taken)
    else:
        names = _exchange(units, [*names, *lone])
    if not (names or titled or _ask(units, letters)):
        letters = []
    if not (names or letters):
        names = _standing(units)
    return sorted((*letters, *_interviewers(units, names)), key=lambda label: label.index)


def _candidates(units: Sequence[Unit], taken: Collection[int]) -> tuple[list[Label], list[Label]]:
    """The labels that name somebody by their shape, and the single words that may, without a headline."""
    shaped = [label for label in name_labels(units) if label.index not in taken]
    taken = {*taken, *(label.index for label in shaped)}
    names, lone = by_person(shaped, (label for label in lone_labels(units) if label.index not in taken))
    if names and names[0].index == 0 and _is_headline(units, names):
        del names[0]
    return names, lone


def _is_headline(units: Sequence[Unit], names: Sequence[Label]) -> bool:
    """Whether the first of the labels begins a headline, as in "Healey: plans are real".

    Its bearer may come back below, or bear capitals, as all in a record: then what follows the colon tells.
    """
    if is_diarised(names[0]):
        return False
    again = any(label.key == names[0].key for label in names[1:])
    if not again and not units[0].text.partition(":")[0].isupper():
        return True
    body = turn_body(units, names[0])
    return not body.rstrip(_SHUT).endswith(_ENDS) or capitalised_share(body) >= HEADLINE


def _with_further(
    units: Sequence[Unit], names: Sequence[Label], lone: Sequence[Label], taken: Collection[int]
) -> list[Label]:
    """The labels of a text known to have turns: those in capitals, and the lone words that come back, too."""
    counts = Counter(label.key for label in lone)
    again = [label for label in lone if counts[label.key] > 1]
    taken = {*taken, *(label.index for label in (*names, *again))}
    further = [label for label in name_labels(units, turns=True) if label.index not in taken]
    begin = names[0].index
    return by_person((*names, *(label for label in (*again, *further) if label.index > begin)))[0]


def _ask(units: Sequence[Unit], letters: Sequence[Label]) -> bool:
    """Whether the labels Q and A are enough by themselves: several, and what Q labels asks."""
    asked = [label for label in letters if label.role == "asks"]
    if not asked:
        return len(letters) >= 3
    return len(asked) > 1 and sum("?" in units[label.index].text for label in asked) * 2 >= len(asked)


def _enough(text: str, units: Sequence[Unit], names: Sequence[Label], *, with_letters: bool) -> bool:
    """Whether labels with names are turns of a talk: several people, who come back, and speak."""
    counts = Counter(label.key for label in names)
    if not names or (not with_letters and len(counts) < 2):
        return False
    again = len(names) >= 3 and max(counts.values()) > 1
    if not (with_letters or again or _known(text, names)):
        return False
    spoken = sum(_SPEECH.search(turn_body(units, label)) is not None for label in names)
    return spoken >= SPEECH_SHARE * len(names)


def _known(text: str, names: Sequence[Label]) -> bool:
    """Whether labels that do not come back are a machine's, or in capitals and name people: by title or name.

    A surname is known where the text writes it elsewhere; beside a title, two capitalised words will do.
    """
    if len(names) > EXCERPT:
        return False
    shown = [text[slice(*label.source)] for label in names if label.source]
    if not shown:  # "Question:" and "Answer:", but not "Reporter:" and "Audience:"
        return all(map(is_diarised, names)) or {label.role for label in names} >= {"asks", "answers"}
    if not all(map(str.isupper, shown)):
        return False
    titled = [is_titled(name.split()) for name in shown]
    return all(
        one or name.split()[-1].capitalize() in text or (any(titled) and " " in name)
        for one, name in zip(titled, shown, strict=True)
    )


def _exchange(units: Sequence[Unit], labels: Sequence[Label]) -> list[Label]:
    """The labels of a talk in which nothing but the taking of turns tells that lone words are surnames.

    Two or more come back, they alternate, each of them speaks for himself or asks, and somebody asks.
    """
    counts = Counter(label.key for label in labels)
    ordered = sorted(labels, key=lambda label: label.index)
    places = [place for place, label in enumerate(ordered) if counts[label.key] > 1]
    if len({ordered[place].key for place in places}) < 2:
        return []
    talk = ordered[places[0] : places[-1] + 1]
    changes = sum(one.key != other.key for one, other in pairwise(talk))
    speaking = [label for label in talk if _speaks_up(turn_body(units, label))]
    silent = {label.key for label in talk if counts[label.key] > 1} - {label.key for label in speaking}
    if silent or changes < CHANGES * (len(talk) - 1) or len(speaking) < EXCHANGE_SHARE * len(talk):
        return []
    return talk if any(_asks(turn_body(units, label)) for label in talk) else []


def _asks(body: str) -> bool:
    return body.rstrip(_SHUT).endswith("?")


def _speaks_up(body: str) -> bool:
    """Whether a sentence is one person's to another: a question, a greeting, or of himself."""
    if not body.rstrip(_SHUT).endswith(_ENDS):
        return False
    return _asks(body) or bool(_OWN.search(body)) or bool(words().greetings.fullmatch(plain(body)))


def turn_body(units: Sequence[Unit], label: Label) -> str:
    """The words of a labelled turn; where the label stands alone, those of the next unit."""
    unit = units[label.index]
    if label.body < len(unit.text):
        return unit.text[label.body :]
    return units[label.index + 1].text if label.index + 1 < len(units) else ""


def _standing(units: Sequence[Unit]) -> list[Label]:
    """The labels alone on their lines, as in parliamentary reports, where people take turns and speak.

    Where most bear a courtesy title or an office, it is enough that one of them comes back, and none need
    where a member's question is put to a minister.
    """
    found, _ = by_person(standing_labels(units))
    if found and found[0].index == 0 and _is_title(units, found):
        del found[0]
    named = [label for label in found if label.key not in words().nameless]
    counts = Counter(label.key for label in named)
    again = sum(count > 1 for count in counts.values())
    if len(counts) < 2 or not again:
        members = [label for label in named if _is_formal(units[label.index])]
        return members if is_question_time(units, members) else []
    formal = sum(_is_formal(units[label.index]) for label in named) * 2 > len(named)
    if not formal and (len(named) < 4 or again < RETURNING * len(counts)):
        return []
    spoken = sum(_is_said(units, label) for label in found)
    return found if spoken >= SPEECH_SHARE * len(found) else []


def is_question_time(units: Sequence[Unit], labels: Sequence[Label]) -> bool:
    """Whether labels alone on their lines are a record's: a member's, a question, the minister's below it.

    The member has a courtesy title and in brackets a seat, the minister an office and in brackets a name.
    """
    if len(labels) > EXCERPT or not all(_is_formal(units[label.index]) for label in labels):
        return False
    return any(
        is_courteous(units[one.index])
        and _SEAT.fullmatch(units[one.index].text)
        and holds_office(units[other.index])
        and one.index < other.index - 1
        and _asks(units[other.index - 1].text)
        for one, other in pairwise(labels)
    )


def _is_formal(unit: Unit) -> bool:
    return is_courteous(unit) or holds_office(unit)


def _is_title(units: Sequence[Unit], found: Sequence[Label]) -> bool:
    """Whether the first of the labels is the page's title: nobody's name, by what stands below it."""
    again = any(label.key == found[0].key for label in found[1:])
    return not (again or is_courteous(units[0]) or _is_said(units, found[0]))


def _is_said(units: Sequence[Unit], label: Label) -> bool:
    """Whether what stands under a name is said by its bearer, not told of him as on a page of profiles."""
    body = turn_body(units, label)
    opening = {part.strip(".,'’").casefold() for part in body.split()[:3]}
    own = set(label.key.split()) - words().titles - words().connectors
    return opening.isdisjoint(own) and _SPEECH.search(_QUOTED.sub("", body)) is not None


def _interviewers(units: Sequence[Unit], names: Sequence[Label]) -> list[Label]:
    """The labels, those of somebody who mostly asks turned into askers where somebody else does not."""
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for label in names:
        turns[label.key] += 1
        asked[label.key] += _asks(turn_body(units, label))
    asking = {key for key, count in turns.items() if count > 1 and asked[key] >= ASKING_SHARE * count}
    if len(asking) == len(turns):
        return list(names)
    return [replace(label, role="asks") if label.key in asking else label for label in names]
