"""Who said what, where, and can it be trusted.

    import coalition_cli

    nlp = coalition_cli.load_nlp()
    documents = [coalition_cli.Document("a", "“We will stay,” Anna Berg said.", "-")]
    for extraction in coalition_cli.extract(nlp, documents):
        print(extraction.attributions)

Every name below is imported when it is first used: `import coalition_cli` costs no spaCy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coalition_cli.documents.document import Document as Document
    from coalition_cli.errors import CoalitionError as CoalitionError
    from coalition_cli.errors import CoalitionWarning as CoalitionWarning
    from coalition_cli.extraction import extract as extract
    from coalition_cli.pipeline import load_nlp as load_nlp
    from coalition_cli.records import Attribution as Attribution
    from coalition_cli.records import Country as Country
    from coalition_cli.records import Extraction as Extraction
    from coalition_cli.records import Figure as Figure
    from coalition_cli.records import Span as Span
    from coalition_cli.records import Speaker as Speaker

_HOMES = {
    "Document": "documents.document",
    "CoalitionError": "errors",
    "CoalitionWarning": "errors",
    "extract": "extraction",
    "load_nlp": "pipeline",
    **dict.fromkeys(("Attribution", "Country", "Extraction", "Figure", "Span", "Speaker"), "records"),
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
