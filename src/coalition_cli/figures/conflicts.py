"""Figures of different documents about the same counted thing that do not agree, to be shown together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from coalition_cli import lexicons
from coalition_cli.records import Figure

_ABOUT = 0.1  # "some 50" agrees with 52: a tenth either way
_ALIKE = 3  # times (seeds: 10,000-25,000 and 10,000-30,000 troops are rivals, 6 and 30 countries are not)
_INFINITY = float("inf")


def conflict_groups(figures: Iterable[Figure]) -> list[tuple[Figure, ...]]:
    """Groups of figures that disagree, each in input order, the groups in the order of their first figure.

    Compared are figures of two documents with the same unit and the same counted noun, whose modifiers do not
    contradict each other ("troops", "allied troops"). A figure that the other document confirms has no rival
    there; two that are more than three times apart count different things.
    """
    ordered = list(figures)
    groups: dict[int, set[int]] = {}
    for first, second in _rivals(ordered):
        merged = groups.get(first, {first}) | groups.get(second, {second})
        for index in merged:
            groups[index] = merged
    distinct = {min(group): group for group in groups.values()}
    return [tuple(ordered[index] for index in sorted(distinct[first])) for first in sorted(distinct)]


def _rivals(figures: list[Figure]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of figures that disagree."""
    by_thing: dict[tuple[str, str | None], list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.counted:
            by_thing.setdefault((_thing(figure.counted)[0], figure.unit), []).append(index)
    for same in by_thing.values():
        confirmed = _confirmed(figures, same)
        for one, other in combinations(same, 2):
            first, second = figures[one], figures[other]
            if first.doc == second.doc or (one, second.doc) in confirmed or (other, first.doc) in confirmed:
                continue
            if _may_be_same(first, second) and not _agree(first, second) and _alike(first, second):
                yield one, other


def _confirmed(figures: list[Figure], same: list[int]) -> set[tuple[int, str]]:
    """Which figure is confirmed by which other document."""
    found: set[tuple[int, str]] = set()
    for one, other in combinations(same, 2):
        first, second = figures[one], figures[other]
        if first.doc != second.doc and _may_be_same(first, second) and _agree(first, second):
            found |= {(one, second.doc), (other, first.doc)}
    return found


@cache
def _thing(counted: str) -> tuple[str, frozenset[str]]:
    """The head noun, singular and by its commonest synonym, and the modifiers."""
    lexicon = lexicons.load("counted")
    *modifiers, head = counted.lower().split()
    head = lexicon["irregular"].get(head) or _singular(head)
    head = next((names[0] for names in lexicon["same"] if head in names), head)
    return head, frozenset(modifiers) - frozenset(lexicon["empty"])


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _may_be_same(first: Figure, second: Figure) -> bool:
    """Whether one's modifiers are among the other's."""
    one, other = _thing(first.counted or "")[1], _thing(second.counted or "")[1]
    return one <= other or other <= one


def _interval(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows."""
    if figure.value is None:
        return (
            -_INFINITY if figure.low is None else figure.low,
            _INFINITY if figure.high is None else figure.high,
        )
    slack = abs(figure.value) * _ABOUT if figure.bound == "about" else 0
    low = -_INFINITY if figure.bound == "at most" else figure.value - slack
    high = _INFINITY if figure.bound == "at least" else figure.value + slack
    return low, high


def _agree(first: Figure, second: Figure) -> bool:
    """Whether both can hold; two ranges only where they are the same."""
    one, other = _interval(first), _interval(second)
    if first.value is None and second.value is None:
        return one == other
    return one[0] <= other[1] and other[0] <= one[1]


def _alike(first: Figure, second: Figure) -> bool:
    one, other = sorted((_size(first), _size(second)))
    return one > 0 and other <= one * _ALIKE


def _size(figure: Figure) -> float:
    if figure.value is not None:
        return abs(figure.value)
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0
