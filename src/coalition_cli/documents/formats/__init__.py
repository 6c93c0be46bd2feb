"""A file's bytes to its text: plain text as it stands; web pages, PDF and Word files as a reader has them.

The format is told by the first bytes, for a web page also by the file's name. Offsets then count in the text
that came out; only plain text is sure to come out the same with every version of a reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.documents.decode import decode
from coalition_cli.documents.formats import docx, html, pdf

if TYPE_CHECKING:
    from collections.abc import Callable

SUFFIXES = frozenset((*html.SUFFIXES, *pdf.SUFFIXES, *docx.SUFFIXES))
"""Names that files of these formats end in."""

_READERS: dict[bytes, Callable[[bytes, str], str]] = {pdf.MAGIC: pdf.text_of, docx.MAGIC: docx.text_of}


def text_and_date(data: bytes, where: str) -> tuple[str, str | None]:
    """The text of some bytes, and the day (YYYY-MM-DD) that a web page gives itself.

    `where` is the file's path, for messages. Raises `InputError` for bytes that hold no text, a broken file,
    and a format whose reader is not installed.
    """
    for magic, text_of in _READERS.items():
        if data.startswith(magic):
            return text_of(data, where), None
    text = decode(data, where)
    return html.text_and_date(text, where) if html.is_page(text, where) else (text, None)
