"""Paths, folders, JSON Lines and standard input become documents; what is broken is named, the rest done."""

from __future__ import annotations

import io
import os
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.documents.decode import decode
from coalition_cli.documents.document import Document
from coalition_cli.documents.read import read_documents
from coalition_cli.errors import InputError, InputWarning


def read(*paths: str | Path, stdin: bytes = b"") -> tuple[list[Document], list[InputError], list[str]]:
    """The documents of some paths, the problems and the warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        items = list(read_documents([str(path) for path in paths], stdin=io.BytesIO(stdin)))
    documents = [item for item in items if isinstance(item, Document)]
    problems = [item for item in items if isinstance(item, InputError)]
    assert all(issubclass(one.category, InputWarning) for one in caught)
    return documents, problems, [str(one.message) for one in caught]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_file_is_read_exactly_as_it_stands(tmp_path: Path) -> None:
    text = "One.\r\nTwo.\rThree.\n\n\u2028Four\u00a0é 🇺🇦 "
    path = write(tmp_path, "a.txt", text)
    assert read(path) == ([Document("a", text, str(path))], [], [])


def test_a_folder_stands_for_its_texts_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.text", "sub/d.TXT", "z.jsonl"):
        write(tmp_path, name, '{"id": "z", "text": "Z"}' if name.endswith("jsonl") else name)
    for name in (".hidden.txt", ".git/x.txt", "photo.jpg", "README.md", "SOURCES.md", "table.xlsx"):
        write(tmp_path, name, name)
    documents, problems, notes = read(tmp_path)
    assert [document.id for document in documents] == ["a", "b", "z", "c", "d"]
    assert not problems and not notes


def test_no_path_is_the_folder_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "seeds/one.txt", "One.")
    monkeypatch.chdir(tmp_path)
    documents, problems, _ = read()
    assert [document.path for document in documents] == [str(Path("seeds") / "one.txt")]
    assert not problems


def test_a_missing_path_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", "Good.")
    documents, problems, _ = read(tmp_path / "missing.txt", good)
    assert [document.id for document in documents] == ["good"]
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"{tmp_path / 'missing.txt'}: no such file or folder (")


def test_a_missing_seeds_folder_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, problems, _ = read()
    assert [problem.where for problem in problems] == ["seeds"]
    assert "give a path" in str(problems[0])


def test_a_folder_without_texts_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg", "x")
    _, problems, _ = read(tmp_path)
    assert "no text files" in str(problems[0])


@pytest.mark.parametrize(
    "content", [b"\x7fELF\x00\x01binary", b"\x00", bytes(range(1, 9)) * 20, "Ünïcode".encode("utf-16-le")]
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path, "a.txt", content)
    good = write(tmp_path, "b.txt", "Good.")
    documents, problems, _ = read(path, good)
    assert [document.id for document in documents] == ["b"]
    assert [(problem.where, problem.message) for problem in problems] == [(str(path), "not a text file")]


@pytest.mark.parametrize("content", ["", " \n\t\n"])
def test_an_empty_file_is_a_document_with_a_warning(tmp_path: Path, content: str) -> None:
    documents, problems, notes = read(write(tmp_path, "a.txt", content))
    assert [document.text for document in documents] == [content]
    assert not problems and "no text in it" in notes[0]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "closed/a.txt", "A.")
    write(tmp_path, "open.txt", "B.")
    (tmp_path / "closed").chmod(0)
    try:
        if os.access(tmp_path / "closed", os.R_OK):
            pytest.skip("this user may read everything")
        documents, problems, _ = read(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert [document.id for document in documents] == ["open"]
    assert "cannot be read" in str(problems[0])


def test_what_is_no_regular_file_is_left_out_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", "Good.")
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "null.txt").symlink_to(os.devnull)
    (tmp_path / "folder.txt").mkdir()
    documents, problems, notes = read(tmp_path)
    assert [document.id for document in documents] == ["good"]
    assert not problems
    assert [note for note in notes if "fifo.txt" in note or "null.txt" in note] == notes
    assert len(notes) == 2


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fifo.txt"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("Piped.",))
    writer.start()
    documents, _, _ = read(path)
    writer.join()
    assert [document.text for document in documents] == ["Piped."]


def test_links_to_folders_are_not_followed_and_circles_are_named(tmp_path: Path) -> None:
    write(tmp_path, "in/good.txt", "Good.")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "round.txt").symlink_to(tmp_path / "in" / "round.txt")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    documents, problems, _ = read(tmp_path / "in")
    assert [document.id for document in documents] == ["good"]
    assert "no such file" in str(problems[0])
    assert "circle" in str(problems[1]) and "permissions" not in str(problems[1])


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A text under 1,200 folders, made and taken away step by step: Python's own ways are too recursive."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1_200):
        Path("d").mkdir()
        os.chdir("d")
    text = write(Path(), "deep.txt", "Deep.")
    yield tmp_path
    text.unlink()
    for _ in range(1_200):
        os.chdir("..")
        Path("d").rmdir()


def test_folders_may_nest_deeply(deep: Path) -> None:
    documents, problems, _ = read(deep)
    assert [document.text for document in documents] == ["Deep."]
    assert not problems


def test_json_lines_name_each_bad_line_and_keep_the_good(tmp_path: Path) -> None:
    lines = [
        '{"id": "one", "text": "One.\\r\\n\\u2028"}',
        "",
        "not json",
        "[1]",
        '{"text": "no id"}',
        '{"id": "", "text": "empty id"}',
        '{"id": "x"}',
        '{"id": "x", "text": 7}',
        '{"id": "half", "text": "\\ud83c"}',
        "[" * 100_000,
        '{"id": 12, "text": "Twelve."}',
    ]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    documents, problems, _ = read(path)
    assert [(document.id, document.text) for document in documents] == [
        ("one", "One.\r\n\u2028"),
        ("12", "Twelve."),
    ]
    assert [problem.line for problem in problems] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert all(problem.where == str(path) and problem.remedy for problem in problems)
    assert str(problems[0]).startswith(f"{path}:3:1: not JSON")


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ('"2025-04-10"', "2025-04-10"),
        ('"2025-04-10T23:30:00Z"', "2025-04-10"),
        ('"10 April 2025"', None),
        ('"2025-02-30"', None),
        ('""', None),
        ("null", None),
        ("20250410", None),
        ('["2025-04-10"]', None),
    ],
)
def test_a_line_may_bring_its_date(tmp_path: Path, given: str, date: str | None) -> None:
    lines = f'{{"id": "a", "text": "A.", "date": {given}}}\n' * 2
    documents, problems, _ = read(write(tmp_path, "a.jsonl", lines))
    assert [document.date for document in documents] == [date, date]
    assert not problems


def test_a_long_line_of_json_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"id": "a", "text": "' + "word " * 1_000_000 + '"}\n')
    documents, _, _ = read(path)
    assert len(documents[0].text) == 5_000_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_lines_in_any_marked_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(
        tmp_path, "a.jsonl", '{"id": "a", "text": "Häkkänen"}\n{"id": "b", "text": "Sprūds"}'.encode(encoding)
    )
    documents, problems, notes = read(path)
    assert [document.text for document in documents] == ["Häkkänen", "Sprūds"]
    assert not problems and not notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_is_json_lines_where_its_first_line_is_a_record(encoding: str) -> None:
    data = '\n{"id": "a", "text": "One"}\n{"id": "b", "text": "Two"}\n'.encode(encoding)
    documents, problems, _ = read("-", stdin=data)
    assert [(document.id, document.text, document.path) for document in documents] == [
        ("a", "One", "-"),
        ("b", "Two", "-"),
    ]
    assert not problems


@pytest.mark.parametrize(
    "text", ["One.\r\nTwo.", '{"no": "text"}\n', "{ broken", "[1, 2]", "\n\n  One", "12\n"]
)
def test_standard_input_is_one_text_otherwise(text: str) -> None:
    documents, problems, _ = read("-", stdin=text.encode())
    assert documents == [Document("stdin", text, "-")]
    assert not problems


def test_empty_standard_input_is_an_empty_document() -> None:
    documents, problems, notes = read("-")
    assert documents == [Document("stdin", "", "-")]
    assert not problems and len(notes) == 1


def test_standard_input_is_read_as_it_comes() -> None:
    class Stream(io.BytesIO):
        def __next__(self) -> bytes:
            taken.append(1)
            return super().__next__()

    taken: list[int] = []
    stream = Stream(b"\n".join(b'{"id": "%d", "text": "x"}' % number for number in range(1000)))
    next(read_documents(["-"], stdin=stream))
    assert len(taken) < 5


def test_documents_with_one_id_are_told_apart(tmp_path: Path) -> None:
    for name in ("report.txt", "a/report.txt", "b/report.txt", "b/report.md"):
        write(tmp_path, name, name)
    documents, _, notes = read(tmp_path)
    assert [document.id for document in documents] == ["report", "a/report", "b/report", "report-2"]
    assert len(notes) == 3
    lines = write(tmp_path, "lines.jsonl", '{"id": "report", "text": "1"}\n{"id": "report", "text": "2"}')
    documents, _, _ = read(lines)
    assert [document.id for document in documents] == ["report", "lines-2"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "A.")
    documents, problems, notes = read(path, tmp_path, tmp_path / "." / "a.txt")
    assert [document.id for document in documents] == ["a"]
    assert not problems and len(notes) == 2


@pytest.mark.parametrize(
    ("data", "text", "warned"),
    [
        ("Häkkänen".encode(), "Häkkänen", False),
        ("Häkkänen".encode("utf-8-sig"), "Häkkänen", False),
        ("Häkkänen".encode("utf-16"), "Häkkänen", False),
        ("Häkkänen".encode("utf-16-be").join((b"\xfe\xff", b"")), "Häkkänen", False),
        ("Häkkänen".encode("utf-32"), "Häkkänen", False),
        ("“Häkkänen”".encode("cp1252"), "“Häkkänen”", True),
        ("Häkkänen, Sprūds".encode()[:-4] + b"\xc5", "Häkkänen, Spr\ufffd", True),
        (b"caf\xe9 \x81", "café \ufffd", True),
        ("“We stay,”".encode() + b" \xff she \xfe said.", "“We stay,” \ufffd she \ufffd said.", True),
        ("Häkkänen".encode() + b" \xff\xfe\xfa\xff", "Häkkänen \ufffd\ufffd\ufffd\ufffd", True),
        ("“CAFÉ”, “Il a été…”".encode("cp1252"), "“CAFÉ”, “Il a été…”", True),
        (b"\xff\xfea\x00b", "a\ufffd", True),
        (b"a\r\nb\rc\x0c\x1b[0m", "a\r\nb\rc\x0c\x1b[0m", False),
    ],
)
def test_encodings(data: bytes, text: str, warned: bool) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert decode(data, "a.txt") == text
    assert bool(caught) == warned
    assert all("a.txt" in str(one.message) for one in caught)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_every_text_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "a.txt") == text


@given(st.binary())
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        items = list(read_documents(["-"], stdin=io.BytesIO(data)))
    assert items and all(isinstance(item, Document | InputError) for item in items)
