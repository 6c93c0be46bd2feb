"""The learned engine: a small encoder run by onnxruntime, no PyTorch.

>>> Tagger.load().find("The budget, she said, will grow.")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import Any

__all__ = ["Tagger"]


def __getattr__(name: str) -> Any:
    """Import onnxruntime and numpy only for those who use the engine."""
    if name == "Tagger":
        from coalition_cli.neural.tagger import Tagger

        return Tagger
    raise AttributeError(name)
