"""Turns of transcripts: what belongs to each label, and to the person in the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coalition_cli.documents.document import BlockKind
from coalition_cli.documents.structure.bearers import find_bearers
from coalition_cli.documents.structure.furniture import is_note
from coalition_cli.documents.structure.guests import find_guest
from coalition_cli.documents.structure.hearing import is_hearing
from coalition_cli.documents.structure.interview import mark_interview
from coalition_cli.documents.structure.labels import Label, find_labels, is_question_time
from coalition_cli.documents.structure.names import is_date
from coalition_cli.documents.structure.play import cast_of, is_direction
from coalition_cli.documents.structure.said import SPEECH
from coalition_cli.documents.structure.shapes import name_labels, past_time
from coalition_cli.documents.structure.title import (
    Title,
    announces,
    find_title,
    is_greeting,
    own_words,
    reads_as_speech,
)
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import plain, words

_MARKED = re.compile(r"#{1,6} \S|\*\*[^*:]{1,80}$")
"""A title in Markdown, or behind two asterisks as briefings have it: "**Grain ships"."""
_BOLD = re.compile(r"\*{1,2}|_{1,2}")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] (?=\S)")

INTRODUCTION = 8
"""Lines between a title and the speech that may introduce it."""
SAID_ON = 20
"""Words of a paragraph that goes on with a speech under a title within it: the notes under the titles of the
real transcripts at hand have 16 at most."""


def mark_turns(text: str, units: Sequence[Unit]) -> None:
    """Give turns, remarks, questions and answers their kind and source where the text is a transcript."""
    title = find_title(units)
    labels = find_labels(text, units, titled=title is not None)
    if labels:
        bearers = find_bearers(text, units, labels)
        labels = [replace(label, source=bearers.get(label.key, label.source)) for label in labels]
        _Transcript(units, labels, title, _answerer(units, labels)).mark()
    elif title is not None and not title.dialogue:
        noted = any(words().delivery_notes.fullmatch(plain(unit.text)) for unit in units[:12])
        if reads_as_speech(units[title.index + 1 :], noted=noted):
            units[title.index].kind = "heading"
            own = _own_labels(units, title)
            _mark_remarks(units, title.index + 1, len(units), title.source)
            for label in own:
                _leave_out(units[label.index], label, title)
    else:
        mark_interview(units, title)


def _answerer(units: Sequence[Unit], labels: Sequence[Label]) -> tuple[int, int] | None:
    """The guest of an interview whose labels are but Q and A."""
    guest = find_guest(units, labels[0].index) if all(label.key in ("Q", "A") for label in labels) else None
    return guest and guest.span


class _Transcript:
    """The turns of one text, marked in one walk."""

    def __init__(
        self,
        units: Sequence[Unit],
        labels: Sequence[Label],
        title: Title | None,
        guest: tuple[int, int] | None,
    ) -> None:
        self.units = units
        self.labels = {label.index: label for label in labels}
        self.first, self.last = labels[0].index, labels[-1].index
        self.title = title
        self.speaker = (title and title.source) or guest
        self.answered = any(label.role != "asks" for label in labels)
        self.asked = any(label.role == "asks" for label in labels)
        self.spoken: BlockKind | None = None
        self.headed = self.resumed = False
        self.hearing = is_hearing(units)
        self.introduced = self._opens_with_speech()
        self.whole = self.introduced or self._is_whole()
        self.reported = title is None and not self.hearing and any(unit.prose for unit in units[: self.first])
        self.headings = _headings(units, self.first, len(units))
        self.cast = cast_of(units, labels)

    def mark(self) -> None:
        """Decide every unit from the first label on, and the title's remarks before it."""
        if self.title is not None and self.whole:
            self.units[self.title.index].kind = "heading"
            if self.introduced:
                _mark_remarks(self.units, self.title.index + 1, self.first, self.speaker)
        turn: Label | None = None
        for index in range(self.first, len(self.units)):
            label = self.labels.get(index)
            if label is not None:
                turn, self.headed, self.resumed = label, False, False
                self._open(self.units[index], label)
            elif turn is not None and self.units[index].kind is None:
                self._go_on(index, turn)

    def _opens_with_speech(self) -> bool:
        """Whether the title's speaker speaks before the first label."""
        if self.title is None:
            return False
        before = self.units[self.title.index + 1 : self.first]
        return reads_as_speech(before, noted=not self.title.dialogue)

    def _is_whole(self) -> bool:
        """Whether the text as a whole is a transcript, not an article with an excerpt of one."""
        if self.hearing:
            return True
        total = sum(unit.words for unit in self.units)
        before = sum(unit.words for unit in self.units[: self.first])
        within = sum(unit.words for unit in self.units[self.first : self.last + 1])
        if self.title is not None:
            return before < total / 4 or all(label.role != "speaks" for label in self.labels.values())
        if before < total / 4 and is_question_time(self.units, list(self.labels.values())):
            # two labels are the whole of it, and the minister's answer may be as long as he likes
            return not any(unit.prose for unit in self.units[: self.first])
        return len(self.labels) >= 3 and before < total / 4 and within > total / 3

    def _belongs(self, index: int, turn: Label) -> bool:
        """Whether an unlabelled unit belongs to the turn above it.

        Under a title that stands between, only what reads as somebody's own words does, and the long
        paragraphs beside such words.
        """
        unit = self.units[turn.index]
        if turn.index == index - 1 and turn.body >= len(unit.text) and unit.start == unit.end:
            return True
        if past_time(self.units[index - 1].text) == len(self.units[index - 1].text):
            return True  # the time of the recording alone on the line above
        if self._leads_to_label(index):
            return False
        own = own_words(self.units[index])
        if not self.whole:
            return index < self.last and (own or self._is_listed(index))
        if self.headed and index not in self.headings:
            return own or (self.resumed and index < self.last and self._is_said_on(index))
        return index < self.last or not self.reported or own

    def _mark_marker(self, index: int) -> bool:
        """Make furniture of a line that says "speaker" above the name of the next one."""
        if index + 1 not in self.labels or self.units[index].text.casefold() not in words().markers:
            return False
        self.units[index].kind = "furniture"
        return True

    def _leads_to_label(self, index: int) -> bool:
        """Whether a unit is the page's own line above the next turn: "His second case is about a boat:"."""
        unit = self.units[index]
        return index + 1 in self.labels and unit.text.endswith(":") and not SPEECH.search(unit.text)

    def _is_said_on(self, index: int) -> bool:
        """Whether a unit is long enough for a speech, no entry of a list and no report of others."""
        unit = self.units[index]
        if unit.words < SAID_ON or not unit.closed or unit.bullet:
            return False
        return words().reported.search(unit.text) is None and words().reporting.search(unit.text) is None

    def _resumes(self, index: int) -> bool:
        """Whether somebody's own words stand between a title within a turn and the next label."""
        for below in range(index + 1, self.last):
            if below in self.labels:
                return False
            if self.units[below].kind is None and own_words(self.units[below]):
                return True
        return False

    def _is_listed(self, index: int) -> bool:
        """Whether a unit is an entry of a list that somebody's words above it lead up to."""
        above = self.units[index - 1]
        if not self.units[index].bullet or above.kind not in ("remarks", "question", "answer"):
            return False
        return above.bullet or above.text.endswith(":")

    def _open(self, unit: Unit, label: Label) -> None:
        head = unit.text[: label.body]
        if label.lines > 1:
            self.units[label.index + 1].kind = "furniture"
        _cut(unit, label.body)
        _cut(unit, past_time(unit.text))
        _close_bold(unit, head)
        if label.role == "asks":
            unit.kind, unit.source = "question", label.source
        elif label.role == "answers":
            unit.kind, unit.source = "answer", self.speaker
        else:
            unit.kind = "answer" if self.spoken in ("question", "answer") else "remarks"
            unit.source = label.source
        self.spoken = unit.kind
        _mark_note(unit)

    def _go_on(self, index: int, turn: Label) -> None:
        """Decide an unlabelled unit after a label: it goes on with the turn, or answers its question."""
        unit = self.units[index]
        if is_date(unit) or _mark_note(unit) or self._mark_marker(index):
            return
        if is_direction(self.units, index, self.cast) or not self._belongs(index, turn):
            return
        if index in self.headings:
            # one look ahead a turn: every further title would read the same paragraphs again
            self.resumed = self.resumed if self.headed else self._resumes(index)
            unit.kind, self.headed = "heading", True
            return
        _cut(unit, past_time(unit.text))
        if turn.role == "asks":
            asks = self.answered or (self.spoken == "question" and self._still_asks(index))
            unit.kind, unit.source = ("question", turn.source) if asks else ("answer", self.speaker)
        elif not self.asked and self._is_unlabelled_question(index):
            unit.kind = "question"
        else:
            unit.kind = "answer" if turn.role == "answers" or self.spoken == "answer" else self.spoken
            unit.source = self.speaker if turn.role == "answers" else turn.source
        self.spoken = unit.kind

    def _still_asks(self, index: int) -> bool:
        """Whether a question without its question mark yet goes on in this unit."""
        return self.units[index].text.endswith("?") and "?" not in self.units[index - 1].text

    def _is_unlabelled_question(self, index: int) -> bool:
        """Whether only answers are labelled, and this unit is what the next of them answers."""
        after = self.labels.get(index + 1)
        return after is not None and after.key == "A" and "?" in self.units[index].text


