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
    ("arguments", "named"),
    [
        (("quotes", "--nonsense"), "--nonsense"),
        (("quotes", "--kind", "loud"), "loud"),
        (("quotes", "--since", "yesterday"), "yesterday"),
        (("speak",), "speak"),
        (("schema", "nothing"), "nothing"),
        (("explain",), "ID"),
        (("quotes", "--format", "xml"), "xml"),
    ],
)
def test_a_usage_error_is_named_and_exits_with_2(arguments: tuple[str, ...], named: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert not any(name in done.stderr.splitlines()[-1] for name in HEAVY)


def test_help_fits_a_narrow_terminal() -> None:
    done = run("quotes", "--help")
    assert max(map(len, done.stdout.splitlines())) <= 80
