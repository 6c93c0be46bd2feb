"""Turns of transcripts: what belongs to each label, and to the person in the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coalition_cli.documents.document import BlockKind
from coalition_cli.documents.structure.askers import with_role
from coalition_cli.documents.structure.bearers import find_bearers
from coalition_cli.documents.structure.cuts import close_bold, cut, mark_note
from coalition_cli.documents.structure.guests import find_guest
from coalition_cli.documents.structure.headings import find_headings
from coalition_cli.documents.structure.hearing import is_hearing
from coalition_cli.documents.structure.interview import mark_interview
from coalition_cli.documents.structure.labels import Label, find_labels
from coalition_cli.documents.structure.names import is_date
from coalition_cli.documents.structure.play import cast_of, is_cast, is_direction
from coalition_cli.documents.structure.remarks import leave_out, mark_remarks, own_labels
from coalition_cli.documents.structure.said import SPEECH, tells_of_bearer
from coalition_cli.documents.structure.shapes import past_time
from coalition_cli.documents.structure.title import (
    Title,
    find_title,
    own_words,
    reads_as_speech,
)
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.whole import is_whole
from coalition_cli.documents.structure.words import plain, words

SAID_ON = 20
"""Words of a paragraph that goes on with a speech under a title within it: the notes under the titles of the
real transcripts at hand have 16 at most."""


def mark_turns(text: str, units: Sequence[Unit]) -> None:
    """Give turns, remarks, questions and answers their kind and source where the text is a transcript."""
    title = find_title(units)
    labels = find_labels(text, units, titled=title is not None)
    if labels:
        bearers = find_bearers(text, units, labels)
        labels = [with_role(units, label) for label in labels]
        labels = [replace(label, source=bearers.get(label.key, label.source)) for label in labels]
        _Transcript(units, labels, title, _answerer(units, labels)).mark()
    elif title is not None and not title.dialogue:
        noted = any(words().delivery_notes.fullmatch(plain(unit.text)) for unit in units[:12])
        if reads_as_speech(units[title.index + 1 :], noted=noted):
            units[title.index].kind = "heading"
            own = own_labels(units, title)
            mark_remarks(units, title.index + 1, len(units), title.source)
            for label in own:
                leave_out(units[label.index], label, title)
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
        self.whole = self.introduced or is_whole(units, labels, title, hearing=self.hearing)
        self.reported = title is None and not self.hearing and any(unit.prose for unit in units[: self.first])
        self.headings = find_headings(units, self.first, len(units))
        self.cast = cast_of(units, labels)

    def mark(self) -> None:
        """Decide every unit from the first label on, and the title's remarks before it."""
        if self.title is not None and self.whole:
            self.units[self.title.index].kind = "heading"
            if self.introduced:
                mark_remarks(self.units, self.title.index + 1, self.first, self.speaker)
        turn: Label | None = None
        for index in range(self.first, len(self.units)):
            label = self.labels.get(index)
            if label is not None:
                turn, self.headed, self.resumed = label, False, False
                self._open(self.units[index], label)
            elif self.units[index].kind == "heading":  # the title of another talk
                turn = None
            elif turn is not None and self.units[index].kind is None:
                self._go_on(index, turn)

    def _opens_with_speech(self) -> bool:
        """Whether the title's speaker speaks before the first label."""
        if self.title is None:
            return False
        before = self.units[self.title.index + 1 : self.first]
        return reads_as_speech(before, noted=not self.title.dialogue)

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
        if self._leads_to_label(index) or (turn.source and tells_of_bearer(self.units[index].text, turn)):
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
        cut(unit, label.body)
        cut(unit, past_time(unit.text))
        close_bold(unit, head)
        if label.role == "asks":
            unit.kind, unit.source = "question", label.source
        elif label.role == "answers":
            unit.kind, unit.source = "answer", self.speaker
        else:
            unit.kind = "answer" if self.spoken in ("question", "answer") else "remarks"
            unit.source = label.source
        self.spoken = unit.kind
        mark_note(unit)

    def _go_on(self, index: int, turn: Label) -> None:
        """Decide an unlabelled unit after a label: it goes on with the turn, or answers its question."""
        unit = self.units[index]
        if is_date(unit) or mark_note(unit) or is_cast(unit) or self._mark_marker(index):
            return
        if is_direction(self.units, index, self.cast) or not self._belongs(index, turn):
            return
        if index in self.headings:
            # one look ahead a turn: every further title would read the same paragraphs again
            self.resumed = self.resumed if self.headed else self._resumes(index)
            unit.kind, self.headed = "heading", True
            return
        cut(unit, past_time(unit.text))
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
