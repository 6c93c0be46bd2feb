"""Bytes to text: byte order mark, then UTF-8, then Windows-1252; what is not text is refused."""

from __future__ import annotations

import codecs
import re
import warnings

from coalition_cli.errors import InputError, InputWarning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_SAMPLE = 65536
"""Bytes looked at to tell a text from binary data."""
_SURE = re.compile(rb"\xe2[\x80-\x84][\x80-\xbf]|[\xc2\xc3][\xa1-\xba\xbc-\xbf]")
"""Quotation marks, dashes and Western letters in UTF-8, which Windows-1252 reads as â€œ and Ã¤: nobody writes
that, so one of them outweighs two broken bytes."""
REMEDY = "give a text, HTML, PDF or Word file"
"""What to do about a file of any other kind."""


def decode(data: bytes, where: str, line: int | None = None) -> str:
    """The text of some bytes exactly as they stand: no newline changed, a byte order mark no part of it.

    Raises InputError for bytes that are no text (NUL bytes, or one in ten of them control characters). Bytes
    that are not UTF-8 are read as Windows-1252, or, where most of their non-ASCII characters are good UTF-8,
    as UTF-8 with U+FFFD for the broken ones; both with an InputWarning that names `where` and `line`.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, where)
    sample = data[:_SAMPLE]
    if b"\0" in data or len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 10:
        raise InputError("not a text file", where=where, line=line, remedy=REMEDY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, where if line is None else f"{where}:{line}")


def _strictly(data: bytes, encoding: str, where: str) -> str:
    """Bytes in the encoding that their mark announces, U+FFFD with a warning for what breaks it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        _warn(f"{where}: not all of it is {encoding}, as its first bytes say; broken bytes became U+FFFD")
        return data.decode(encoding, "replace")


def _legacy(data: bytes, where: str) -> str:
    """Bytes that are not valid UTF-8: damaged UTF-8 or Windows-1252, whichever explains more of them."""
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    good = sum(character > "\x7f" for character in repaired) - broken
    if good + 2 * len(_SURE.findall(data)) > broken:
        _warn(f"{where}: not all of it is UTF-8; broken bytes became U+FFFD")
        return repaired
    _warn(f"{where}: not UTF-8, read as Windows-1252")
    return data.decode("cp1252", "replace")


def _warn(message: str) -> None:
    warnings.warn(message, InputWarning, stacklevel=4)
