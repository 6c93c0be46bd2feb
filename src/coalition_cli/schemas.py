"""JSON Schemas of the records and of the annotations file, made from their types."""

from __future__ import annotations

from typing import Any

from coalition_cli.records import Attribution, Country, Extraction, Figure, Speaker

RECORDS = {
    "quotes": Attribution,
    "claims": Attribution,
    "speakers": Speaker,
    "countries": Country,
    "figures": Figure,
    "extract": Extraction,
}
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one record of a command, or of the annotations file.

    Raises `KeyError` for a name that has none.
    """
    from pydantic import TypeAdapter

    if name == "annotations":
        from coalition_cli.annotations.schema import AnnotationFile

        schema = AnnotationFile.model_json_schema()
    else:
        schema = TypeAdapter(RECORDS[name]).json_schema(mode="serialization")
    return {"$schema": DRAFT, **schema}
