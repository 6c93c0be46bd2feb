"""PDF files: the text of their pages in the order of the file, as pypdfium2 has it.

Takes: a file with text in it.
Leaves: scanned pages, in which there are only pictures.
"""

from __future__ import annotations

from coalition_cli.documents.formats.reader import reader
from coalition_cli.errors import InputError

SUFFIXES = (".pdf",)
MAGIC = b"%PDF-"

_HYPHEN = "\ufffe"
"""What pypdfium2 puts for the hyphen of a word that is broken over two lines."""


def text_of(data: bytes, where: str) -> str:
    """The text of the pages, a printed line a line; words broken over two lines are whole.

    Raises `InputError` for a broken or locked file, and where pypdfium2 is not installed.
    """
    pdfium = reader("pypdfium2", "pdf", where)
    try:
        with pdfium.PdfDocument(data) as file:
            pages = [page.get_textpage().get_text_bounded() for page in file]
    except pdfium.PdfiumError as error:
        remedy = "open it in a viewer and save it anew, without a password"
        raise InputError(f"not a PDF that can be read: {error}", where=where, remedy=remedy) from None
    text = "\n".join(pages).replace("\r\n", "\n")
    return text.replace(f"{_HYPHEN}\n", "").replace(_HYPHEN, "")
