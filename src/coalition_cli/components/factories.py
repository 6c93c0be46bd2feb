"""The spaCy factories, found by entry point.

Everybody's `spacy.blank()` imports this module, so it stays cheap: the work is imported when
a component is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


@Language.factory("coalition_structure", assigns=["doc._.blocks", "doc._.quotations", "token.is_sent_start"])
def make_structure(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Cut the text into blocks and pair its quotation marks; belongs before the parser."""
    from coalition_cli.components.structure import Structure

    return Structure()


@Language.factory("coalition_names", requires=["doc.ents", "doc._.blocks"], assigns=["doc._.speakers"])
def make_names(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the persons, organisations, countries and groups that may speak."""
    from coalition_cli.components.names import Names

    return Names()


@Language.factory(
    "coalition_attributions",
    requires=["token.dep", "token.lemma", "doc._.blocks", "doc._.speakers"],
    assigns=["doc._.attributions", "doc.spans"],
    default_config={"engine": "rules"},
)
def make_attributions(nlp: Language, name: str, engine: str) -> Callable[[Doc], Doc]:
    """Find the attributions and resolve who speaks in each."""
    from coalition_cli.components.attributions import Attributions

    return Attributions(engine)


@Language.factory("coalition_countries", requires=["doc._.blocks"], assigns=["doc._.country_mentions"])
def make_countries(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find where countries and groups of states are named."""
    from coalition_cli.components.countries import Countries

    return Countries()


@Language.factory("coalition_figures", requires=["token.dep", "doc._.blocks"], assigns=["doc._.figures"])
def make_figures(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Find the figures: values, ranges, bounds, units, what is counted."""
    from coalition_cli.components.figures import Figures

    return Figures()
