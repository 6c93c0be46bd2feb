"""Every reading command over the seeds, as a user and as a script call it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

SPANS = ("content", "quoted", "cue", "source", "span")


def spans_of(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in SPANS:
        value = record.get(name)
        yield from value if isinstance(value, list) else [value] if value else []


@pytest.fixture(scope="module")
def records(coalition: Run) -> dict[str, Any]:
    """What each command prints as JSON over the seeds."""
    found = {}
    for name in ("quotes", "claims", "speakers", "countries", "figures"):
        done = coalition(name, "--format", "json", "--quiet")
        assert (done.returncode, done.stderr) == (0, "")
        found[name] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["quotes", "claims", "speakers", "countries", "figures"])
def test_records_fit_their_schema(coalition: Run, records: dict[str, Any], name: str) -> None:
    schema = json.loads(coalition("schema", name).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert records[name]
    for record in records[name]:
        jsonschema.validate(record, schema)


@pytest.mark.parametrize("name", ["quotes", "claims", "figures"])
def test_every_span_is_its_text(records: dict[str, Any], seed_texts: dict[str, str], name: str) -> None:
    for record in records[name]:
        for span in spans_of(record):
            assert seed_texts[record["doc"]][span["start"] : span["end"]] == span["text"]


def test_ids_are_unique_and_quotes_are_claims(records: dict[str, Any]) -> None:
    claims = [one["id"] for one in records["claims"]]
    assert len(set(claims)) == len(claims)
    assert {one["id"] for one in records["quotes"]} < set(claims)
    assert {one["kind"] for one in records["quotes"]} <= {"direct", "mixed"}


def test_figures_and_countries_of_a_claim_exist(records: dict[str, Any]) -> None:
    figures, codes = {one["id"] for one in records["figures"]}, {one["code"] for one in records["countries"]}
    for claim in records["claims"]:
        assert set(claim["figures"]) <= figures
        assert set(claim["countries"]) <= codes


@pytest.mark.parametrize("name", ["Healey", "john-healey"])
def test_a_speaker_is_named_as_people_type(coalition: Run, records: dict[str, Any], name: str) -> None:
    done = coalition("quotes", "--speaker", name, "--format", "json")
    found = json.loads(done.stdout)
    assert len(found) >= 8
    assert found == [
        one for one in records["quotes"] if "john-healey" in [who["id"] for who in one["speakers"]]
    ]
    assert done.stderr == f"coalition: {len(found)} quotes in 4 of 5 documents\n"


def test_accents_may_be_left_out(coalition: Run) -> None:
    found = json.loads(
        coalition("quotes", "-s", "hakkanen", "-f", "json", "seeds/001_e8b7a3960f14f669.txt").stdout
    )
    assert [who["name"] for one in found for who in one["speakers"]] == ["Antti Häkkänen"]


def test_a_reporters_question_is_not_the_ministers(coalition: Run) -> None:
    found = json.loads(coalition("quotes", "--speaker", "Kallas", "--form", "turn", "-f", "json").stdout)
    assert found
    assert not any(one["text"].rstrip().endswith("?") and one["stance"] == "asks" for one in found)


def test_a_name_that_fits_nobody_is_told(coalition: Run) -> None:
    done = coalition("quotes", "--speaker", "Heally", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "no speaker is called 'Heally'; near it: John Healey" in done.stderr


@pytest.mark.parametrize(
    ("filters", "field", "values"),
    [
        (("--kind", "mixed"), "kind", {"mixed"}),
        (("--kind", "mixed", "--kind", "direct", "--doc", "002"), "doc", {"002_9dbf6375c5c84b83"}),
        (("--form", "post"), "form", {"post"}),
        (("--since", "2025-04-19"), "doc", {"003_57bb9920ab05aaff"}),
    ],
)
def test_filters(coalition: Run, filters: tuple[str, ...], field: str, values: set[str]) -> None:
    found = json.loads(coalition("quotes", *filters, "--format", "json").stdout)
    assert {one[field] for one in found} == values


def test_documents_without_a_date_are_counted(coalition: Run, tmp_path: Path) -> None:
    said = "“We will stay,” minister Anna Berg said."
    texts = [
        {"id": "given", "text": said + "\nPublished 1 March 2024", "date": "2025-04-19"},
        {"id": "read", "text": "19 April 2025\n" + said},
        {"id": "older", "text": said, "date": "2024-04-19T10:00:00Z"},
        {"id": "none", "text": said},
        {"id": "broken", "text": said, "date": "soon"},
    ]
    path = tmp_path / "dated.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in texts), encoding="utf-8")
    done = coalition("quotes", "--since", "2025-01-01", path, "--format", "json")
    assert [one["doc"] for one in json.loads(done.stdout)] == ["given", "read"]
    assert done.stderr.splitlines() == [
        "coalition: 2 documents left out, for want of a date",
        "coalition: 2 quotes in 2 of 5 documents",
    ]
    done = coalition("quotes", "--until", "2024-12-31", "--doc", "older", "--doc", "none", path)
    assert done.stderr.splitlines() == [
        "coalition: 1 document left out, for want of a date",
        "coalition: 1 quote in 1 of 5 documents",
    ]
    lines = [json.loads(line) for line in coalition("extract", path).stdout.splitlines()]
    assert [one["date"] for one in lines] == ["2025-04-19", "2025-04-19", "2024-04-19", None, None]


@pytest.mark.parametrize("name", ["quotes", "claims", "speakers", "countries", "figures"])
def test_a_document_that_is_not_there_is_told(coalition: Run, name: str) -> None:
    done = coalition(name, "--doc", "nope", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "coalition: no document is called 'nope'" in done.stderr.splitlines()


@pytest.mark.parametrize(
    "name", ["003_57bb9920ab05aaff.txt", "seeds/003_57bb9920ab05aaff.txt", "003*.txt", "003"]
)
def test_a_document_may_be_named_as_its_file(coalition: Run, name: str) -> None:
    done = coalition("quotes", "--doc", name, "--format", "json")
    assert {one["doc"] for one in json.loads(done.stdout)} == {"003_57bb9920ab05aaff"}
    assert "no document" not in done.stderr


def test_country_and_about(coalition: Run) -> None:
    found = json.loads(
        coalition("claims", "--country", "American", "--about", "BACKSTOP", "-f", "json").stdout
    )
    assert found
    assert all("US" in one["countries"] and "backstop" in one["text"].lower() for one in found)


def test_formats_hold_the_same_records(coalition: Run) -> None:
    arguments = ("quotes", "--speaker", "Healey")
    whole = json.loads(coalition(*arguments, "-f", "json").stdout)
    lines = [json.loads(line) for line in coalition(*arguments, "-f", "jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(coalition(*arguments, "-f", "csv").stdout)))
    markdown = coalition(*arguments, "-f", "markdown").stdout.splitlines()
    assert lines == whole
    assert [row["id"] for row in rows] == [one["id"] for one in whole]
    assert [row["text"] for row in rows] == [one["text"] for one in whole]
    assert len(markdown) == len(whole) + 2
    assert len({line.replace("\\|", "").count("|") for line in markdown}) == 1


@pytest.mark.parametrize(
    ("name", "width"),
    [("quotes", 60), ("quotes", 200), ("claims", 80), ("speakers", 80), ("countries", 80), ("figures", 80)],
)
def test_tables_fit_the_terminal(coalition: Run, name: str, width: int) -> None:
    done = coalition(name, "--format", "table", env={"COLUMNS": str(width)})
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= width
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("width", [20, 35, 36, 60])
def test_the_words_are_shown_in_any_terminal(coalition: Run, width: int) -> None:
    done = coalition("quotes", "--speaker", "healey", "--format", "table", env={"COLUMNS": str(width)})
    assert max(map(len, done.stdout.splitlines())) <= width
    assert all(word in done.stdout for word in ("Words", "planning", "Ukraine"))


def test_brackets_in_a_text_are_no_markup(coalition: Run) -> None:
    assert "[EUMAM]" in coalition("quotes", "--about", "eumam", "-f", "table", env={"COLUMNS": "200"}).stdout


def test_extract_prints_a_document_a_line(coalition: Run, seed_texts: dict[str, str]) -> None:
    done = coalition("extract", "--quiet")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in found] == list(seed_texts)
    schema = json.loads(coalition("schema", "extract").stdout)
    for one in found:
        jsonschema.validate(one, schema)


def test_show_marks_the_text(coalition: Run) -> None:
    done = coalition("show", "003")
    assert "⟨British Defense Secretary John Healey⟩ ‹claimed›" in done.stdout.replace("\n", " ")
    assert coalition("show", "009").returncode == 2


def test_explain_says_why(coalition: Run, records: dict[str, Any]) -> None:
    one = records["quotes"][-1]
    done = coalition("explain", one["id"])
    assert done.returncode == 0
    assert one["origin"] in done.stdout
    missing = coalition("explain", "q-nothing")
    assert (missing.returncode, len(missing.stderr.splitlines())) == (2, 1)


def test_explain_takes_several_ids_as_other_commands_print_them(
    coalition: Run, records: dict[str, Any]
) -> None:
    ids = [one["id"] for one in (*records["quotes"][:3], *records["figures"][:2])]
    done = coalition("explain", *ids, "seeds")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("record ")] == ids
    done = coalition("explain", ids[0], "q-nothing", ids[1], "--format", "json")
    assert (done.returncode, [one["id"] for one in json.loads(done.stdout)]) == (2, ids[:2])
    assert done.stderr.splitlines() == [
        "coalition: no record is called 'q-nothing' (ids stand in the output of --format json)"
    ]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("healey-real-and-substantial-003",), "healey-real-and-substantial-003: confirmed"),
        (("A202", "hegseth-not-expected-002"), "hegseth-not-expected-002: "),
        (("trained-soldiers-000",), "73,000"),
    ],
)
def test_explain_knows_annotations(coalition: Run, names: tuple[str, ...], told: str) -> None:
    done = coalition("explain", *names, env={"COLUMNS": "200"})
    assert (done.returncode, done.stderr) == (0, "")
    assert told in done.stdout
    assert done.stdout.count("record  ") == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("coalition-headline-001", "its verdict is rejected"),
        ("nato-000-1", "it is of a country"),
        ("A202", "coalition check --explain A202"),
        ("seeds", "no record is named"),
        ("nothing", "no record is called 'nothing'"),
    ],
)
def test_explain_says_why_there_is_none(coalition: Run, name: str, why: str) -> None:
    done = coalition("explain", name)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert why in done.stderr
    assert "no record is called" not in done.stderr or name == "nothing"


def test_explain_finds_what_other_commands_leave_out(coalition: Run) -> None:
    def ids(*arguments: str) -> dict[str, float]:
        found = json.loads(coalition("claims", "-q", "-f", "json", *arguments).stdout)
        return {one["id"]: one["confidence"] for one in found}

    printed = ids()
    unsure = next(name for name in ids("--min-confidence", "0") if name not in printed)
    done = coalition("explain", unsure)
    assert done.returncode == 0 and unsure in done.stdout
    assert "less sure than --min-confidence 0.5" in done.stderr
    raw = ids("--no-annotations")
    machine = next(name for name, sure in raw.items() if name not in printed and sure >= 0.5)
    done = coalition("explain", machine)
    assert done.returncode == 0 and machine in done.stdout
    assert "the annotations reject or replace it" in done.stderr
