"""Each format read back by a reader that is not ours."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import github_action_utils
import jsonschema
import pytest
from junitparser import Failure, JUnitXml, Skipped

from coalition_cli.annotations.findings import Accepted, Finding, Place, Report
from coalition_cli.annotations.report import FORMATS
from coalition_cli.annotations.report.text import summary

# The official schema, as Microsoft's SARIF SDK ships it.
SARIF_SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))

ODD = "“é” 100% <b>&amp; a,b:c\n::error::no \x07"
FINDING = Finding("A101", ODD, "data/an notations.yaml", Place(3, 7, 4, 2, 20, 40), "q: 1", (ODD, "two"))
OTHER = Finding("A202", "speakers: a → b", "/abs/b.yaml", Place(9, 1, 9, 5), "q2", fields=("speakers",))
REPORT = Report((FINDING, OTHER), (Accepted(OTHER, "because"),), entries=1, documents=2)
NOTHING = Report((), (), entries=2, documents=1)


@pytest.mark.parametrize("report", [REPORT, NOTHING])
def test_sarif_is_valid(report: Report) -> None:
    log = json.loads(FORMATS["sarif"](report))
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(log)
    run = log["runs"][0]
    assert len(run["results"]) == len(report.findings) + len(report.accepted)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_says_where_and_what_is_suppressed() -> None:
    results = json.loads(FORMATS["sarif"](REPORT))["runs"][0]["results"]
    first = results[0]["locations"][0]["physicalLocation"]
    assert first["artifactLocation"]["uri"] == "data/an%20notations.yaml"
    assert first["region"] == {"startLine": 3, "startColumn": 7, "endLine": 4, "endColumn": 2}
    assert [one.get("suppressions", [{}])[0].get("justification") for one in results] == [
        None,
        None,
        "because",
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_whose_name_is_not_utf8_is_reported(format: str) -> None:
    name = os.fsdecode(b"seeds/caf\xe9.txt")
    told = FORMATS[format](Report((Finding("A205", "unreviewed", name, Place(1, 2, 1, 3), f"{name}:1"),)))
    assert "caf" in told.encode(errors="backslashreplace").decode()
    if format == "sarif":
        location = json.loads(told)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "seeds/caf%E9.txt"


def test_junit_is_read_by_junitparser(tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    file.write_text(FORMATS["junit"](REPORT), encoding="utf-8")
    suites = list(JUnitXml.fromfile(str(file)))
    assert [(suite.name, suite.tests, suite.failures, suite.skipped) for suite in suites] == [
        ("data/an notations.yaml", 1, 1, 0),
        ("/abs/b.yaml", 2, 1, 1),
    ]
    cases = [case for suite in suites for case in suite]
    assert [type(case.result[0]) for case in cases] == [Failure, Failure, Skipped]
    assert cases[0].result[0].message == ODD.replace("\x07", "\ufffd")
    empty = JUnitXml.fromstring(FORMATS["junit"](NOTHING).encode())
    assert (empty.tests, empty.failures) == (1, 0)


def command(line: str) -> tuple[str, set[str], str]:
    """The name, the properties and the data of a workflow command, as written."""
    name, properties, data = re.fullmatch(r"::([a-z]+) ([^\n]*?)::([^\n]*)", line).groups()  # type: ignore[union-attr]
    return name, set(properties.split(",")), data


def test_github_commands_are_those_of_a_library(capsys: pytest.CaptureFixture[str]) -> None:
    github_action_utils.error(
        "\n".join((ODD, ODD, "two")),
        title="A101 anchor fits nowhere",
        file="data/an notations.yaml",
        line=3,
        end_line=4,
        col=7,
    )
    github_action_utils.warning(
        "speakers: a → b",
        title="A202 extractor contradicts",
        file="/abs/b.yaml",
        line=9,
        end_line=9,
        col=1,
        end_column=5,
    )
    theirs = capsys.readouterr().out.splitlines()
    ours = FORMATS["github"](REPORT).splitlines()
    assert [command(line) for line in ours] == [command(line) for line in theirs]


def test_json_and_text() -> None:
    first, second, third = json.loads(FORMATS["json"](REPORT))
    assert (first["code"], first["line"], first["column"], first["id"]) == ("A101", 3, 7, "q: 1")
    assert (second["fields"], second["accepted"], third["accepted"]) == (["speakers"], None, "because")
    lines = FORMATS["text"](REPORT).splitlines()
    assert lines[0].startswith("data/an notations.yaml:3:7: A101 “é” 100%")
    assert FORMATS["text"](NOTHING) == ""
    assert summary(REPORT) == "2 findings, 1 accepted, 1 entry in 2 documents"
    assert summary(NOTHING) == "0 findings, 2 entries in 1 document"
