"""`coalition check` and `coalition annotate` as commands: streams, exit codes, what is kept and written."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coalition_cli.annotations.codes import CODES
from coalition_cli.cli.app import main
from coalition_cli.records import text_sha256

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent.parent
TEXT = "The plan is sound, Defence Minister Ann Berg said on Monday. Norway will pay 250 million.\n"


class Folder:
    """A user's folder with one text and one annotation file."""

    def __init__(self, path: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self.patch = patch
        self.capture = capture
        self.file = path / "data" / "annotations.yaml"
        self.file.parent.mkdir()
        (path / "seeds").mkdir()
        (path / "seeds" / "d.txt").write_text(TEXT)
        self.write("")

    def write(self, more: str) -> None:
        head = f"version: 1\ndocuments:\n  - {{id: d, sha256: {text_sha256(TEXT)}}}\n"
        self.file.write_text(head + more)

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The command in this process, with the model that all tests share: exit code, output, errors."""
        self.patch.setattr(sys, "argv", ["coalition", *arguments])
        try:
            main()
        except SystemExit as stopped:
            code = stopped.code
        else:
            code = 0
        told = self.capture.readouterr()
        assert "Traceback" not in told.err
        return int(code or 0), told.out, told.err


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], nlp: Language
) -> Folder:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("coalition_cli.pipeline.load_nlp", lambda *_, **__: nlp)
    return Folder(tmp_path, monkeypatch, capsys)


def test_a_clean_file_says_nothing_and_the_second_run_needs_no_model(folder: Folder, nlp: Language) -> None:
    code, out, err = folder.run("check")
    assert (code, out) == (0, "")
    assert "0 findings, 0 entries in 1 document" in err
    folder.patch.setattr("coalition_cli.pipeline.load_nlp", None)
    assert folder.run("check") == (0, "", err)
    assert folder.run("check", "--quiet") == (0, "", "")
    folder.write("# a comment more\n")
    assert folder.run("check") == (0, "", err)
    folder.patch.setattr("coalition_cli.pipeline.load_nlp", lambda *_, **__: nlp)
    folder.write("quots: []\n")
    assert folder.run("check")[0] == 1


def test_a_broken_file_is_a_finding_of_check_and_stops_the_others(folder: Folder) -> None:
    folder.write("quots: []\n")
    code, out, _ = folder.run("check")
    assert (code, out) == (1, "data/annotations.yaml:4:1: A005 unknown key 'quots'\n")
    code, out, err = folder.run("quotes")
    assert (code, out) == (2, "")
    assert err.startswith("coalition: data/annotations.yaml:4:1: A005 unknown key 'quots' (")


def test_a_call_that_is_wrong(folder: Folder) -> None:
    assert folder.run("check", "--annotations", "none.yaml")[0] == 2
    assert folder.run("check", "--explain", "A999")[0] == 2
    assert folder.run("check", "nowhere")[0] == 2
    code, out, err = folder.run("check", "--doc", "nowhere")
    assert (code, out) == (2, "")
    assert "no document is called 'nowhere'" in err
    code, out, _ = folder.run("check", "--explain", "a102")
    assert (code, out.splitlines()[0]) == (0, "A102: anchor fits more than once (error)")


def test_fix_shows_and_writes_only_when_told_to(folder: Folder) -> None:
    folder.write(
        "countries:\n  - {id: a, doc: d, span: {exact: 'Norway  will'}, codes: [\"NO\"], verdict: correct, "
        "checked: {by: me, on: 2026-11-22}} # mine\n"
    )
    before = folder.file.read_bytes()
    assert folder.run("check", "--fix", "--doc", "other")[1] == ""
    code, out, _ = folder.run("check", "--fix")
    assert (code, folder.file.read_bytes()) == (0, before)
    assert '+  - {id: a, doc: d, span: {exact: "Norway will"}, codes: ["NO"]' in out
    folder.run("check", "--fix", "--write")
    assert folder.file.read_bytes() == before.replace(b"'Norway  will'", b'"Norway will"')


def test_what_annotate_proposes_is_whole_and_changes_nothing(folder: Folder) -> None:
    code, out, _ = folder.run("annotate", "-o", "new.yaml")
    assert (code, out) == (0, "")
    assert folder.run("check", "--annotations", "new.yaml")[0] == 0
    code, out, _ = folder.run("check", "--annotations", "new.yaml", "--strict", "--format", "json")
    findings = json.loads(out)
    assert code == 1
    assert {one["code"] for one in findings} == {"A206"}
    plain, merged = (
        folder.run("claims", *more)[1] for more in (["--no-annotations"], ["--annotations", "new.yaml"])
    )
    assert json.loads(plain) == json.loads(merged)
    written = (folder.path / "new.yaml").read_bytes()
    folder.run("annotate", "-o", "new.yaml")
    assert (folder.path / "new.yaml").read_bytes() == written


def test_accepting_everything_makes_a_clean_check(folder: Folder) -> None:
    folder.run("check", "--strict", "--accept", "for now", "--write")
    assert folder.run("check", "--strict")[0] == 0
    assert folder.run("check")[0] == 0


def test_every_code_stands_in_the_documentation() -> None:
    told = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    for one in CODES.values():
        line = f"**{one.code}** {one.title} ({one.severity}). {one.explanation} *{one.remedy}*"
        assert line in told, one.code
