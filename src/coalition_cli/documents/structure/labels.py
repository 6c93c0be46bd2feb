"""Labels of turns: "Q.", "MR. EARNEST:", "John Smith:", or a name alone on its line, and their evidence.

A label's shape proves nothing ("Note:", "Iowa:"): labels count only together, when they come back, when
several people take turns, and when what follows them is what people say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from coalition_cli.documents.structure.billed import find_billed
from coalition_cli.documents.structure.bulleted import find_bulleted
from coalition_cli.documents.structure.exchange import find_exchange
from coalition_cli.documents.structure.glued import glued_labels
from coalition_cli.documents.structure.hearing import hearing_labels
from coalition_cli.documents.structure.names import capitalised_share
from coalition_cli.documents.structure.onesided import find_one_sided
from coalition_cli.documents.structure.people import by_person
from coalition_cli.documents.structure.said import (
    ENDS,
    EXCERPT,
    SHUT,
    SPEECH_SHARE,
    asks,
    is_spoken,
    turn_body,
)
from coalition_cli.documents.structure.shapes import (
    Label,
    is_diarised,
    is_titled,
    letter_labels,
    lone_labels,
    name_labels,
)
from coalition_cli.documents.structure.standing import find_standing, is_question_time
from coalition_cli.documents.structure.tags import find_tags
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

__all__ = ["Label", "find_labels", "is_question_time"]

HEADLINE = 0.7
"""The least share of long words with a capital in a title, as for the front's."""
ASKING_SHARE = 0.6
"""The least share of somebody's turns that end in a question mark for him to be the interviewer."""


def find_labels(text: str, units: Sequence[Unit], *, titled: bool) -> list[Label]:
    """The labels of a text in order, none where the evidence for turns is thin.

    `titled` says that the text's title announces somebody's remarks, so that one "Q." or one "Question:" is
    enough.
    """
    if tags := find_tags(units):
        return tags
    letters = letter_labels(units)
    taken = {label.index for label in letters}
    names, lone = _candidates(units, taken)
    hearing = by_person(hearing_labels(units))[0]
    one_sided = find_one_sided(units, [*names, *lone])
    if one_sided:
        names = one_sided
    elif _enough(text, units, names, with_asker=bool(letters) or (titled and _with_asker(names))):
        names = _with_further(units, names, lone, taken)
        heard = {label.index for label in names}
        names = by_person((*names, *(label for label in hearing if label.index not in heard)))[0]
    elif hearing:
        names = hearing
    else:
        names = find_exchange(units, [*names, *lone])
    if not (names or titled or _ask(units, letters)):
        letters = []
    if letters and not names:
        names = [label for label in name_labels(units, turns=True) if label.key in words().courtroom]
    if not (names or letters):
        names = find_standing(units) or find_bulleted(units) or find_billed(units)
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
    if is_diarised(names[0]) or names[0].body == len(units[0].text):
        return False
    again = any(label.key == names[0].key for label in names[1:])
    if not again and not units[0].text.partition(":")[0].isupper():
        return True
    body = turn_body(units, names[0])
    return not body.rstrip(SHUT).endswith(ENDS) or capitalised_share(body) >= HEADLINE


def _with_further(
    units: Sequence[Unit], names: Sequence[Label], lone: Sequence[Label], taken: Collection[int]
) -> list[Label]:
    """The labels of a text known to have turns: those in capitals, and the lone words that come back, too."""
    counts = Counter(label.key for label in lone)
    again = [label for label in lone if counts[label.key] > 1]
    taken = {*taken, *(label.index for label in (*names, *again))}
    further = [*name_labels(units, turns=True), *glued_labels(units, names)]
    further = [label for label in further if label.index not in taken]
    begin = names[0].index
    return by_person((*names, *(label for label in (*again, *further) if label.index > begin)))[0]


def _ask(units: Sequence[Unit], letters: Sequence[Label]) -> bool:
    """Whether the labels Q and A are enough by themselves: several, and what Q labels asks."""
    asked = [label for label in letters if label.role == "asks"]
    if not asked:
        return len(letters) >= 3
    return len(asked) > 1 and sum("?" in units[label.index].text for label in asked) * 2 >= len(asked)


def _with_asker(names: Sequence[Label]) -> bool:
    return any(label.role == "asks" for label in names)


def _enough(text: str, units: Sequence[Unit], names: Sequence[Label], *, with_asker: bool) -> bool:
    """Whether labels with names are turns of a talk: several people, who come back, and speak."""
    counts = Counter(label.key for label in names)
    if not names or (not with_asker and len(counts) < 2):
        return False
    again = len(names) >= 3 and max(counts.values()) > 1
    if not (with_asker or again or _known(text, names)):
        return False
    spoken = sum(is_spoken(units, label) for label in names)
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


def _interviewers(units: Sequence[Unit], names: Sequence[Label]) -> list[Label]:
    """The labels, those of somebody who mostly asks turned into askers where somebody else does not."""
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for label in names:
        turns[label.key] += 1
        asked[label.key] += asks(turn_body(units, label))
    asking = {key for key, count in turns.items() if count > 1 and asked[key] >= ASKING_SHARE * count}
    if len(asking) == len(turns):
        return list(names)
    return [replace(label, role="asks") if label.key in asking else label for label in names]
