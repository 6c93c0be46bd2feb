"""The JSON Schema that editors use says the same as the loader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from coalition_cli.annotations.load import parse_annotations
from coalition_cli.schemas import json_schema

DATA = Path(__file__).parent.parent.parent / "data" / "annotations.yaml"
SCHEMA = json_schema("annotations")


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it (1.2): `NO`, `on` and dates are strings, numbers are numbers."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":float", ":null"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(data)]


def test_our_own_file_fits() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert errors(yaml.load(DATA.read_text(encoding="utf-8"), Loader=Yaml12)) == []


QUOTE: dict[str, Any] = {
    "id": "a", "doc": "d", "content": [{"exact": "x"}], "speakers": [], "kind": "direct",
    "verdict": "correct", "checked": {"by": "me", "on": "2026-11-22"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"cue": None}, True),
        ({"content": [{"start": "x", "end": "y"}]}, True),
        ({"content": []}, False),
        ({"content": [{"exact": "x", "end": "y"}]}, False),
        ({"content": [{"start": "x"}]}, False),
        ({"kind": "verbatim"}, False),
        ({"sure": True}, False),
        ({"note": 3}, False),
        ({"verdict": "correct", "kind": None}, False),
        ({"checked": None}, False),
        ({"verdict": "unreviewed", "checked": None, "kind": None}, True),
        ({"id": "two words"}, False),
    ],
)
def test_schema_and_loader_agree(change: dict[str, Any], fits: bool) -> None:
    data = {"version": 1, "documents": [{"id": "d", "sha256": "0" * 64}], "quotes": [QUOTE | change]}
    assert (errors(data) == []) == fits
    if change != {"note": 3}:  # an unquoted 3 is text to us: nothing else could be meant
        assert (parse_annotations(json.dumps(data).encode(), "a.yaml")[1] == []) == fits


def test_the_schema_beside_our_file_is_todays() -> None:
    """Made by `coalition schema annotations > data/annotations.schema.json`."""
    assert json.loads((DATA.parent / "annotations.schema.json").read_text(encoding="utf-8")) == SCHEMA
    first = DATA.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=annotations.schema.json"
