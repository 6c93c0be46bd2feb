"""Help, version, completion and usage errors come without spaCy."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COMMANDS = (
    "quotes",
    "claims",
    "speakers",
    "countries",
    "figures",
    "show",
    "explain",
    "extract",
    "schema",
    "evaluate",
)
HEAVY = ("spacy", "yaml", "numpy")  # pydantic is imported by typer itself

SCRIPT = """
import sys
from coalition_cli.cli.app import main
sys.argv = ["coalition", *{arguments!r}]
try:
    main()
finally:
    print(",".join(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    script = SCRIPT.format(arguments=arguments, heavy=HEAVY)
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "80", **env},
    )


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), *((name, "--help") for name in COMMANDS)],
)
def test_answers_without_heavy_imports(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert done.stderr.strip() == ""


def test_completion_knows_the_commands() -> None:
    done = run(_COALITION_COMPLETE="complete_bash", COMP_WORDS="coalition ex", COMP_CWORD="1")
    assert done.stdout.split() == ["explain", "extract"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("quotes", "--nonsense"), "no such option: --nonsense"),
        (("quotes", "--kind", "loud"), "'loud' is not one of direct, mixed, indirect for --kind; "),
        (("quotes", "--since", "yesterday"), "'yesterday' is not a date like 2025-04-10 for --since; "),
        (("quotes", "--speaker"), "option '--speaker' requires an argument; try 'coalition quotes --help'"),
        (("speak",), "no such command 'speak'"),
        (("schema", "nothing"), "'nothing' is not one of quotes, claims, "),
        (("explain",), "missing argument 'ID"),
        (
            ("quotes", "--format", "xml"),
            "'xml' is not one of table, json, jsonl, csv, markdown for --format; "
            "try 'coalition quotes --help'",
        ),
    ],
)
def test_a_usage_error_is_one_line_with_the_remedy(arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    message, imported = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert message.startswith(f"coalition: {told}")
    assert message.endswith(" --help'")
    assert "Value error" not in message
    assert not imported, imported


def test_help_fits_a_narrow_terminal() -> None:
    done = run("quotes", "--help")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_number_out_of_range_is_named() -> None:
    done = run("quotes", "--min-confidence", "3")  # in words that depend on Typer's version
    assert done.returncode == 2
    assert "--min-confidence" in done.stderr.splitlines()[0]
    assert "Input" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("quotes", ""), "PATH"),
        (("quotes", "seeds", ""), "PATH"),
        (("explain", ""), "ID"),
        (("show", ""), "DOC"),
        (("quotes", "--doc", ""), "--doc"),
        (("check", "--doc", "003", "--doc", ""), "--doc"),
        (("claims", "--speaker", ""), "--speaker"),
        (("claims", "--country", ""), "--country"),
        (("claims", "--about", ""), "--about"),
        (("quotes", "--model", ""), "--model"),
    ],
)
def test_an_empty_value_is_not_everything(arguments: tuple[str, ...], name: str) -> None:
    done = run(*arguments)
    message, imported = done.stderr.splitlines()
    assert (done.returncode, done.stdout, imported) == (2, "", "")
    assert message.startswith(f"coalition: nothing is given for {name}")
