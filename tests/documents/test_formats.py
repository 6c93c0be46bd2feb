"""Web pages, PDF and Word files become documents, by the libraries that read them; broken ones are named."""

from __future__ import annotations

import io
import re
import sys
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.documents.document import Document
from coalition_cli.documents.read import read_documents
from coalition_cli.errors import InputError, InputWarning

PAGE = """<!DOCTYPE html>
<html><head><title>Harbour plan approved - The Sund Post</title>
<meta property="article:published_time" content="2025-05-06T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour plan approved</h1>
<p>The council has approved the new harbour after two years of talks with the fishermen of the town.</p>
<p>“We have waited long enough,” said Mayor Jon Berg on Tuesday. “Work begins in May.”</p>
<p>He added that 40 boats would find room in it, twice as many as there are today.</p></article>
<aside>Read also: <a href="/ten">Ten things to do in Sund</a></aside>
<footer>© 2019 The Sund Post. All rights reserved.</footer></body></html>"""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def read(data: bytes, name: str, folder: Path) -> Document:
    """The one document of a file, without a problem or a warning."""
    path = folder / name
    path.write_bytes(data)
    (item,) = read_documents([str(path)])
    assert isinstance(item, Document), item
    return item


def refused(data: bytes, name: str, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    (item,) = read_documents([str(path)])
    assert isinstance(item, InputError)
    assert item.where == str(path)
    return str(item)


def word_file(body: str, part: str = "word/document.xml") -> bytes:
    """A Word file with the given paragraphs as XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            part, f'<w:document xmlns:w="{WORD}" xmlns:mc="{CHOICE}"><w:body>{body}</w:body></w:document>'
        )
    return file.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def pdf_file(*pages: list[str]) -> bytes:
    """A PDF of the given lines, in the Windows encoding, from top to bottom of each page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return data + end % (size, table, size, len(data))


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "saved"])
def test_a_web_page_is_its_title_and_article(tmp_path: Path, name: str) -> None:
    found = read(PAGE.encode(), name, tmp_path)
    assert found.text.splitlines()[0].startswith("Harbour plan approved")
    assert "“We have waited long enough,” said Mayor Jon Berg" in found.text
    assert not any(words in found.text for words in ("Sport", "Ten things", "rights", "<p>", "Sund Post."))
    assert found.date == "2025-05-06"


def test_a_page_tells_no_date_but_that_of_its_publication(tmp_path: Path) -> None:
    dated = re.sub("<meta .*?>", "", PAGE).replace("in May", "on 7 May 2024")
    assert read(dated.encode(), "page.html", tmp_path).date is None


def test_a_page_comes_on_standard_input_too() -> None:
    (found,) = read_documents(["-"], stdin=io.BytesIO(PAGE.encode()))
    assert isinstance(found, Document)
    assert (found.id, found.date) == ("stdin", "2025-05-06")
    assert found.text.startswith("Harbour plan approved")


def test_a_text_that_mentions_html_is_a_text(tmp_path: Path) -> None:
    text = "Every page begins with <html>, she said."
    assert read(text.encode(), "a.txt", tmp_path).text == text


def test_comments_before_a_text_that_is_no_page_take_no_time(tmp_path: Path) -> None:
    text = "<!-- a note -->\n" * 5000 + "She said so."  # a pattern that reads them twice never ends
    assert read(text.encode(), "a.txt", tmp_path).text == text


def test_a_page_without_an_article_is_empty_with_a_warning(tmp_path: Path) -> None:
    with pytest.warns(InputWarning, match=r"page\.html: no text in it"):
        found = read(b"<html><body><script>run()</script></body></html>", "page.html", tmp_path)
    assert found.text == ""


def test_the_pages_of_a_pdf_follow_one_another(tmp_path: Path) -> None:
    first = ["Harbour plan approved", "“We have waited long enough,” said Mayor Jon Berg."]
    found = read(pdf_file(first, ["He added that 40 boats would find room."]), "a.pdf", tmp_path)
    assert found.text.splitlines() == [*first, "He added that 40 boats would find room."]


def test_a_pdf_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    assert read(pdf_file(["Work begins in May."]), "download", tmp_path).text == "Work begins in May."


def test_a_pdf_without_text_is_empty_with_a_warning(tmp_path: Path) -> None:
    with pytest.warns(InputWarning, match=r"scan\.pdf: no text in it"):
        assert read(pdf_file([]), "scan.pdf", tmp_path).text == ""


def test_a_broken_pdf_is_named(tmp_path: Path) -> None:
    assert "not a PDF that can be read" in refused(b"%PDF-1.4\x00\x01binary", "a.pdf", tmp_path)


def test_a_word_file_is_its_paragraphs(tmp_path: Path) -> None:
    body = paragraph("“We sail,” she") + paragraph("")
    body += "<w:p><w:r><w:t>Q.</w:t><w:tab/><w:t>When</w:t><w:br/><w:t>exactly?</w:t></w:r></w:p>"
    assert read(word_file(body), "a.docx", tmp_path).text == "“We sail,” she\n\nQ.\tWhen\nexactly?"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Sail</w:t></w:r></w:p>", "Sail", id="stop"
        ),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            "new",
            id="changes",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{paragraph('one')}</w:tc><w:tc>{paragraph('two')}</w:tc></w:tr></w:tbl>",
            "one\ntwo",
            id="table",
        ),
        pytest.param(
            "<w:p><w:r><w:t>around</w:t><mc:AlternateContent>"
            f"<mc:Choice>{paragraph('box')}</mc:Choice><mc:Fallback>{paragraph('box')}</mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>",
            "around\nbox",
            id="text box",
        ),
    ],
)
def test_what_counts_in_a_word_file(tmp_path: Path, body: str, text: str) -> None:
    assert read(word_file(body), "a.docx", tmp_path).text == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(word_file("", part="xl/workbook.xml"), id="spreadsheet"),
        pytest.param(word_file("<w:p>"), id="broken markup"),
        pytest.param(word_file(paragraph("x" * 500))[:200], id="half a file"),
        pytest.param(word_file("<w:p>" + "<w:r>" * 5000 + "</w:r>" * 5000 + "</w:p>"), id="too deep"),
    ],
)
def test_an_archive_that_is_no_word_file_is_named(tmp_path: Path, data: bytes) -> None:
    assert "an archive, but no Word file" in refused(data, "a.docx", tmp_path)


@pytest.mark.parametrize(
    ("library", "data", "extra"),
    [("trafilatura", PAGE.encode(), "[html]"), ("pypdfium2", pdf_file(["Sail."]), "[pdf]")],
)
def test_a_reader_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, data: bytes, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)  # what Python itself does for a module that is not there
    message = refused(data, "a.bin", tmp_path)
    assert library in message and extra in message


def test_a_folder_stands_for_its_files_of_all_formats(tmp_path: Path) -> None:
    for name, data in (
        ("b.html", PAGE.encode()),
        ("c.pdf", pdf_file(["Sail."])),
        ("d.docx", word_file(paragraph("Sail."))),
        ("a.txt", b"Sail."),
    ):
        (tmp_path / name).write_bytes(data)
    found = [one for one in read_documents([str(tmp_path)]) if isinstance(one, Document)]
    assert [one.id for one in found] == ["a", "b", "c", "d"]


@given(st.sampled_from([b"%PDF-1.4", b"PK\x03\x04", b"<html>", b"<!DOCTYPE html>"]), st.binary())
def test_whatever_follows_a_format_s_first_bytes_is_a_text_or_refused(first: bytes, rest: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (item,) = read_documents(["-"], stdin=io.BytesIO(first + rest))
    assert isinstance(item, Document | InputError)
