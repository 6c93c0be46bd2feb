"""What the engine reads needs no parse: it is read beside the parser, and for it when it would wait.

A text may be announced before it is parsed; else its reading begins when its parse arrives.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from coalition_cli.rules.candidate import Candidate

    Read = list[Candidate]

READERS = 1 if (os.cpu_count() or 1) < 3 else 2
"""Threads that read; one core is the parser's, and two readers are as fast as it."""

_KEY = "coalition_reading"


class Ahead:
    """The texts of one stream: announced, arrived with their parse, and taken in that order."""

    def __init__(self, read: Callable[[str], Read]) -> None:
        self._read = read
        self._pool = ThreadPoolExecutor(READERS)
        self._arrived: deque[tuple[Doc, Future[Read]]] = deque()

    def __len__(self) -> int:
        return len(self._arrived)

    def announce(self, doc: Doc) -> None:
        """Have a Doc's text read that is still to be parsed."""
        doc.user_data[_KEY] = self._pool.submit(self._read, doc.text)

    def arrive(self, doc: Doc) -> None:
        """A parsed Doc, whether it was announced or not."""
        if _KEY not in doc.user_data:
            self.announce(doc)
        self._arrived.append((doc, doc.user_data.pop(_KEY)))

    def take(self) -> tuple[Doc, Read]:
        """The Doc that arrived first and what was read in it; raises what reading it raised."""
        while not _is_read(self._arrived[0][1]) and self._help():
            pass
        doc, reading = self._arrived.popleft()
        return doc, reading.result()

    def _help(self) -> bool:
        """Read, in this thread, the last text that nobody has begun; false where there is none."""
        for place in reversed(range(len(self._arrived))):
            doc, reading = self._arrived[place]
            if not _is_read(reading) and reading.cancel():
                self._arrived[place] = (doc, self._done(doc.text))
                return True
        return False

    def _done(self, text: str) -> Future[Read]:
        reading: Future[Read] = Future()
        try:
            reading.set_result(self._read(text))
        except Exception as error:
            reading.set_exception(error)
        return reading

    def close(self) -> None:
        """Leave unread what nobody took."""
        self._pool.shutdown(cancel_futures=True)


def _is_read(reading: Future[Read]) -> bool:
    return reading.done() and not reading.cancelled()
