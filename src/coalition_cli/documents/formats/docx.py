"""Word files (.docx): the paragraphs of the document's body, without headers, footers and notes.

Takes: what stands in the text, tables and insertions too.
Leaves: what was deleted and only kept to show it.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from coalition_cli.documents.decode import REMEDY
from coalition_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree

SUFFIXES = (".docx",)
MAGIC = b"PK\x03\x04"

_BODY = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "\u2011"}
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset((f"{_WORD}pPr", f"{_WORD}rPr", _TWICE))
"""Properties, whose tab stops are no tabs, and what older programs show in place of what stands beside it."""


def text_of(data: bytes, where: str) -> str:
    """The paragraphs of a Word file, a line each; raises `InputError` for any other archive."""
    from xml.etree import ElementTree
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            body = ElementTree.fromstring(archive.read(_BODY))
        return "\n".join("".join(_words(paragraph)) for paragraph in _paragraphs(body))
    except (BadZipFile, KeyError, ElementTree.ParseError, OSError, RuntimeError) as error:
        raise InputError(f"an archive, but no Word file: {error}", where=where, remedy=REMEDY) from None


def _paragraphs(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The paragraphs under an element in the order of the file; those of a text box follow its own."""
    for part in element:
        if part.tag == f"{_WORD}p":
            yield part
        if part.tag not in _SKIPPED:
            yield from _paragraphs(part)


def _words(element: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph in pieces, without that of the paragraphs inside it."""
    for part in element:
        if part.tag == f"{_WORD}t":
            yield part.text or ""
        elif part.tag != f"{_WORD}p" and part.tag not in _SKIPPED:
            yield _BREAKS.get(part.tag, "")
            yield from _words(part)
