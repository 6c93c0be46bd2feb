"""Accounts called by their handle where they speak: "@sund_today said"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from coalition_cli.speakers.runs import SKIPPED

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_HANDLE = re.compile(r"(?<![\w@.])@\w{2,}")


def handles(view: View) -> dict[str, list[Offsets]]:
    """Every handle that is a subject or opens a sentence, as first written, with the places where it does."""
    found: dict[str, list[Offsets]] = defaultdict(list)
    forms: dict[str, str] = {}
    for match in _HANDLE.finditer(view.text):
        if _is_subject(view, match.start()):
            found[forms.setdefault(match.group().lower(), match.group())].append(match.span())
    return dict(found)


def _is_subject(view: View, offset: int) -> bool:
    token, block = view.token_at(offset), view.block_at(offset)
    if token is None or token.idx != offset or block is None or block.kind in SKIPPED:
        return False
    if token.is_sent_start:
        return True
    behind_name = token.i > 0 and token.nbor(-1).text[0].isupper()  # whose handle it is stands before it
    return token.dep_ == "nsubj" and token.left_edge.i == token.i and not behind_name
