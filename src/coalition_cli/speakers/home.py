"""The country that a report comes from: its dateline names it, and the text names no other as often.

Takes: NAIROBI, Kenya (AP) – [[The government]] said it was late.
Leaves: PARIS (AP) – Chad's army left Chad. [[The government]] said it was late.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from coalition_cli.countries.lexicon import countries
from coalition_cli.countries.match import matches_in
from coalition_cli.speakers.scan import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.scan import Tokens

GOVERNMENT = "government"
_PLACE = re.compile(r"\s*(?:$|[(–—-]|,? \w+\.? \d|\d)")


def home(view: View) -> str | None:
    """The code of the country in the dateline, if the text is about no other."""
    dateline = next((block for block in view.blocks if block.kind == "dateline"), None)
    code = _named_in(view, dateline) if dateline else None
    named = (match.name.codes for match in matches_in(view.text))
    counts = Counter(codes[0] for codes in named if len(codes) == 1)
    rivals = (count for other, count in counts.items() if other != code)
    return code if code and counts[code] > max(rivals, default=0) else None


def _named_in(view: View, dateline: Block) -> str | None:
    """The last country of a dateline, or the capital where no town's country stands behind it."""
    inside = [
        match
        for match in matches_in(view.text)
        if dateline.start <= match.start and match.end <= dateline.end and len(match.name.codes) == 1
    ]
    if not inside:
        return None
    last = inside[-1]
    whole = _PLACE.match(view.text[last.end : dateline.end]) is not None
    return last.name.codes[0] if whole else None


def governments(view: View, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Every "the government" that nothing more is told of, as token offsets of the noun."""
    for noun in tokens_of(view, frozenset((GOVERNMENT,))):
        after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
        bare = noun.i > 0 and tokens[noun.i - 1].lower_ == "the" and noun.dep_ != "compound"
        if bare and (after is None or after.lower_ not in ("of", "in")):
            yield noun.i, noun.i + 1


def government_of(code: str) -> str:
    """What the government of a country is called: "Kenyan government"."""
    country = countries()[code]
    return f"{country.demonyms[0]} {GOVERNMENT}" if country.demonyms else f"{GOVERNMENT} of {country.name}"
