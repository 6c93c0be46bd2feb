"""What the components hand on to one another inside a spaCy Doc, as plain JSON-able values.

Everything lives in extension attributes (`doc._.blocks` and so on) as lists of dicts, so that it survives
`to_bytes` and `DocBin`; the typed readers below turn it back into the dataclasses the finders work with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from coalition_cli.documents.document import Block
from coalition_cli.documents.marks import Quotation
from coalition_cli.records import from_dict, to_dict
from coalition_cli.rules.view import View
from coalition_cli.speakers.entities import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("blocks", "quotations", "speakers", "attributions", "country_mentions", "figures")
"""Extension attributes, each a list of dicts with offsets in code points into `doc.text`."""


def register() -> None:
    """Declare the extension attributes once; asking again is harmless."""
    for name in NAMES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def put(doc: Doc, name: str, items: Sequence[Any]) -> None:
    """Store dataclasses under `doc._.NAME` as plain dicts."""
    setattr(doc._, name, to_dict(items))


def blocks_of(doc: Doc) -> list[Block]:
    """The blocks of a Doc; needs `coalition_structure` to have run."""
    if doc._.blocks is None:
        raise ValueError("coalition_structure must stand before this component in the pipeline")
    return [Block(item["start"], item["end"], item["kind"], pair(item["source"])) for item in doc._.blocks]


def view_of(doc: Doc) -> View:
    """The Doc as the finders see it; needs `coalition_structure` to have run."""
    return View(doc, blocks_of(doc), [Quotation(**item) for item in doc._.quotations])


def entities_of(doc: Doc) -> list[Entity]:
    """The possible speakers of a Doc; needs `coalition_names` to have run."""
    if doc._.speakers is None:
        raise ValueError("coalition_names must stand before this component in the pipeline")
    return [from_dict(Entity, item) for item in doc._.speakers]


def pair(value: Sequence[int] | None) -> tuple[int, int] | None:
    """Two offsets from what JSON or msgpack made of them."""
    return None if value is None else (value[0], value[1])
