"""Organisations that a document names: those of the lexicon, and names that end or go on as theirs do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coalition_cli.speakers.firms import firms, form_end, is_form, without_form
from coalition_cli.speakers.fold import fold
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.words import Body, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from coalition_cli.speakers.runs import Run
    from coalition_cli.speakers.scan import Tokens

    Bodies = Mapping[tuple[str, ...], Body]


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation and its mentions, as token offsets."""

    body: Body
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]


def organisations(
    tokens: Tokens, runs: Sequence[Run], persons: Iterable[int], heard: Collection[int] = ()
) -> list[Organisation]:
    """Every organisation in `runs`; `persons` are the tokens that belong to a person's name, `heard` those
    that head the sources of attributions, where these are known.
    """
    taken = frozenset(persons)
    names = {phrase_of(tokens, run.start, run.end) for run in runs if _is_heard(tokens, run, heard)}
    companies = firms(tokens, runs)
    runs = _without_titles(tokens, runs)
    found: dict[Body, list[tuple[int, int]]] = defaultdict(list)
    for run in runs:
        for body, start, end in _bodies(tokens, run, taken, names, companies):
            found[body].append((start, end))
    return [Organisation(body, _aliases(tokens, body, spans), tuple(spans)) for body, spans in found.items()]


def _without_titles(tokens: Tokens, runs: Sequence[Run]) -> list[Run]:
    """The runs without initials that the text has many of: beside "the MCAs", "the MCA" is one of them."""
    many = {tokens[run.start].text for run in runs if run.end - run.start == 1}
    return [run for run in runs if run.end - run.start > 1 or f"{tokens[run.start].text}s" not in many]


def _aliases(tokens: Tokens, body: Body, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    forms = dict.fromkeys(phrase_of(tokens, start, end) for start, end in spans)
    return tuple(form for form in forms if form != body.name)


def may_be_body(token: Token) -> bool:
    """Whether a word that heads a source may be an organisation's name, by itself: "Uber said"."""
    words = lexicon()
    after_determiner = token.i > 0 and token.nbor(-1).lower_ in words.determiners
    before_noun = token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "NOUN"  # "Defence ministers"
    return (
        token.tag_ == "NNP"
        and token.text[0].isupper()
        and token.ent_type_ not in ("PERSON", "NORP", "DATE", "TIME", "EVENT")
        and token.lower_ not in words.never | words.crowds | words.roles.keys()
        and not (after_determiner or before_noun)
    )


def _is_heard(tokens: Tokens, run: Run, heard: Collection[int]) -> bool:
    """Whether a run is a name of which nothing is known but that it speaks."""
    return not run.titled and any(
        index in heard and may_be_body(tokens[index]) for index in range(run.start, run.end)
    )


def _bodies(
    tokens: Tokens, run: Run, taken: frozenset[int], names: Collection[str], companies: Bodies
) -> Iterator[tuple[Body, int, int]]:
    known = [
        found for found in _known(tokens, run, companies) if not taken.intersection(range(found[1], found[2]))
    ]
    yield from known
    named = any(index in taken for index in range(run.start, run.end))
    if known and not named and known[-1][2] < run.end and phrase_of(tokens, run.start, run.end) in names:
        yield Body(phrase_of(tokens, run.start, run.end), None), run.start, run.end  # "Reuters Estimates"
        return
    free = not known and not named
    unlisted = _unlisted(tokens, run, names, free=free)
    if unlisted is not None:
        start, end = unlisted
        yield Body(phrase_of(tokens, start, without_form(tokens, start, end)), None), start, end


def _unlisted(tokens: Tokens, run: Run, names: Collection[str], *, free: bool) -> tuple[int, int] | None:
    """The tokens of a name that is in no lexicon, by how it goes on, how it ends, or by `names`, those heard;
    `free` tells that nobody known is named in the run.
    """
    if is_form(tokens[run.start : run.end]):
        return None
    whole = _of_something(tokens, run) if free else None
    if whole is not None:
        return run.start, whole
    noun = tokens[run.end] if run.end < len(tokens) else None
    if noun is not None and _is_body_noun(noun):
        return run.start, run.end + 1
    if not free or run.loud:
        return None
    if _ends_like_one(tokens, run):
        return _first_part(tokens, run), run.end
    return (run.start, run.end) if phrase_of(tokens, run.start, run.end) in names else None


def _is_body_noun(noun: Token) -> bool:
    """Whether a small word behind a name makes it a body's: "the Sund council"."""
    return noun.lower_ in lexicon().body_nouns and not noun.is_sent_start and noun.text.islower()


def _first_part(tokens: Tokens, run: Run) -> int:
    """Where a name of two parts begins: "the | Food and Drug Administration"; behind an article alone."""
    words, start = lexicon(), run.start
    if (
        start < 2
        or tokens[start - 1].lower_ not in ("and", "&")
        or tokens[run.end - 1].lower_ not in words.body_heads
    ):
        return start
    first = start - 1
    while first and tokens[first - 1].text[0].isupper() and tokens[first - 1].lower_ not in words.determiners:
        first -= 1
    known = any(
        tuple(token.text for token in tokens[first:end]) in words.bodies for end in range(first + 1, start)
    )
    return first if first and tokens[first - 1].lower_ == "the" and first < start - 1 and not known else start


@cache
def _longest() -> int:
    """The words of the longest name in the lexicon."""
    return max(map(len, lexicon().bodies))


def _known(tokens: Tokens, run: Run, companies: Bodies) -> Iterator[tuple[Body, int, int]]:
    """Names of the lexicon and companies inside a run, the longest at each place."""
    index = run.start
    while index < run.end:
        for end in range(min(run.end, index + _longest()), index, -1):
            words = tuple(token.text for token in tokens[index:end])
            body = lexicon().bodies.get(words) or companies.get(words)
            if body is not None:
                index, start = form_end(tokens, end), index
                yield body, start, index
                break
        else:
            index += 1


def _of_something(tokens: Tokens, run: Run) -> int | None:
    """The end of a name that goes on after *of*, as a token: "Ministry | of Defence", "Bank of England"."""
    of, last = run.end, tokens[run.end - 1].lower_
    if of + 1 >= len(tokens) or tokens[of].lower_ not in ("of", "for"):
        return None
    if last not in lexicon().body_nouns or last in lexicon().ruling:
        return None  # those of a country speak for it
    start = of + 2 if tokens[of + 1].lower_ == "the" else of + 1
    end = large_end(tokens, start)
    if end > start and end + 1 < len(tokens) and tokens[end].lower_ in ("and", "&"):
        further = large_end(tokens, end + 1)
        if further == end + 2 and tokens[end + 1].ent_type_ == tokens[end].ent_type_ == "ORG":
            end = further  # "Ministry of Health and Welfare"
    return end if end > start else None


def large_end(tokens: Tokens, start: int) -> int:
    """Where the large words from `start` on end."""
    end = start
    while end < len(tokens) and tokens[end].is_title and not tokens[end].is_sent_start:
        end += 1
    return end


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
