"""What stands around an article's text: headline, byline, dateline, subheads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coalition_cli.documents.structure.names import capitalised_share, is_date, is_name_like
from coalition_cli.documents.structure.units import Unit, make_unit
from coalition_cli.documents.structure.words import plain, words

FRONT = 12
"""Undecided lines before the first running text that may be headline, byline or dateline."""
HEADING = 25
"""Words: a longer line is no headline."""

_PLACE_DATE = re.compile(
    r"(?P<dateline>[A-Z][\w.' -]{2,30}?,? \d{1,2}[./]\d{1,2}[./]\d{4}[.:,–—-]*)\s+(?=[A-Z\"“‘'])"
)
"""Brussels 10.04.2025 Today …"""
_DAY = r"(?:,(?: [A-Z][\w.]{1,20}){1,3}(?: \d{1,2})?)?"
_CITY = re.compile(
    r"(?P<dateline>(?:"
    rf"[A-Z][A-Z.'’-]{{1,20}}(?: [A-Z][A-Z.'’-]{{1,20}}){{0,3}}{_DAY}(?: ?\([^()]{{2,40}}\))?"
    rf"|[A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{1,20}}){{0,2}}{_DAY} \([A-Z][\w ./-]{{1,30}}\)"
    r") ?(?:--|[-–—]))\s+(?=[\"“‘'(]?[A-Z0-9])"
)
"""WASHINGTON — …, BRUSSELS, April 10 (Reuters) - …, Kyiv (AFP) – …"""
_AFTER_NAME = re.compile(r"[,;|(]| and | in | for | at ")
_SIGN_OFF = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}\s+[A-Z]")


_STAMP = re.compile(r"date \d{4}-\d\d-\d\d\s+(?=\S)")


def split_stamp(text: str, units: list[Unit]) -> list[Unit]:
    """The units with a crawler's stamp before the text ("date 2025-04-19 …") made one of its own."""
    match = _STAMP.match(units[0].text) if units else None
    if match is None or not any(map(str.isalpha, units[0].text[match.end() :])):
        return units
    first = units[0]
    stamp = make_unit(text, first.start, first.start + len(match[0].rstrip()), indent=first.indent)
    stamp.kind = "furniture"
    return [stamp, make_unit(text, first.start + match.end(), first.end), *units[1:]]


def split_datelines(text: str, units: list[Unit]) -> list[Unit]:
    """The units with a dateline that opens one of the first paragraphs made a unit of its own."""
    opened = 0
    for index, unit in enumerate(units[: FRONT * 2]):
        if unit.kind is not None or not unit.prose:
            continue
        match = _PLACE_DATE.match(unit.text) or _CITY.match(unit.text)
        if match:
            stop, body = unit.start + match.end("dateline"), unit.start + match.end()
            head = make_unit(text, unit.start, stop, gap=unit.gap, indent=unit.indent)
            head.kind = "dateline"
            return [*units[:index], head, make_unit(text, body, unit.end), *units[index + 1 :]]
        opened += 1
        if opened == 2:
            break
    return units


def mark_front(units: Sequence[Unit]) -> None:
    """Decide the lines before the first running text: headline, byline, dateline, names of publishers."""
    front = _front(units)
    _mark_dates(front)
    pending = [unit for unit in front if unit.kind is None]
    heading = next((unit for unit in front if unit.kind == "heading"), None) or _headline(pending)
    if heading is None:
        return
    heading.kind = "heading"
    for index, unit in enumerate(front):
        if unit.kind is None:
            _mark_beside(unit, heading, [*front[max(0, index - 1) : index], *front[index + 1 : index + 2]])


def _front(units: Sequence[Unit]) -> list[Unit]:
    """The lines before the first running text."""
    front: list[Unit] = []
    for unit in units:
        if unit.kind in ("remarks", "question", "answer", "paragraph"):
            break
        if unit.kind is None and unit.prose and not (not front and _is_headline(unit, first=True)):
            return front if len(front) <= FRONT else front[:1]
        if unit.kind in (None, "heading", "dateline"):
            front.append(unit)
    else:
        return front[:1] if front and len(units) > 1 and not front[0].closed else []
    return front if len(front) <= FRONT else front[:1]


def _is_headline(unit: Unit, *, first: bool) -> bool:
    """Whether a line may be the headline though it reads like a sentence."""
    if unit.words > HEADING or unit.bullet:
        return False
    return not unit.closed or (first and (unit.text[-1] in "?!" or capitalised_share(unit.text) >= 0.7))


def _headline(pending: Sequence[Unit]) -> Unit | None:
    """The first line of four words on that looks like a headline, else the first line."""
    fit = [unit for unit in pending if _is_headline(unit, first=unit is pending[0]) and not _is_byline(unit)]
    for unit in fit:
        if unit.words >= 4 and not is_name_like(unit.text):
            return unit
    return fit[0] if fit else None


def _mark_dates(units: Sequence[Unit]) -> None:
    for unit in units:
        if unit.kind is None and is_date(unit):
            unit.kind = "dateline"


def _is_byline(unit: Unit) -> bool:
    """Whether a line says who wrote, edited or photographed; after "by" there must stand a name."""
    line = plain(unit.bare)
    if unit.words > HEADING or words().byline.fullmatch(line) is None:
        return False
    _, by, name = line.partition("by ") if line[:2].lower() != "by" else ("", "by", line[2:].strip())
    return not by or is_name_like(_AFTER_NAME.split(name)[0], most=5)


def _mark_beside(unit: Unit, heading: Unit, beside: Sequence[Unit]) -> None:
    """Decide a line of the front that stands beside the headline."""
    line = plain(unit.bare)
    if _is_byline(unit) or (is_name_like(line) and not unit.closed):
        unit.kind = "byline"
    elif unit.words <= 3 and not unit.closed and not unit.text.startswith("#"):
        dated = any(other.kind == "dateline" for other in beside)
        unit.kind = "dateline" if dated and line.istitle() else "furniture"
    elif unit.words <= HEADING and (
        not unit.closed or (unit.text[-1] in "?!" and unit.start < heading.start)
    ):
        unit.kind = "heading"


def mark_rest(units: Sequence[Unit]) -> None:
    """Decide what is left: subheads, sign-offs, bylines after the text, and paragraphs."""
    for index, unit in enumerate(units):
        if unit.kind is not None:
            continue
        if _is_sign_off(unit):
            unit.kind = "byline"
        elif is_date(unit) and not unit.quoted:
            unit.kind = "dateline"
        elif _is_subhead(units, index):
            unit.kind = "heading"
        else:
            unit.kind = "paragraph"


def _is_sign_off(unit: Unit) -> bool:
    if _SIGN_OFF.match(unit.text) and not unit.closed and unit.words <= 14:
        return True
    return unit.text[0] in "(BbRAWCE" and not unit.quoted and _is_byline(unit)


def _is_subhead(units: Sequence[Unit], index: int) -> bool:
    """A short line that begins like a title, ends like none of prose, and stands above running text."""
    unit = units[index]
    if unit.words > 12 or index + 1 >= len(units) or unit.text.startswith("#"):
        return unit.text.startswith("#") and unit.words <= HEADING
    first = unit.text.lstrip("*_'‘“\"")[:1]
    if unit.closed or unit.bullet or unit.text[-1] in ",;:-–—" or not (first.isupper() or first.isdigit()):
        return False
    below = units[index + 1]
    return below.words > unit.words and (below.prose or below.kind not in (None, "paragraph"))
