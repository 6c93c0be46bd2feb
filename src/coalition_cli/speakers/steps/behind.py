"""The person named right behind a source that was cut at a comma.

Takes: The vote was close, said [[Holm's successor]], Jane Roe, on Friday.
Leaves: The vote was close, said [[Holm's successor]] to Jane Roe, on Friday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span

    from coalition_cli.speakers.steps.resolution import Resolution
    from coalition_cli.speakers.steps.scene import Scene


def by_name_behind(scene: Scene, phrase: Span) -> Resolution | None:
    """The person whose name follows a role between two commas."""
    text = scene.view.text
    behind = text[phrase.end_char :]
    start = phrase.end_char + len(behind) - len(behind.lstrip(" ,"))
    if "," not in text[phrase.end_char - 1 : start] or phrase.root.lower_ not in lexicon().roles:
        return None
    place = next((place for place in scene.index.at(start) if place.entity.type == "person"), None)
    closed = place is not None and text[place.end : place.end + 1] == ","
    return scene.shown(place) if place is not None and place.start == start and closed else None
