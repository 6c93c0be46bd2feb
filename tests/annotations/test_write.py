"""A change touches nothing but what it adds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_cli.annotations.write import AnnotationFileEditor, add_entry, require_writable, set_value
from coalition_cli.errors import AnnotationError

ENTRY = {"id": "new", "doc": "d", "content": [{"exact": "a “b”: c # d"}], "cue": None, "low": 3}
READ = {"id": "new", "doc": "d", "content": [{"exact": "a “b”: c # d"}], "cue": "null", "low": "3"}

FILES = [
    "version: 1\n",
    "version: 1",
    "version: 1\n# the end\n",
    "# top\nversion: 1 # one\n\nquotes:\n  - id: a # first\n    doc: d\n\n# about figures\nfigures: []\n",
    "version: 1\nquotes:\n- id: a\n- id: b\n  note: |\n    one\n\n    two\n\nfigures:\n- {id: f}\n",
    "version: 1\nquotes:\n- id: a\n  note: |+\n    one\n\n\nsame: []\n",
    "version: 1\nquotes:\n      - id: a\n        note: >-\n          folded\n          text",
    "version: 1\nquotes: # none yet\nfigures: []\n",
    "version: 1\nquotes:\n",
    "version: 1\nquotes: []\nsame: []\n",
    "version: 1\nquotes: [{id: a}, {id: b}, ]\n",
    "version: 1\nquotes: [\n  {id: a}, # one\n  {id: b} # two\n]\n",
    "{version: 1, quotes: [{id: a}]}",
    "{version: 1}\n",
    "version: 1\nquotes:\n  -\n    id: a\n  - 'just text'\n",
    '"version": "1"\n"quotes":\n  - "id": "é\\u0041"\n    note: "two\n      lines"\n',
]


def is_inserted(old: str, new: str) -> bool:
    """Whether the new text is the old one with one stretch put in."""
    return any(new.startswith(old[:at]) and new.endswith(old[at:]) for at in range(len(old) + 1))


def read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


@pytest.mark.parametrize("text", FILES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("section", ["quotes", "figures"])
def test_an_entry_is_added_and_nothing_else_changes(text: str, newline: str, section: str) -> None:
    text = text.replace("\n", newline)
    new = add_entry(text, section, ENTRY)
    assert len(new) > len(text)
    assert is_inserted(text, new)
    before, after = read(text), read(new)
    assert after == {**before, section: [*(before.get(section) or []), READ]}
    if newline == "\r\n" and newline in text:
        assert "\n" not in new.replace("\r\n", "")


@pytest.mark.parametrize(
    ("text", "way", "key", "value", "new"),
    [
        ("a: {b: c}", ("a",), "b", "d", 'a: {b: "d"}'),
        ("a: {b: c}", ("a",), "e", 1, "a: {b: c, e: 1}"),
        ("a: {b: [c, d], e: f}", ("a",), "b", ["g"], 'a: {b: ["g"], e: f}'),
        ("a:\n  b: c # why\n  d: e\n", ("a",), "b", None, "a:\n  b: null # why\n  d: e\n"),
        ("a:\n  b: c # why\nd: e\n", ("a",), "f", ["x"], 'a:\n  b: c # why\n  f: ["x"]\nd: e\n'),
        ("a:\n- b:\n- d: e\n", ("a", 0), "b", "c", 'a:\n- b: "c"\n- d: e\n'),
        ("a:\n- b: |\n    text\n  c: d\n", ("a", 0), "b", "x", 'a:\n- b: "x"\n  c: d\n'),
        ("a:\n  b: 'it''s'\n", ("a",), "b", "2028: \u2028", 'a:\n  b: "2028: \\u2028"\n'),
        ("a:\n  b: c", ("a",), "d", "e", 'a:\n  b: c\n  d: "e"'),
    ],
)
def test_a_value_is_set_in_its_place(text: str, way: tuple[str, ...], key: str, value: Any, new: str) -> None:
    assert set_value(text, way, key, value) == new


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("a:\n- b:\n  - x\n  - y\n  c: d\n", ("a", 0)),  # a list that stands at its key's own column
        ("a:\n- b: c\n", ("a", 1)),
        ("a:\n- b: c\n", ("a",)),
        ("a: {}\n", ("a",)),
    ],
)
def test_what_cannot_be_set_is_refused_not_guessed(text: str, way: tuple[str | int, ...]) -> None:
    with pytest.raises(AnnotationError):
        set_value(text, way, "b", ["z"])


text_values = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
values = st.recursive(
    text_values | st.none() | st.integers(0, 99), lambda it: st.lists(it, max_size=2), max_leaves=4
)
entries = st.dictionaries(text_values, values, min_size=1, max_size=4)


@settings(max_examples=100)
@given(st.sampled_from(FILES), st.sampled_from(["quotes", "figures", "same"]), entries, st.booleans())
def test_any_entry_is_read_back_and_the_rest_is_byte_for_byte_the_same(
    text: str, section: str, entry: dict[str, Any], crlf: bool
) -> None:
    text = text.replace("\n", "\r\n") if crlf else text
    new = add_entry(text, section, entry)
    assert is_inserted(text, new)
    assert is_inserted(new, add_entry(new, section, entry))


def test_keys_that_yaml_takes_for_something_else_are_quoted() -> None:
    assert add_entry("version: 1\n", "same", {"NULL": None, "no": "NO"}).endswith(
        '- {"NULL": null, "no": "NO"}\n'
    )


def test_what_is_no_utf8_is_named() -> None:
    with pytest.raises(AnnotationError, match="not UTF-8"):
        add_entry("version: 1\n", "documents", {"id": "caf\udce9"})


def test_a_broken_file_is_not_added_to() -> None:
    with pytest.raises(AnnotationError):
        add_entry("version: [", "quotes", ENTRY)
    with pytest.raises(AnnotationError):
        add_entry("version: 1\n...\n# after the end\n---\n", "quotes", ENTRY)


def test_saving_keeps_mark_mode_and_link_and_can_be_undone(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    old = b"\xef\xbb\xbfversion: 1\r\n"
    real.write_bytes(old)
    real.chmod(0o640)
    link.symlink_to(real)
    editor = AnnotationFileEditor(link)
    editor.change(add_entry(editor.text, "quotes", ENTRY))
    assert real.read_bytes().startswith(old)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert editor.undo()
    assert real.read_bytes() == old
    assert not editor.undo()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_change_by_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("version: 1\n")
    editor = AnnotationFileEditor(file)
    file.write_text("version: 1\n# mine\n")
    with pytest.raises(AnnotationError, match="somebody else"):
        editor.change("version: 1\nquotes: []\n")
    assert file.read_text() == "version: 1\n# mine\n"


def test_what_was_no_file_is_none_again_after_undo(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    editor = AnnotationFileEditor(file)
    editor.change("version: 1\n")
    assert file.read_text() == "version: 1\n"
    assert editor.undo()
    assert (file.exists(), editor.text, editor.undo()) == (False, "", False)
    editor.change("version: 1\n")
    assert file.read_text() == "version: 1\n"


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"version: 1 # \xe9")
    with pytest.raises(AnnotationError, match=r"a\.yaml: not UTF-8"):
        AnnotationFileEditor(file)


@pytest.mark.parametrize("name", ["plain.txt/a.yaml", "plain.txt/new/a.yaml", "/proc/a.yaml"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "plain.txt").write_text("")
    with pytest.raises(AnnotationError, match=r"a\.yaml: cannot be written: "):
        require_writable(tmp_path / name)
    with pytest.raises(AnnotationError, match=r"a\.yaml: cannot be written: "):
        AnnotationFileEditor(tmp_path / name).change("version: 1\n")


def test_asking_whether_a_place_can_be_written_leaves_nothing(tmp_path: Path) -> None:
    require_writable(tmp_path / "new" / "a.yaml")
    assert list(tmp_path.iterdir()) == []
