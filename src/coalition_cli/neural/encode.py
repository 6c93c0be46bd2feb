"""A text as the encoder sees it: word pieces with code-point offsets and three small features each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from coalition_cli.neural.marks import mark_states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenizers import Encoding, Tokenizer

Row = tuple[int, int, int, bool, int, int, int]
Ints = npt.NDArray[np.int32]
Features = npt.NDArray[np.uint8]

CLS, SEP = 101, 102  # ids of the BERT vocabulary
SPECIAL, LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(7)
SHAPES = 7
GLUED, SPACED, PARAGRAPH, BREAK, BLANK_BREAK = range(5)
PLACES = 5

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_DOUBLED = re.compile(r"(?:``|‘‘|'')(?=\S)([^\n]{1,3000}?)(?:''|’’)|``|‘‘")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text as parallel arrays, an element a word piece or paragraph break (`SEP`).

    `starts` and `ends` are code points into the text. `first` marks the first piece of each word: only
    those carry tags. `features` has a row a piece: shape of the word, state of the marks, place.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    first: npt.NDArray[np.bool_]
    features: Features

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a `tokenizer.json`, with its truncation and padding switched off."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode(text: str, tokenizer: Tokenizer) -> Encoded:
    """Cut `text` into word pieces. Paragraph breaks become one `SEP` each; blank text gives no piece."""
    text = _typeset(text)
    lines = [match.span() for match in _PARAGRAPH.finditer(text)]
    cut = tokenizer.encode_batch([text[s:e] for s, e in lines], add_special_tokens=False)
    rows: list[Row] = []
    before = -1  # where the paragraph before ended
    for (start, end), pieces in zip(lines, cut, strict=True):
        if not pieces.ids:
            continue
        if before >= 0:
            place = BLANK_BREAK if text.count("\n", before, start) > 1 else BREAK
            rows.append((SEP, before, start, False, SPECIAL, 0, place))
        rows.extend(_rows(text[start:end], start, pieces))
        before = end
    return _as_arrays(rows)


def _typeset(text: str) -> str:
    """The text, in as many characters, with quotation marks where two single ones stand for a double one."""
    return _DOUBLED.sub(lambda match: f" “{match[1]}” " if match[1] else " “", text)


def _rows(line: str, offset: int, pieces: Encoding) -> Iterator[Row]:
    """One paragraph's pieces; the shape is that of each word's first piece."""
    marks = [*mark_states(line).tolist(), 0]
    word_before, shape, last_end = None, SPECIAL, 0
    for ident, (start, end), word in zip(pieces.ids, pieces.offsets, pieces.word_ids, strict=True):
        first = word != word_before
        if first:
            shape = _shape(line[start:end])
        place = PARAGRAPH if word_before is None else SPACED if start > last_end else GLUED
        yield ident, offset + start, offset + end, first, shape, marks[start], place
        word_before, last_end = word, end


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[:1].isupper():
        return TITLE
    if word[:1].isdigit():
        return DIGIT
    return MIXED if word[:1].isalpha() else OTHER


def _as_arrays(rows: list[Row]) -> Encoded:
    table = np.array(rows, dtype=np.int32).reshape(-1, 7)
    return Encoded(
        ids=table[:, 0].copy(),
        starts=table[:, 1].copy(),
        ends=table[:, 2].copy(),
        first=table[:, 3].astype(bool),
        features=table[:, 4:].astype(np.uint8),
    )
