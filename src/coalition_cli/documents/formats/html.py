"""Web pages: the title and the article, without menus, teasers and footers, as trafilatura has them.

Takes: <html><nav>Home</nav><article><p>"We sail," she said.</p></article></html> ("We sail," she said.)
Leaves: a text that only mentions <html> further down.
"""

from __future__ import annotations

import re

from coalition_cli.documents.formats.reader import reader

SUFFIXES = (".html", ".htm", ".xhtml")

_COMMENTS = r"(?>(?:<!--.*?-->\s*)*)"  # never read twice: many before a plain text took exponential time
_PAGE = re.compile(rf"\s*(?:<\?xml[^>]*>\s*)?{_COMMENTS}<(?:!doctype\s+html|html)\b", re.I | re.S)

_DATE = {"original_date": True, "extensive_search": False}
"""The day that the page says it was published, not any that stands somewhere in it."""


def is_page(text: str, where: str) -> bool:
    """Whether a decoded text is a web page, by its beginning or by the name of its file."""
    return where.lower().endswith(SUFFIXES) or _PAGE.match(text) is not None


def text_and_date(page: str, where: str) -> tuple[str, str | None]:
    """The title and the article of a page, a paragraph a line, and its date as YYYY-MM-DD.

    A page without an article gives an empty text. Raises `InputError` where trafilatura is not installed.
    """
    trafilatura = reader("trafilatura", "html", where)
    found = trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=_DATE
    )
    if found is None or not found.text:
        return "", None
    titled = not found.title or found.text.lstrip().startswith(found.title)
    return found.text if titled else f"{found.title}\n\n{found.text}", found.date
