"""Posts signed with a name that is no person's: an account's whole name, "Sund Today", "FOX: Sailing"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.speakers.runs import is_given, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalition_cli.records import SpeakerType
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

# several words of letters and numbers: who signs with one, or with pictures, may be anybody
_NAME = re.compile(r"[^\W\d_a-z][\w.,:;&'’/|+-]* [\w .,:;&'’/|+-]*")
_HANDLE = re.compile(r" ?\(@(\w+)\)")
_WORD = re.compile(r"[^\W_][\w'’]*")


def signatures(
    view: View, named: Sequence[tuple[Offsets, SpeakerType]]
) -> Iterator[tuple[Offsets, SpeakerType]]:
    """The signatures that name nobody known, or only with a part of their words; `named` are all mentions."""
    for span in sorted({block.source for block in view.blocks if block.kind == "post" and block.source}):
        inside = [(place, kind) for place, kind in named if span[0] <= place[0] and place[1] <= span[1]]
        known = any(_is_signer(view.text, place, kind, span) for place, kind in inside)
        if not known and (_NAME.fullmatch(view.text, *span) or _is_account(view.text, span)):
            yield span, "person" if _is_small_name(view.text[slice(*span)]) else "organisation"


def _is_small_name(name: str) -> bool:
    """Whether a signature is a person's name written small: "jane roe"."""
    first, *rest = name.split()
    return name.islower() and len(rest) == 1 and is_given(first)


def _is_account(text: str, span: Offsets) -> bool:
    """Whether a signature is its account's own name, and no given name alone: "lake fan (@lakefan)"."""
    name, handle = text[slice(*span)], _HANDLE.match(text, span[1])
    if handle is None or is_given(name):
        return False
    return "".join(name.lower().split()) == handle[1].lower().replace("_", "")


def _is_signer(text: str, place: Offsets, kind: SpeakerType, span: Offsets) -> bool:
    """Whether a mention in a signature is who signs: a full name, or all but the titles around it.

    A country or group is left alone: whether its ministry signs, nobody can tell.
    """
    if kind not in ("person", "organisation"):
        return True
    around = _WORD.findall(text[span[0] : place[0]] + " " + text[place[1] : span[1]])
    if kind == "organisation":
        return not around or [word.lower() for word in around] == ["the"]
    return len(text[slice(*place)].split()) > 1 or all(is_title(word.lower()) for word in around)
