"""The commands, one thin module each; heavy imports wait until a command runs."""

from __future__ import annotations

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
