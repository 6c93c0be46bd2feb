"""Names in headings that write every word large: "Jane Roe Tells Why", where the text names Jane Roe."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.speakers.sightings import name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coalition_cli.speakers.scan import Tokens
    from coalition_cli.speakers.sightings import Sighting


def with_headings(tokens: Tokens, found: Sequence[Sighting]) -> list[Sighting]:
    """The same sightings, those of headings cut to the full name they begin with, known from elsewhere."""
    known = {one.key for one in found if len(one.key) > 1 and not one.loud}
    return [_cut(tokens, one, known) if one.loud and one.key not in known else one for one in found]


def _cut(tokens: Tokens, one: Sighting, known: Collection[tuple[str, ...]]) -> Sighting:
    """A run of large words without those behind the longest name that it begins with."""
    for end in range(one.end - 1, one.start + 1, -1):
        key = name_key(tokens, one.start, end)
        if key in known:
            return replace(one, end=end, key=key)
    return one
