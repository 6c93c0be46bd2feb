"""`coalition review` as a person uses it: in a real pseudo-terminal, keys in, the file out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest
import yaml
from annotation_builders import record

from coalition_cli.annotations.load import load_annotations
from coalition_cli.annotations.review import Item, find_extent, with_content
from coalition_cli.records import Attribution

ASK = "a r [sekvtfwc ]+ n u q \\? > "
ROOT = Path(__file__).parent.parent.parent
# The command's dialogue over four records made by hand: the model, which has tests of its own, stays out.
DRIVER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from annotation_builders import extraction, figure, mention, record, speaker
from coalition_cli.annotations.review import Reviewer, items_of
from coalition_cli.annotations.write import AnnotationFileEditor
from coalition_cli.cli.dialogue import Dialogue
from coalition_cli.query import Corpus

TEXT = '''Ann Berg said, "we will send forty ships". "And one plane," she added.
Carl Dahl denied that he knew.
'''
def place(words):
    return TEXT.index(words), TEXT.index(words) + len(words)
people = speaker("ann-berg", name="Ann Berg"), speaker("carl-dahl", name="Carl Dahl")
found = extraction(
    TEXT,
    record(TEXT, place("we will send forty ships"), speakers=people[:1], cue=place("said")),
    record(TEXT, place("that he knew"), speakers=people[1:], kind="indirect", form="reported"),
    speakers=people, figures=(figure(TEXT, *place("forty"), 40),),
    mentions=(mention(TEXT, *place("Dahl"), "SE"),),
)
corpus = Corpus((found,))
items = items_of(corpus, {"d": TEXT}, corpus.attributions, spans=True)
checked = {"by": "me", "on": "2026-11-22"}
Dialogue(items, Reviewer(corpus, people, checked, "a.yaml"), AnnotationFileEditor(Path(sys.argv[2]))).run()
"""

OLD = f"""\
# mine
version: 1 # the first

quotes:
  # the old one
  - {{id: old, doc: x, content: [{{exact: y}}], verdict: unreviewed}}

documents: # all
  - {{id: x, sha256: '{"0" * 64}'}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.yaml"


def spawn(file: Path) -> Any:
    """A terminal with the dialogue in it, at its first question."""
    arguments = ["-c", DRIVER, str(Path(__file__).parent), str(file)]
    env = {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", "PATH": "/usr/bin:/bin", "NO_COLOR": "1"}
    terminal = pexpect.spawn(
        sys.executable, arguments, env=env, encoding="utf-8", timeout=20, dimensions=(40, 100)
    )
    terminal.expect(ASK)
    return terminal


@pytest.fixture
def person(file: Path) -> Iterator[Any]:
    terminal = spawn(file)
    yield terminal
    terminal.close(force=True)


def say(person: Any, line: str) -> str:
    """Type a line; what is shown until the next question."""
    person.sendline(line)
    person.expect([ASK, pexpect.EOF])
    return str(person.before)


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def test_accept_reject_and_quit(person: Any, file: Path) -> None:
    assert "said by: Ann Berg" in person.before
    assert 'Ann Berg ‹said›, "⟦we will send forty ships⟧".' in person.before
    assert "1 of 4" in person.before
    assert "2 of 4" in say(person, "a plainly so")
    assert [one["id"] for one in read(file)["quotes"]] == ["berg-we-will-send-forty-d"]
    say(person, "r")
    ends = say(person, "q")
    assert "2 decided, 2 left" in ends
    data = read(file)
    first, second = data["quotes"]
    assert (first["verdict"], first["note"], first["speakers"]) == ("correct", "plainly so", ["ann-berg"])
    assert first["checked"] == {"by": "me", "on": "2026-11-22"}
    assert (second["verdict"], second["content"]) == ("rejected", [{"exact": "that he knew"}])
    assert [one["id"] for one in data["speakers"]] == ["ann-berg"]
    assert [one["id"] for one in data["documents"]] == ["d"]


def test_correct_then_accept(person: Any, file: Path) -> None:
    assert "said by: Carl Dahl" in say(person, "s dahl")
    assert "send forty ships" in say(person, "e send … ships")
    assert "mixed" in say(person, "k m")
    assert "commits" in say(person, "t com")
    say(person, "a")
    say(person, "q")
    (entry,) = read(file)["quotes"]
    assert (entry["speakers"], entry["kind"], entry["stance"]) == (["carl-dahl"], "mixed", "commits")
    assert entry["content"] == [{"exact": "send forty ships"}]


def test_names_complete_on_tab(person: Any, file: Path) -> None:
    person.send("s Ca\t")
    assert "said by: Carl Dahl" in say(person, "")


def test_undo_and_skip(person: Any, file: Path) -> None:
    say(person, "a")
    after = file.read_bytes()
    say(person, "a")
    assert "2 of 4" in say(person, "u")
    assert file.read_bytes() == after
    assert "1 of 4" in say(person, "u")
    assert not file.exists()
    assert "nothing to undo" in say(person, "u")
    assert "2 of 4" in say(person, "n")
    assert "1 of 4" in say(person, "u")
    say(person, "n")
    say(person, "n")
    say(person, "n")
    assert "0 decided, 4 left" in say(person, "n")


def test_what_makes_no_sense_is_told_and_changes_nothing(person: Any, file: Path) -> None:
    for line, told in [
        ("zz", "'zz' is no command"), ("s nobody", "nobody is called 'nobody'"), ("k", "one of direct"),
        ("e not there", "exactly once"), ("v 3", "a figure's value"), ("", "type a command"),
        ("w", "rule:test"),
    ]:  # fmt: skip
        assert told in say(person, line), line
    assert not file.exists()


def test_a_figure_has_a_value(person: Any, file: Path) -> None:
    say(person, "n")
    say(person, "n")
    say(person, "v 40 50")
    say(person, "a")
    (entry,) = read(file)["figures"]
    assert (entry["low"], entry["high"], "value" in entry) == ("40", "50", False)


PROPOSED = f"""\
version: 1
documents: [{{id: d, sha256: '{"0" * 64}'}}]
speakers: []
figures:
  - {{id: f, doc: d, span: {{exact: forty}}, %s, verdict: unreviewed}}
