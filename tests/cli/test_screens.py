"""What a person sees: no fact lost in a narrow terminal, no letter of a text, and no text that drives it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from coalition_cli.render.columns import Column
from coalition_cli.render.flat import as_markdown

Run = Callable[..., subprocess.CompletedProcess[str]]

WIDTHS = (24, 40, 60, 79, 120)
THIRD = "seeds/003_57bb9920ab05aaff.txt"
LISTS = ("quotes", "claims", "speakers", "figures", "countries")
URL = "https://example.org/" + "a-very-long-path-that-fits-no-column/" * 4
HOSTILE = (
    "Minister Anna \x1b[31mBerg\x07 was there.\r\n"
    "\x9b2J\x1b]0;title\x07“We will \x1b[2Jstay here\x7f\x08 for ever,” minister Anna Berg said.\n"
    "About 500\x1b[1m soldiers came, she said.\n"
)


def screen(coalition: Run, width: int, *arguments: object) -> str:
    """What a command prints on a terminal of some columns, which it keeps to."""
    done = coalition(*arguments, "--quiet", env={"COLUMNS": str(width)})
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= width
    return done.stdout


def letters(text: str) -> str:
    """Only what wrapping leaves together."""
    return re.sub(r"\s", "", text)


def cells(printed: str, column: int) -> str:
    """The letters of one column, as the rule under the headings parts no columns: by places of headings."""
    lines = printed.splitlines()
    heading = lines[1]
    starts = [match.start() for match in re.finditer(r"\S+(?: \S+)*", heading)]
    end = starts[column + 1] if column + 1 < len(starts) else None
    return letters("".join(line[starts[column] : end] for line in lines[3:]))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_speaker_is_named_whole(coalition: Run, width: int) -> None:
    printed = screen(coalition, width, "speakers", THIRD, "-f", "table")
    shown = cells(printed, 0)
    for name in ("Kaja Kallas", "High Representative/Vice-President", "kaja-kallas", "Dmitry Medvedev"):
        assert letters(name) in shown
    assert "@JohnHealey_MP" in letters(printed) or "@JohnHealey_MP" in cells(printed, 1)
    assert "…" not in shown


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_every_country_is_named_whole(coalition: Run, width: int) -> None:
    printed = screen(coalition, width, "countries", THIRD, "-f", "table")
    for name in ("United Kingdom", "Netherlands", "NATO"):
        assert letters(name) in cells(printed, 1)
    assert "demonym1" in letters(printed) and "declines1" in letters(printed)


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_every_figure_says_what_who_and_where(coalition: Run, width: int) -> None:
    printed = screen(coalition, width, "figures", "--doc", "000", "-f", "table")
    for word in ("73,000", "10,000–25,000", "at least", "between", "soldiers", "Kallas", ":15", ":36"):
        assert word in printed


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_claim_shows_its_figures(coalition: Run, width: int) -> None:
    printed = screen(coalition, width, "claims", "--doc", "000", "--about", "EUMAM", "-f", "table")
    assert "·atleast73,000Ukrainiansoldiers" in cells(printed, 2 if width >= 120 else 1)
    assert "UA" in printed


@pytest.mark.parametrize("width", [40, 80])
def test_explain_shows_ids_whole(coalition: Run, width: int) -> None:
    printed = screen(coalition, width, "explain", "q-485b1f72")
    assert "healey-real-and-substantial-003" in letters(printed)
    assert "…" not in printed


@pytest.mark.parametrize("width", [40, 80, 120])
def test_evaluation_drops_no_column(coalition: Run, width: int) -> None:
    printed = screen(
        coalition, width, "evaluate", "data/annotations.yaml", "-f", "table", "--engine", "rules"
    )
    for heading in ("exact F1", "overlap F1", "e2e P / R / F1", "cue", "source", "speaker"):
        assert f" {heading} " in printed
    assert "…" not in printed


@pytest.fixture
def long_words(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(f"“We will stay, see {URL} for more,” minister Anna Berg said.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("command", ["quotes", "show", "explain"])
def test_a_long_word_is_broken_not_cut(coalition: Run, long_words: Path, command: str, width: int) -> None:
    if command == "show":
        printed = letters(screen(coalition, width, "show", long_words))
        assert "…" not in printed
    elif command == "explain":
        printed = letters(screen(coalition, width, "explain", "q-", long_words))
    else:
        shown = screen(coalition, width, "quotes", long_words, "-f", "table")
        printed = cells(shown, 2 if width >= 120 else 1)
    assert URL in printed


@pytest.mark.parametrize(
    "command", ["quotes", "claims", "speakers", "figures", "countries", "show", "explain"]
)
def test_a_text_cannot_drive_the_terminal(coalition: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "bad\x1b[31m.txt"
    path.write_bytes(HOSTILE.encode())
    arguments = {"show": ("show", path), "explain": ("explain", "q-", path)}.get(
        command, (command, path, "-f", "table")
    )
    done = coalition(*arguments)
    assert done.returncode == 0
    controls = {
        letter for letter in done.stdout + done.stderr if ord(letter) < 32 or 127 <= ord(letter) < 160
    }
    assert controls <= {"\n"}


def test_marks_stand_where_they_should_behind_controls(coalition: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(HOSTILE.encode())
    printed = screen(coalition, 200, "show", path)
    assert "⟦We will \ufffd[2Jstay here\ufffd\ufffd for ever,⟧" in printed
    quote = json.loads(coalition("quotes", path, "-f", "json").stdout)[0]
    assert quote["text"] == "We will \x1b[2Jstay here\x7f\x08 for ever,"


def test_a_long_name_is_shown_whole(coalition: Run, tmp_path: Path) -> None:
    path = tmp_path / f"{'a-very-long-name-' * 5}.txt"
    path.write_text("“We will stay,” minister Anna Berg said.\n", encoding="utf-8")
    assert path.stem in letters(screen(coalition, 40, "show", path))


def test_brackets_in_a_name_are_no_markup(coalition: Run, tmp_path: Path) -> None:
    path = tmp_path / "[red]x.txt"
    path.write_text("“We will stay,” minister Anna Berg said.\n", encoding="utf-8")
    assert " [red]x " in screen(coalition, 80, "show", path)


def test_nothing_in_a_text_is_markup_of_a_markdown_page() -> None:
    text = r"a|b *c* _d_ <e> [f] `g` \h"
    heading, _, row = as_markdown([text], [Column("*words*", str), Column("lines", lambda one: "1\n2")])
    assert heading == "| *words* | lines |\n"
    assert row == r"| a\|b \*c\* \_d\_ \<e\> \[f\] \`g\` \\h | 1<br>2 |" + "\n"
