"""The learned engine: load the shipped weights, find attributions in a text."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coalition_cli.errors import ModelError
from coalition_cli.neural.calibrate import Calibration
from coalition_cli.neural.decode import Settings, decode
from coalition_cli.neural.encode import encode, load_tokenizer
from coalition_cli.neural.scores import score
from coalition_cli.neural.spell_out import candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from coalition_cli.neural.scores import Floats
    from coalition_cli.rules.candidate import Candidate

WEIGHTS = Path(__file__).with_name("weights")

_SECTION = 60_000  # characters scored at a time; bounds the memory of a text of any length


@dataclass(frozen=True, slots=True)
class Tagger:
    """A small encoder that tags cues, sources and contents and links them, in one pass over a text."""

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    distance: Floats
    settings: Settings
    calibration: Calibration
    floor: float

    @classmethod
    def load(cls, path: Path | str | None = None) -> Tagger:
        """The tagger of a folder of weights, by default the one that ships with the package.

        Raises `ModelError` where a file is missing or is not the one its config.json names by SHA-256.
        """
        folder = Path(path) if path is not None else WEIGHTS
        config = _read_config(folder)
        for name, wanted in config["sha256"].items():
            _check(folder / name, wanted)
        return cls(
            name=config["name"],
            session=load_session(folder / "tagger.onnx"),
            tokenizer=load_tokenizer(folder / "tokenizer.json"),
            distance=np.array(config["distance"], dtype=np.float32),
            settings=Settings(**config["decoding"]),
            calibration=Calibration(**config["calibration"]),
            floor=config["floor"],
        )

    def find(self, text: str, floor: float | None = None) -> list[Candidate]:
        """The attributions in `text`, in the order of their contents; offsets are code points into it.

        Those scored under `floor` are left out; by default the floor at which F1 was best on texts kept
        out of training.
        """
        least = self.floor if floor is None else floor
        found = (one for section in sections(text) for one in self._in_section(text, *section))
        return sorted((one for one in found if one.score >= least), key=lambda one: one.content)

    def _in_section(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        scores = score(encode(text[start:end], self.tokenizer), self.session, self.distance)
        for found in decode(scores, self.settings):
            one = candidate(text, start, scores, found, self.name, self.calibration)
            if one is not None:
                yield one


def sections(text: str) -> Iterator[tuple[int, int]]:
    """`text` in stretches of at most `_SECTION` characters, cut at a line end, else at a space."""
    start = 0
    while len(text) - start > _SECTION:
        stop = start + _SECTION
        middle = start + _SECTION // 2
        cut = max(text.rfind("\n", middle, stop), 0) or text.rfind(" ", middle, stop)
        end = cut + 1 if cut > start else stop
        yield start, end
        start = end
    yield start, len(text)


def _read_config(folder: Path) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            "the weights of the neural engine are missing or unreadable",
            where=str(folder / "config.json"),
            remedy="reinstall the package, or use --engine rules",
        ) from error
    return config


def _check(path: Path, wanted: str) -> None:
    """Refuse a file that is not, byte for byte, the one that was published."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError("a file of the neural engine is missing", where=str(path)) from error
    if digest != wanted:
        raise ModelError(
            f"altered weights: SHA-256 is {digest[:12]}…, not {wanted[:12]}…",
            where=str(path),
            remedy="reinstall the package, or use --engine rules",
        )


def load_session(path: Path) -> InferenceSession:
    """The graph, to be run by the calling thread alone (so that a fork finds no dead threads in it)."""
    # Unless told not to, importing it writes a device id and reports to its maker over the network.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
