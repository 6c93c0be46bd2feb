"""Organisations that a document names: those of the lexicon, and names that end or go on as theirs do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli.speakers.fold import fold
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.words import Body, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalition_cli.speakers.runs import Run
    from coalition_cli.speakers.scan import Tokens

_LONGEST = 5  # words of a name in the lexicon


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation and its mentions, as token offsets."""

    body: Body
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]


def organisations(tokens: Tokens, runs: Iterable[Run], persons: Iterable[int]) -> list[Organisation]:
    """Every organisation in `runs`; `persons` are the tokens that belong to a person's name."""
    taken = frozenset(persons)
    found: dict[Body, list[tuple[int, int]]] = defaultdict(list)
    for run in runs:
        for body, start, end in _bodies(tokens, run, taken):
            found[body].append((start, end))
    return [Organisation(body, _aliases(tokens, body, spans), tuple(spans)) for body, spans in found.items()]


def _aliases(tokens: Tokens, body: Body, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    forms = dict.fromkeys(phrase_of(tokens, start, end) for start, end in spans)
    return tuple(form for form in forms if form != body.name)


def _bodies(tokens: Tokens, run: Run, taken: frozenset[int]) -> Iterator[tuple[Body, int, int]]:
    known = [found for found in _known(tokens, run) if not taken.intersection(range(found[1], found[2]))]
    yield from known
    free = not known and not any(index in taken for index in range(run.start, run.end))
    whole = _of_something(tokens, run) if free else None
    if whole is not None:
        yield Body(phrase_of(tokens, run.start, whole), None), run.start, whole
        return
    noun = tokens[run.end] if run.end < len(tokens) else None
    if (
        noun is not None
        and noun.lower_ in lexicon().body_nouns
        and not noun.is_sent_start
        and noun.text.islower()
    ):
        yield Body(phrase_of(tokens, run.start, run.end + 1), None), run.start, run.end + 1
    elif free and not run.loud and _ends_like_one(tokens, run):
        yield Body(phrase_of(tokens, run.start, run.end), None), run.start, run.end


def _known(tokens: Tokens, run: Run) -> Iterator[tuple[Body, int, int]]:
    """Names of the lexicon inside a run, the longest at each place."""
    index = run.start
    while index < run.end:
        for end in range(min(run.end, index + _LONGEST), index, -1):
            body = lexicon().bodies.get(tuple(token.text for token in tokens[index:end]))
            if body is not None:
                yield body, index, end
                index = end
                break
        else:
            index += 1


def _of_something(tokens: Tokens, run: Run) -> int | None:
    """The end of a name that goes on after *of*, as a token: "Ministry | of Defence", "Bank of England"."""
    of, last = run.end, tokens[run.end - 1].lower_
    if of + 1 >= len(tokens) or tokens[of].lower_ not in ("of", "for"):
        return None
    if last not in lexicon().body_nouns or last in ("government", "administration"):
        return None  # those of a country speak for it
    start = of + 2 if tokens[of + 1].lower_ == "the" else of + 1
    end = start
    while end < len(tokens) and tokens[end].is_title and not tokens[end].is_sent_start:
        end += 1
    return end if end > start else None


def _ends_like_one(tokens: Tokens, run: Run) -> bool:
    last = tokens[run.end - 1]
    if run.titled and run.name == run.end:
        return False  # "MS. ROE" is cut behind the title
    if last.lower_ in lexicon().groups or last.lemma_.lower() in lexicon().unnamed:
        return False
    if run.end - run.start == 1 and last.lower_ in lexicon().honours:
        return False
    if run.end - run.start > 1 and fold(last.text) in lexicon().body_heads:
        return True
    acronym = last.text.isupper() and last.text.isalpha() and 2 <= len(last.text) <= 6  # AFP, UNESCO
    return (run.end - run.start == 1 and acronym) or any(
        token.ent_type_ == "ORG" for token in tokens[run.start : run.end]
    )