def _cut(unit: Unit, length: int) -> None:
    """Leave out what stands before the words of a turn."""
    unit.start += length
    unit.text = unit.text[length:]


def _close_bold(unit: Unit, head: str) -> None:
    """Leave out the marks at the end of a turn whose label opens them and does not close them."""
    mark = _BOLD.match(head)
    if mark and head.count(mark[0]) == 1 and unit.text.endswith(mark[0]):
        unit.text = unit.text.removesuffix(mark[0]).rstrip()
        unit.end = unit.start + len(unit.text)


def _own_labels(units: Sequence[Unit], title: Title) -> list[Label]:
    """The labels before remarks that name nobody but the one whom the title names ("THE PRESIDENT:")."""
    named = _names(units[title.index].text)
    return [
        label
        for label in name_labels(units, turns=True)
        if label.source and label.role == "speaks" and _names(label.key) <= named
    ]


def _leave_out(unit: Unit, label: Label, title: Title) -> None:
    """Cut off the label of the title's own speaker."""
    if unit.kind == "remarks":
        _cut(unit, label.body)
        unit.source = title.source or label.source


def _names(line: str) -> set[str]:
    """The words of a line, in small letters, that may name somebody."""
    return set(re.findall(r"\w+", line.casefold())) - words().courtesies - {"the"}


