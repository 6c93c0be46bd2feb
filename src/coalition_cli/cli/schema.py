"""`coalition schema`: the JSON Schema of a record or a file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

NAME = "schema"


class SchemaName(StrEnum):
    """What has a schema."""

    quotes = "quotes"
    claims = "claims"
    speakers = "speakers"
    countries = "countries"
    figures = "figures"
    extract = "extract"
    annotations = "annotations"


def command(
    name: Annotated[SchemaName, typer.Argument(help="Which record or file.", show_default=False)],
) -> None:
    """Print the JSON Schema (draft 2020-12) of one record, or of the annotations file."""
    import json

    from coalition_cli.schemas import json_schema

    typer.echo(json.dumps(json_schema(name.value), ensure_ascii=False, indent=2))
