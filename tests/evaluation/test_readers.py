"""Gold in its three formats comes out in one shape; what cannot be read is named with its line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from coalition_cli.errors import InputError
from coalition_cli.evaluation.annotated import read_annotated
from coalition_cli.evaluation.brat import read_brat
from coalition_cli.evaluation.gold import GoldAttribution
from coalition_cli.evaluation.polnear import read_polnear

TEXT = "“We stay,” said Anna Berg. “Long.”"
CONTENT, SOURCE, CUE = ((1, 9), (28, 33)), ((16, 25),), ((11, 15),)


def test_polnear(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    one = {"content": CONTENT, "source": SOURCE, "cue": CUE, "kind": "direct"}
    path.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": [one]}) + "\n\n", encoding="utf-8")
    (document,) = read_polnear(path)
    assert document.attributions == (GoldAttribution(CONTENT, CUE, SOURCE, "direct"),)


@pytest.mark.parametrize("line", ['{"id": "b"}', '{"id": ["b"], "text": "", "attributions": []}', "[]", "{"])
def test_a_polnear_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"id": "a", "text": "", "attributions": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"gold.jsonl:2: not a gold document"):
        list(read_polnear(path))


def test_a_polnear_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "text": "", "attributions": []}\n\n' * 2, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold.jsonl:3: the id 'a' stands already on line 1"):
        list(read_polnear(path))


@pytest.mark.parametrize(
    "links",
    [
        "R1\tattribution Arg1:T1 Arg2:T3\nR2\tattribution Arg1:T3 Arg2:T2\n",
        "E1\tCue:T3 Content:T1 Source:T2\n",
    ],
)
def test_brat(tmp_path: Path, links: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        f"T1\tContent 1 9;28 33\tWe stay, Long.\nT2\tSource 16 25\tAnna Berg\nT3\tCue 11 15\tsaid\n{links}",
        encoding="utf-8",
    )
    (document,) = read_brat(tmp_path)
    assert (document.id, document.text) == ("a", TEXT)
    assert document.attributions == (GoldAttribution(CONTENT, CUE, SOURCE, "direct"),)


def test_a_brat_content_without_links_has_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tContent 1 9\tWe stay,\n#1\tAnnotatorNotes T1\tnote\n", encoding="utf-8"
    )
    (document,) = read_brat(tmp_path)
    assert document.attributions == (GoldAttribution(((1, 9),), (), (), "direct"),)


@pytest.mark.parametrize(
    ("line", "place"), [("T1\tContent one 9\tWe", "a.ann:1"), ("T1 Content", "a.ann:1"), ("R1", "a.ann:1")]
)
def test_a_brat_line_that_is_none_is_named(tmp_path: Path, line: str, place: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=place):
        list(read_brat(tmp_path))


def test_brat_texts_of_one_name_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    for folder in (".", "one", "two"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / folder / "a.ann").write_text("", encoding="utf-8")
    assert sorted(one.id for one in read_brat(tmp_path)) == ["a", "one/a", "two/a"]


NOT_UTF8 = {
    "gold.jsonl": ({"gold.jsonl": b'\n{"id": "a", "text": "\xe9", "attributions": []}\n'}, read_polnear),
    "a.txt": ({"a.ann": b"", "a.txt": b"caf\xe9"}, read_brat),
    "a.ann": ({"a.ann": b"T1\tContent 0 4\tcaf\xe9\n", "a.txt": b"cafe"}, read_brat),
}


@pytest.mark.parametrize("name", NOT_UTF8)
def test_gold_that_is_not_utf8_is_named(tmp_path: Path, name: str) -> None:
    files, read = NOT_UTF8[name]
    for file, data in files.items():
        (tmp_path / file).write_bytes(data)
    given = tmp_path / "gold.jsonl" if "gold.jsonl" in files else tmp_path
    with pytest.raises(InputError, match=rf"{name}(:2)?: not UTF-8: byte 0xE9"):
        list(read(given))


def test_an_ann_file_without_its_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt is missing"):
        list(read_brat(tmp_path))


def test_annotations(tmp_path: Path) -> None:
    path = tmp_path / "annotations.yaml"
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    path.write_text(
        f"""version: 1
documents: [{{id: "a", sha256: "{digest}"}}]
speakers: [{{id: anna-berg, name: "Anna Berg", type: person}}]
quotes:
  - id: stay
    doc: "a"
    content: [{{exact: "We stay,"}}, {{exact: "Long."}}]
    speakers: [anna-berg]
    cue: {{exact: "said"}}
    source: {{exact: "Anna Berg"}}
    verdict: correct
    checked: {{by: "me", on: 2026-11-22}}
    kind: direct
    form: quotation
  - id: none
    doc: "a"
    content: [{{exact: "We"}}]
    verdict: rejected
    note: "a word"
    checked: {{by: "me", on: 2026-11-22}}
""",
        encoding="utf-8",
    )
    (document,) = read_annotated(path, {"a": TEXT, "b": "other"})
    assert document.attributions == (
        GoldAttribution(CONTENT, CUE, SOURCE, "direct", "quotation", ("anna-berg",)),
    )
