"""Whom *he*, *she* and *the spokesman* take up, where several might be meant: the most prominent, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

# a description that begins with a name is somebody too
OWNERS = [
    (
        "Peter Holm left. Holm's spokesman came. It was late, the spokesman said. [[He]] smiled.",
        "unnamed-holms-spokesman",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), OWNERS)
def test_the_most_prominent(resolved: Callable[[str], list[Resolution]], text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)