def _mark_note(unit: Unit) -> bool:
    """Make furniture of a note in brackets that is the whole of a turn or stands between turns."""
    if not is_note(unit.text):
        return False
    unit.kind, unit.source = "furniture", None
    return True


def _mark_remarks(units: Sequence[Unit], begin: int, end: int, source: tuple[int, int] | None) -> None:
    """Everything from the first sentence on is remarks; the lines before it are left to the front."""
    said = [unit.prose or unit.closed or is_greeting(unit) for unit in units[begin:end]]
    begin += said.index(True) if True in said else len(said)
    begin = _after_introduction(units, begin, end)
    headings = _headings(units, begin, end)
    for index in range(begin, end):
        unit = units[index]
        if unit.kind is not None or is_date(unit):
            continue
        if index in headings:
            unit.kind = "heading"
        else:
            _cut(unit, past_time(unit.text))
            unit.kind, unit.source = "remarks", source
            _mark_note(unit)


def _after_introduction(units: Sequence[Unit], begin: int, end: int) -> int:
    """Where the speech begins behind lines such as "The Prime Minister delivered the following statement"."""
    start = begin
    for index in range(begin, min(begin + INTRODUCTION, end)):
        if is_greeting(units[index]) or own_words(units[index]):
            break
        if announces(units[index]):
            start = index + 1
    return start


def _headings(units: Sequence[Unit], begin: int, end: int) -> frozenset[int]:
    """The units that are titles between turns: short, without a full stop, and few.

    Where a long unit has no full stop either, or many look like titles, full stops were left out, and none
    is a title but those marked as such in Markdown.
    """
    marked = frozenset(index for index in range(begin, end) if _MARKED.match(units[index].text))
    found = marked | frozenset(index for index in range(begin, end) if _is_heading(units, index))
    open_ended = any(
        unit.kind is None and unit.words > 10 and not unit.closed and unit.text[-1].isalnum()
        for unit in units[begin : min(end, len(units) - 1)]  # a page's last line may be cut off
    )
    return marked if open_ended or len(found) * 4 > end - begin else found


def _is_heading(units: Sequence[Unit], index: int) -> bool:
    """Whether a unit between turns is a title above the next one rather than something said."""
    unit = units[index]
    if unit.words > 10 or unit.closed or unit.quoted or index + 1 == len(units):
        return False
    number = _NUMBERED.match(unit.text)
    if number and any(_NUMBERED.match(beside.text) for beside in units[index - 1 : index + 2 : 2]):
        return False  # an entry of a list
    first = unit.text[number.end() :] if number else unit.text
    return first[0].isupper() and unit.text[-1] not in ",;:-–—"
