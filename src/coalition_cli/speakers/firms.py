"""Companies by the legal form behind their name, and their marks on an exchange, which name nobody.

Takes: [[Sund Foods, Inc.]], [[Holm Corp]].
Leaves: the words in brackets of "Sund Foods, Inc. (NYSE: SUF)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.words import Body, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from coalition_cli.speakers.runs import Run
    from coalition_cli.speakers.scan import Tokens


def form_end(tokens: Tokens, end: int) -> int:
    """The end of a name that ends at `end`, with the legal form behind it: "Sund Foods | , Inc."."""
    form = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    return form + 1 if form < len(tokens) and tokens[form].lower_ in lexicon().legal_forms else end


def without_form(tokens: Tokens, start: int, end: int) -> int:
    """Where a name ends if its legal form is left out; `end` where nothing else is there."""
    name = end
    while name > start and (tokens[name - 1].lower_ in lexicon().legal_forms or tokens[name - 1].text == ","):
        name -= 1
    return name if name > start else end


def is_form(tokens: Iterable[Token]) -> bool:
    """Whether nothing is there but a legal form: "Inc."."""
    return all(token.lower_ in lexicon().legal_forms for token in tokens)


def firms(tokens: Tokens, runs: Iterable[Run]) -> dict[tuple[str, ...], Body]:
    """Names with a legal form behind them somewhere in the text: they are companies wherever they stand."""
    found = {}
    for run in runs:
        words = tuple(token.text for token in tokens[run.start : run.end])
        if form_end(tokens, run.end) > run.end and not is_form(tokens[run.start : run.end]):
            found[words] = lexicon().bodies.get(words) or Body(phrase_of(tokens, run.start, run.end), None)
    return found


def is_ticker(tokens: Tokens, start: int) -> bool:
    """Whether a word is an exchange in brackets or the mark of a company there: "(NYSE: SUF)"."""
    exchanges = lexicon().exchanges
    before = [token.text for token in tokens[max(0, start - 2) : start]]
    opens = before[-1:] == ["("] and tokens[start].lower_ in exchanges
    return opens or (before[-1:] == [":"] and before[0].lower() in exchanges)
