"""What a step gives back: whom a source stands for, or that nobody can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalition_cli.speakers.entities import Entity


@dataclass(frozen=True, slots=True)
class Resolution:
    """The ids of those a source stands for (none where nobody can be told), the step that decided, why."""

    speakers: tuple[str, ...]
    step: str
    detail: str


def nobody(why: str) -> Resolution:
    """No speaker, and why not."""
    return Resolution((), "none", why)


def told(entity: Entity, step: str, form: str) -> Resolution:
    """The one that a step took the words `form` to mean."""
    return Resolution((entity.id,), step, f"{form!r} is {entity.name}")
