"""Embedded social posts: the lines above a signature such as "— Jane Doe (@jdoe) April 10, 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.units import Unit, make_unit

TWEET = 280
"""Characters a post may have, links not counted: the bound that says how far back a post may reach."""

_SIGNATURE = re.compile(
    r"(?:—|–|―|--?|&mdash;)\s*(?P<name>[^()@\n]{2,80}?)\s*\(@[\w.-]{1,60}\)\s*[,·|-]?\s*"
    r"(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})?"
    r"[\s.]*$"
)
_HANDLE = re.compile(r"\(@[\w.-]+\)")
_LINK = re.compile(r"\s*(?:(?:https?://|pic\.(?:twitter|x)\.com/|t\.co/)\S+\s*)+$")
_NAME = re.compile(r"[^\W\d_](?:.*[^\W_])?\.?", re.DOTALL)
_REPORTED = re.compile(
    r"\b(?:said|says|told|wrote|tweeted|posted|shared|tweet|on X|on Twitter|social media)\b"
)


def cut_posts(text: str, units: list[Unit]) -> list[Unit]:
    """The units with every embedded post made one unit (kind post, its source the name in the signature).

    The signature and the links after the post become furniture. A text without a handle in brackets is
    given back as it is.
    """
    if "(@" not in text:
        return units
    spaced = sum(unit.gap for unit in units) * 2 > len(units)
    done: list[Unit] = []
    for unit in units:
        match = _SIGNATURE.search(unit.text) if _HANDLE.search(unit.text) else None
        name = _NAME.match(match["name"]) if match else None
        if match is None or name is None:
            done.append(unit)
            continue
        source = (unit.start + match.start("name"), unit.start + match.start("name") + len(name[0]))
        signature = unit
        inline = match.start() > 0
        if inline:
            end = unit.start + len(unit.text[: match.start()].rstrip())
            done.append(make_unit(text, unit.start, end, gap=unit.gap, indent=unit.indent))
            signature = make_unit(text, unit.start + match.start(), unit.end)
        first = len(done) - 1 if inline else _first_line(done, signature, name[0], spaced)
        if first < len(done):
            post = _post(text, done[first:], source)
            del done[first:]
            done.extend(post)
        signature.kind = "furniture"
        done.append(signature)
    return done


def _first_line(done: Sequence[Unit], signature: Unit, name: str, spaced: bool) -> int:
    """The index of the post's first line, by going back from its signature."""
    first, length = len(done), 0
    surname = name.split()[-1]
    while first and done[first - 1].kind is None:
        unit = done[first - 1]
        if first == 1 and len(done) > 1 and not unit.closed:
            break  # the headline
        link = _LINK.search(unit.text)
        body = len(unit.text[: link.start()] if link else unit.text)
        if first < len(done):
            below = done[first]
            reports = surname in unit.text or _REPORTED.search(unit.text) is not None
            if length + 1 + body > TWEET or link or unit.text.endswith(":") or reports:
                break
            if below.gap and (spaced or signature.gap):
                break
        elif body > TWEET * 2 and not link:
            break
        length += body + 1
        first -= 1
    return first


def _post(text: str, lines: Sequence[Unit], source: tuple[int, int]) -> list[Unit]:
    """The unit of the post and, where a link stands at its end, the unit of the link."""
    start, end = lines[0].start, lines[-1].end
    link = _LINK.search(text, start, end)
    stop = link.start() if link else end
    made: list[Unit] = []
    if stop > start:
        post = make_unit(text, start, stop, gap=lines[0].gap)
        post.kind, post.source = "post", source
        made.append(post)
    if link:
        begin = stop + len(link[0]) - len(link[0].lstrip())
        rest = make_unit(text, begin, end)
        rest.kind = "furniture"
        made.append(rest)
    return made
