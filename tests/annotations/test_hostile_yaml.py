"""Files that attack: a clear finding, in bounded time and memory, nothing executed."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from coalition_cli.annotations.load import InvalidAnnotationsError, load_annotations, parse_annotations

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(f'*{before}' for _ in range(9))}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(BOMB.encode(), "A003", id="alias bomb"),
        pytest.param(b"a: &a {b: *a}", "A003", id="alias of itself"),
        pytest.param(b"version: 1\nspeakers: &s []\nquotes: *s", "A003", id="alias"),
        pytest.param(b"version: '" + b"x" * 10_000_000 + b"'", "A001", id="scalar of 10 MB"),
        pytest.param(b"version: 1\nquotes: " + b"[" * 100_000, "A003", id="deep flow"),
        pytest.param(b"".join(b" " * n + b"a:\n" for n in range(3000)), "A003", id="deep block"),
        pytest.param(b"version: 1\nquotes: [" + b"[]," * 500_000 + b"]", "A003", id="many nodes"),
        pytest.param(b"version: !!python/object/apply:os.system ['exit 1']", "A003", id="tag that calls"),
        pytest.param(b"version: !!python/name:os.system", "A003", id="tag that names"),
        pytest.param(b"version: 1\n<<: {quotes: []}", "A005", id="merge key"),
        pytest.param(b"version: 1\nversion: 1", "A004", id="duplicate key"),
        pytest.param(b"version: 1\nquotes:\n\t- id: x", "A002", id="tab"),
        pytest.param(b"version: 1\n---\nversion: 1", "A003", id="two documents"),
        pytest.param(b"version: 1\n? [a, b]\n: c", "A003", id="key that is a list"),
        pytest.param(b"version: 1\nquotes: \x00", "A002", id="null byte"),
        pytest.param(b"\xff\xfev\x00e\x00", "A001", id="UTF-16"),
        pytest.param(b"", "A006", id="empty"),
        pytest.param(b"# nothing\n", "A006", id="only a comment"),
        pytest.param(b"- a", "A007", id="a list"),
        pytest.param(b"just words", "A007", id="a scalar"),
        pytest.param(b"version: 1\nquotes: {a: 1}", "A007", id="mapping for a list"),
        pytest.param(b"version: true", "A007", id="version true"),
        pytest.param(b"version: 1\nspeakers: [null]", "A007", id="null entry"),
        pytest.param(b"%YAML 1.1\n---\nversion: 1\nx: 1", "A005", id="directive"),
        pytest.param(b"version: 1\nnull: 1", "A007", id="null key"),
    ],
)
def test_an_attack_is_a_finding_in_bounded_time(data: bytes, code: str) -> None:
    began = time.process_time()
    annotations, findings = parse_annotations(data, "a.yaml")
    assert time.process_time() - began < 5
    assert annotations is None
    assert code in {one.code for one in findings}
    assert len(findings) < 300


def test_an_alias_bomb_takes_no_memory() -> None:
    tracemalloc.start()
    parse_annotations(BOMB.encode(), "a.yaml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5e6


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    text = (
        "version: 1\n"
        "documents: [{id: 1e3, sha256: '" + "0" * 64 + "', date: 2025-04-10, title: yes}]\n"
        "speakers: [{id: on, name: off, type: country, country: NO, aliases: [No, 010, 1_000, 12:30, .5]}]\n"
    )
    annotations, findings = parse_annotations(text.encode(), "a.yaml")
    assert findings == []
    assert annotations is not None
    (document,), (speaker,) = annotations.file.documents, annotations.file.speakers
    assert (document.id, document.date, document.title) == ("1e3", "2025-04-10", "yes")
    assert (speaker.id, speaker.name, speaker.country) == ("on", "off", "NO")
    assert speaker.aliases == ("No", "010", "1_000", "12:30", ".5")


@pytest.mark.parametrize("change", ["{}", "\ufeff{}"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_byte_order_mark_and_line_ends_change_no_place(change: str, newline: str) -> None:
    text = change.format("version: 1\n# é\nquotes: [{idd: x}]\n".replace("\n", newline))
    _, findings = parse_annotations(text.encode(), "a.yaml")
    assert {(one.place.line, one.place.column) for one in findings if one.code == "A005"} == {(3, 11)}


def test_numbers_are_unquoted_and_texts_are_not_numbers() -> None:
    entry = "{id: f, doc: d, span: {exact: '73'}, verdict: unreviewed, value: %s}"
    for written in ("'73'", "1e5", "0x10", "~x", "1_000", ".5", "[1]", "9" * 30):
        _, findings = parse_annotations(f"version: 1\nfigures: [{entry % written}]".encode(), "a.yaml")
        assert "A007" in {one.code for one in findings}, written


@pytest.mark.parametrize("key", ["counted", "unit", "qualifier"])
@pytest.mark.parametrize("written", ["''", "' '", "'\t'", '"\\u00a0"', '"\\x1f"'])
def test_a_word_of_a_figure_is_a_word_or_null(key: str, written: str) -> None:
    entry = f"{{id: f, doc: d, span: {{exact: '73'}}, verdict: unreviewed, {key}: %s}}"
    _, findings = parse_annotations(f"version: 1\nfigures: [{entry % written}]".encode(), "a.yaml")
    assert f"{key}: must not be empty" in {one.message for one in findings if one.code == "A007"}
    _, findings = parse_annotations(f"version: 1\nfigures: [{entry % 'null'}]".encode(), "a.yaml")
    assert "A007" not in {one.code for one in findings}


def test_loading_a_broken_file_names_the_first_place_and_how_many_more(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("version: 1\nquots: []\nfigurs: []\n")
    with pytest.raises(InvalidAnnotationsError) as caught:
        load_annotations(file)
    assert str(caught.value).startswith(f"{file}:2:1: A005 unknown key 'quots', and 1 more (")
    assert len(caught.value.findings) == 2
