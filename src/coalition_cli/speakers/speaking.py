"""Where in a text those stand who speak: a source's name, not the first word that happens to open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.speakers.steps.describing import is_crowd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.speakers.steps.resolution import Resolution
    from coalition_cli.speakers.steps.scene import Scene

    Resolve = Callable[[Scene, Offsets], Resolution]


def sources(scene: Scene, candidates: Iterable[Candidate], resolve: Resolve) -> frozenset[int]:
    """Where the names and pronouns stand that are sources themselves: offsets of their first words.

    `resolve` tells the speakers of a source: of "her mother, Fiona" it is Fiona, not *her*; of "Holm coach
    Jane Roe" Jane Roe, not Holm.
    """
    spans = {scene.whole(candidate.source) for candidate in candidates if candidate.source}
    return frozenset(start for span in spans if (start := _start(scene, span, resolve)) is not None)


def _start(scene: Scene, span: Offsets, resolve: Resolve) -> int | None:
    """The place in one source where its first speaker is named or, where nobody is, its first word."""
    speakers = resolve(scene, span).speakers
    named = [place for place in scene.index.inside(span) if not is_crowd(place)]
    speaking = next((place.start for place in named if place.entity.id in speakers), None)
    if speaking is not None:
        return speaking
    phrase = scene.phrase(span)
    owner = phrase is not None and (
        phrase[0].dep_ == "poss" or any(place.start == span[0] for place in named)
    )
    return None if owner else span[0]
