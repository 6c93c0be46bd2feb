"""Lines that hold nothing but a label, told before any lines are joined.

Takes: Speaker 2 (00:41): / GUEST (where the line comes back)
Leaves: Harbour (where it does not), The ferry was late:
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from coalition_cli.documents.structure.names import is_name_like
from coalition_cli.documents.structure.shapes import NUMBER, TIME, name_key
from coalition_cli.documents.structure.units import Unit
from coalition_cli.documents.structure.words import words

WIDEST = 5
"""Words of a label alone on its line."""
FEWEST = 3
"""Lines with a label alone in a talk: fewer may be captions or a name that an article has twice."""

_TIMED = re.compile(rf"[*_]{{0,2}}[^\W\d_a-z][^:\n.!?]{{1,60}}? {TIME}:[*_]{{0,2}}")
_ALONE = re.compile(r"[*_]{0,2}(?P<name>[^\W\d_a-z][^:\n!?,\"“”()]{1,60}?):?[*_]{0,2}")


def lines_of_labels(units: Sequence[Unit]) -> frozenset[str]:
    """The lines that are a label with the time of a recording, or one that comes back; none but several."""
    counts = Counter(unit.text for unit in units if unit.words <= WIDEST and not unit.closed)
    heads = {line for line, count in counts.items() if _TIMED.fullmatch(line) or (count > 1 and _names(line))}
    return frozenset(heads) if sum(counts[line] for line in heads) >= FEWEST else frozenset()


def _names(line: str) -> bool:
    """Whether a line may name who speaks, with or without a colon."""
    match = _ALONE.fullmatch(line)
    if match is None:
        return False
    name, lexicon = match["name"], words()
    role = NUMBER.sub("", name_key(name)) in lexicon.roles | lexicon.askers | lexicon.nameless
    return role or name.isupper() or is_name_like(name)
