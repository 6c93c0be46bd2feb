"""The command line: one thin command a module; heavy imports wait until a command runs."""

from __future__ import annotations

import sys

import typer

from coalition_cli.cli import (
    annotate,
    check,
    claims,
    countries,
    evaluate,
    explain,
    extract,
    figures,
    quotes,
    review,
    schema,
    show,
    speakers,
)
from coalition_cli.errors import CoalitionError

app = typer.Typer(
    name="coalition",
    help="Who said what, where, and can it be trusted: quotes, reported claims, countries and figures.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"coalition {version('coalition-cli')}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Who said what, where, and can it be trusted: quotes, reported claims, countries and figures."""


for module in (
    quotes,
    claims,
    speakers,
    countries,
    figures,
    show,
    explain,
    extract,
    check,
    review,
    annotate,
    evaluate,
    schema,
):
    app.command(module.NAME)(module.command)


def main() -> None:
    """Run the command line; an error is one line on standard error and exit code 2, never a traceback.

    In Python's development mode (`python -X dev -m coalition_cli`) an internal error shows its traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        # What a program reads is UTF-8 whatever the locale. A lone surrogate from a JSON file must not stop
        # the print; "\\ud800" is its JSON escape.
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except CoalitionError as error:
        typer.echo(f"coalition: {error}", err=True)
        sys.exit(2)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        typer.echo(f"coalition: internal error, please report it: {type(error).__name__}: {error}", err=True)
        sys.exit(2)
