"""Who speaks for the country that a name or role holds, and who against those that govern it.

Takes: Nepal's government, Nepal, the Nepalese prime minister.
Leaves: Nepal's opposition, a Nepalese rebel leader.
"""

from __future__ import annotations

import re

from coalition_cli.countries.lexicon import traps

_WORD = re.compile(r"[^\W\d_]+")


def speaks_for(name: str, role: str | None) -> bool:
    """Whether nothing in somebody's name and role sets them against those that govern."""
    told = {word.lower() for word in _WORD.findall(f"{name} {role or ''}")}
    return told.isdisjoint(traps()["opposing"])
