"""What is read beside the parser: each text once, in order, and by whoever has time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import spacy

from coalition_cli.components import ahead
from coalition_cli.components.ahead import Ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coalition_cli.rules.candidate import Candidate

BLANK = spacy.blank("en")
WORDS = [f"text {number}" for number in range(6)]


class Reader:
    """Notes which thread read what; waits with the texts it is told to hold."""

    def __init__(self) -> None:
        self.by: dict[str, str] = {}
        self.times: list[str] = []
        self.held: dict[str, threading.Event] = {}
        self.begun = threading.Event()

    def __call__(self, text: str) -> list[Candidate]:
        self.times.append(text)
        self.by[text] = threading.current_thread().name
        self.begun.set()
        if text in self.held:
            assert self.held[text].wait(20)
        return []


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setattr(ahead, "READERS", 1)
    reader = Reader()
    yield reader
    for event in reader.held.values():
        event.set()


def after(reader: Reader, text: str, then: Callable[[], object]) -> Callable[[str], list[Candidate]]:
    """Reads as `reader` does, and does something once `text` has been read."""

    def read(given: str) -> list[Candidate]:
        found = reader(given)
        if given == text:
            then()
        return found

    return read


def test_texts_are_taken_in_order_and_each_is_read_once(reader: Reader) -> None:
    one = Ahead(reader)
    docs = [BLANK.make_doc(text) for text in WORDS]
    for doc in docs[::2]:
        one.announce(doc)
    for doc in docs:
        one.arrive(doc)
    assert [one.take()[0].text for _ in WORDS] == WORDS
    assert not one
    one.close()
    assert sorted(reader.times) == WORDS
    assert not any(doc.user_data for doc in docs)


def test_an_announced_text_is_read_before_it_arrives(reader: Reader) -> None:
    one = Ahead(reader)
    one.announce(BLANK.make_doc("early"))
    assert reader.begun.wait(20)
    one.close()
    assert reader.by["early"] != threading.current_thread().name


def test_who_would_wait_reads_the_last_texts(reader: Reader) -> None:
    reader.held["text 0"] = threading.Event()
    one = Ahead(after(reader, "text 4", reader.held["text 0"].set))
    for text in WORDS:
        one.arrive(BLANK.make_doc(text))
    assert reader.begun.wait(20)
    assert [one.take()[0].text for _ in WORDS] == WORDS  # waits for ever where nobody helps
    one.close()
    mine = threading.current_thread().name
    assert reader.times[:3] == ["text 0", "text 5", "text 4"]
    assert reader.by["text 5"] == reader.by["text 4"] == mine != reader.by["text 0"]
    assert sorted(reader.times) == WORDS


def test_a_text_whose_reading_was_given_up_is_read_all_the_same(reader: Reader) -> None:
    reader.held["text 0"] = threading.Event()
    first, second = Ahead(reader), Ahead(reader)
    first.announce(BLANK.make_doc("text 0"))
    doc = BLANK.make_doc("text 1")
    first.announce(doc)
    second.arrive(doc)
    assert reader.begun.wait(20)
    threading.Timer(0.1, reader.held["text 0"].set).start()
    first.close()
    assert second.take() == (doc, [])
    second.close()
    assert reader.times == ["text 0", "text 1"]


def test_what_reading_raises_is_raised_with_its_text(reader: Reader) -> None:
    def read(text: str) -> list[Candidate]:
        if text == "text 1":
            raise KeyError(text)
        return reader(text)

    one = Ahead(read)
    for text in WORDS[:2]:
        one.arrive(BLANK.make_doc(text))
    assert one.take()[0].text == "text 0"
    with pytest.raises(KeyError):
        one.take()
    one.close()