countries:
  - {{id: c, doc: d, span: {{exact: Dahl}}, codes: [SE], via: name, verdict: unreviewed}}
"""


@pytest.mark.parametrize(
    ("had", "typed", "read"),
    [
        ("value: 40", "v 10 20", {"value": None, "low": 10, "high": 20}),
        ("low: 30, high: 40", "v 35", {"value": 35, "low": None, "high": None}),
        ("low: 30, high: 40", "v 0.00001", {"value": 0.00001, "low": None, "high": None}),
        ("value: 40", "v 1,500", {"value": 1500, "low": None, "high": None}),
    ],
)
def test_a_new_value_takes_the_old_one_away(
    file: Path, had: str, typed: str, read: dict[str, float | None]
) -> None:
    file.write_text(PROPOSED % had)
    person = spawn(file)
    for line in ("n", "n", typed, "a", "q"):
        say(person, line)
    (entry,) = load_annotations(file).file.figures
    assert (entry.verdict, {name: getattr(entry, name) for name in read}) == ("correct", read)


@pytest.mark.parametrize(
    ("steps", "typed", "told"),
    [
        (2, "v nan", "a figure's value is a number"),
        (2, "v inf", "a figure's value is a number"),
        (2, "v 1e20", "a figure's value is a number"),
        (2, f"v {'9' * 30}", "a figure's value is a number"),
        (2, "v 20 10", "A012 low is more than high"),
        (3, "c d", "A007 codes: 'D' does not fit"),
        (3, "c L V", "A007 codes: 'L V' does not fit"),
    ],
)
def test_what_the_file_cannot_hold_is_refused(file: Path, steps: int, typed: str, told: str) -> None:
    file.write_text(PROPOSED % "value: 40")
    before = file.read_bytes()
    person = spawn(file)
    for _ in range(steps):
        say(person, "n")
    shown = say(person, typed) + say(person, "a")
    assert told in " ".join(shown.split())
    if told.startswith("A0"):
        assert file.read_bytes() == before
    load_annotations(file)


def test_a_file_that_is_there_keeps_every_byte(file: Path) -> None:
    file.write_text(OLD)
    person = spawn(file)
    say(person, "a")
    say(person, "q")
    person.close()
    kept = iter(file.read_text().splitlines())
    assert all(line in kept for line in OLD.splitlines()), "a line is gone or moved"
    assert [one["id"] for one in read(file)["quotes"]] == ["old", "berg-we-will-send-forty-d"]


def test_the_end_of_input_is_a_way_out(person: Any, file: Path) -> None:
    person.sendeof()
    person.expect("0 decided, 4 left")
    person.expect(pexpect.EOF)


def test_the_command_itself_from_text_to_file(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "d.txt").write_text("“We will pay,” Defence Minister Ann Berg said on Monday.\n")
    env = {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", "PATH": "/usr/bin:/bin", "NO_COLOR": "1"}
    person = pexpect.spawn(
        sys.executable, ["-m", "coalition_cli", "review", "--by", "me", "--kind", "direct"],
        env=env, cwd=str(tmp_path), encoding="utf-8", timeout=60, dimensions=(40, 100),
    )  # fmt: skip
    person.expect(ASK)
    assert "said by: Ann Berg" in person.before
    person.sendline("a")
    person.expect("1 decided, 0 left")
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0
    data = read(tmp_path / "data" / "annotations.yaml")
    assert data["quotes"][0]["content"] == [{"exact": "We will pay,"}]
    assert data["quotes"][0]["checked"]["by"] == "me"


@pytest.mark.parametrize(
    ("typed", "kind", "quoted"),
    [
        ("that the so-called … ready", "indirect", []),
        ("that the so-called … will not leave", "mixed", ["will not leave"]),
        ("will not leave", "direct", ["will not leave"]),
    ],
)
def test_the_kind_of_a_new_extent_follows_from_speech_not_from_terms(
    typed: str, kind: str, quoted: list[str]
) -> None:
    text = "Carl Dahl said that the so-called “coalition of the willing” was ready and “will not leave”."
    item = Item.of(record(text, (0, 9), kind="mixed", form="reported"), text)
    spans = find_extent(item, typed)
    assert spans is not None
    changed = with_content(item, spans).record
    assert isinstance(changed, Attribution)
    assert (changed.kind, [span.text for span in changed.quoted]) == (kind, quoted)


@pytest.mark.parametrize(("typed", "place"), [("it rained", (14, 23)), ("rained", None), ("it … ed", None)])
def test_words_that_stand_twice_are_no_extent(typed: str, place: tuple[int, int] | None) -> None:
    text = "It rained and it rained."
    assert find_extent(Item.of(record(text, (0, 2)), text), typed) == (place and (place,))
