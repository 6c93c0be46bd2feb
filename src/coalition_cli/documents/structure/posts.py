"""Embedded social posts: the lines above a signature such as "— Jane Doe (@jdoe) April 10, 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.units import Unit, make_unit
from coalition_cli.documents.structure.words import words

TWEET = 280
"""Characters a post may have, links not counted: the bound that says how far back a post may reach."""
OPENING = ('"', "“", "‘")
"""Marks that a post which quotes may begin with."""
SIGNED = 200
"""Characters at the end of a line that its signature may take."""

_SIGNATURE = re.compile(
    r"(?:—|–|―|--?|&mdash;)\s{0,3}\({0,3}(?P<name>[^()@\n]{2,80}?)\){0,3}\s{0,3}\(@[\w.-]{1,60}\)\s{0,3}[,·|-]?\s{0,3}"
    r"(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})?"
    r"\.?$"
)
_LINKS = re.compile(r"(?:(?>(?:https?://|pic\.(?:twitter|x)\.com/|t\.co/)\S+)\s*+)++$")
_NAME = re.compile(r"[^\W\d_](?:.*[^\W_])?\.?", re.DOTALL)


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
        signed = _signature(unit)
        if signed is None:
            done.append(unit)
            continue
        begin, source = signed
        signature = make_unit(text, begin, unit.end, gap=unit.gap)
        signature.kind = "furniture"
        if begin > unit.start:
            end = unit.start + len(text[unit.start : begin].rstrip())
            done.append(make_unit(text, unit.start, end, gap=unit.gap))
            first = len(done) - 1
        else:
            first = _first_line(done, signature, text[slice(*source)], spaced=spaced)
        first -= _is_parted(text, done, first)
        if first < len(done):
            done[first:] = _post(text, done[first:], source)
        done.append(signature)
    return done


def _signature(unit: Unit) -> tuple[int, tuple[int, int]] | None:
    """Where the signature at the end of a unit begins, and the span of the name in it."""
    if "(@" not in unit.text[-SIGNED:]:
        return None
    match = _SIGNATURE.search(unit.text, max(0, len(unit.text) - SIGNED))
    name = _NAME.match(match["name"]) if match else None
    if match is None or name is None:
        return None
    start = unit.start + match.start("name")
    return unit.start + match.start(), (start, start + len(name[0]))


def _first_line(done: Sequence[Unit], signature: Unit, name: str, *, spaced: bool) -> int:
    """The index of the post's first line, by going back from its signature.

    `spaced` says that the text has blank lines between its paragraphs, so that one stands above a post too.
    """
    first, length = len(done), 0
    while first and done[first - 1].kind is None:
        unit = done[first - 1]
        size = len(_LINKS.sub("", unit.text).rstrip())
        linked = size < len(unit.text)
        if first == 1 and len(done) > 1 and not unit.closed:
            break  # the headline
        if first == len(done):
            outside = size > TWEET * 2 and not linked
        else:
            outside = length + 1 + size > TWEET or linked or _is_article(unit, name)
            outside = outside or (done[first].gap and (spaced or signature.gap))
        if outside:
            break
        length += size + 1
        first -= 1
    return first


def _is_parted(text: str, done: Sequence[Unit], first: int) -> bool:
    """Whether a post that begins with a quotation has the line before it too: one that ends with a colon, and
    that more blank lines part from the quotation than from the text above.
    """
    if first < 2 or first == len(done) or not done[first].text.startswith(OPENING):
        return False
    before, line, quoted = (done[first - step] for step in (2, 1, 0))
    if line.kind is not None or not line.text.endswith(":"):
        return False
    above, below = text[before.end : line.start], text[line.end : quoted.start]
    return below.count("\n") > max(above.count("\n"), 2)


def _is_article(unit: Unit, name: str) -> bool:
    """Whether a line above a post speaks of it or of its author, as an article does."""
    if unit.text.endswith(":") or name.split()[-1] in unit.text:
        return True
    return words().posting.search(unit.text) is not None


def _post(text: str, lines: Sequence[Unit], source: tuple[int, int]) -> list[Unit]:
    """The unit of the post and, where a link stands at its end, the unit of the link."""
    start, end = lines[0].start, lines[-1].end
    links = _LINKS.search(text, start, end)
    stop = start + len(text[start : links.start()].rstrip()) if links else end
    made: list[Unit] = []
    if stop > start:
        post = make_unit(text, start, stop, gap=lines[0].gap)
        post.kind, post.source = "post", source
        made.append(post)
    if links:
        rest = make_unit(text, links.start(), end)
        rest.kind = "furniture"
        made.append(rest)
    return made
