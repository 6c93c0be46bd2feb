"""Text of others on a terminal: what would drive it is shown, not obeyed."""

from __future__ import annotations

_STAND_INS = {
    **dict.fromkeys((*range(32), *range(127, 160)), "\ufffd"),
    **dict.fromkeys(map(ord, "\v\f\r\x1c\x1d\x1e\x1f\x85"), " "),
    **{ord(kept): kept for kept in "\t\n"},
}


def visible(text: str) -> str:
    """The text with a stand-in for every control character (C0, DEL, C1), one for one: offsets stay.

    Tabs and line feeds stay as they are; what parts words becomes a space, all else U+FFFD.
    """
    return text.translate(_STAND_INS)
