"""Texts as Rich prints them whole: no markup read, no control obeyed, no letter lost."""

from __future__ import annotations

from rich.text import Text

from coalition_cli.render.visible import visible


def plain(text: str, style: str = "") -> Text:
    """A text for a cell or a line: a word longer than its room is broken, where Rich would cut it off."""
    return Text(visible(text), style=style, overflow="fold")
