"""Runs of capitalised words, and where in each the name begins: "UK Defence Secretary | John Healey"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli.rules.view import TURNS
from coalition_cli.speakers.fold import fold
from coalition_cli.speakers.initials import initials
from coalition_cli.speakers.scan import capitalised
from coalition_cli.speakers.shouts import is_shouted
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.scan import Tokens

SKIPPED = frozenset(("furniture", "contact", "byline"))
"""Blocks whose names speak nowhere."""

_FUNCTION = frozenset(
    ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "VERB", "INTJ", "PART", "NUM", "PUNCT", "SYM")
)
_OPEN = frozenset(("“", "‘", '"', "'", "("))
_CLOSED = frozenset(("”", "’", '"', "'", ")"))
_LONGEST_LINE = 20  # words: a paragraph of more is none (chosen by eye)
_PAIR = 2  # words of a name whose initials may prove it: those of more may be a body's
_TITLE_CASE = 0.75  # of a heading's longer words: above it every word is written large (chosen by eye, seeds)


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start` to `end` (half-open) written large; `name` is the token at which a name may begin.

    `name == end` where the run ends in a title ("the Defence Secretary"). `titled` tells that a title or role
    stands inside the run before the name. `loud` marks runs of a heading in which every word is written
    large: they prove nothing by themselves. `label` marks runs of a turn's label, or before the initials that
    label turns, who can only be speakers; `signed` those of a post's signature, who may be bodies too.
    """

    start: int
    end: int
    name: int
    titled: bool
    loud: bool
    label: bool = False
    signed: bool = False


def name_runs(view: View, tokens: Tokens) -> Iterator[Run]:
    """Every run of capitalised words of the prose blocks, in text order, each split at its last title."""
    labels = {block.source for block in view.blocks if block.kind in TURNS and block.source}
    signatures = {block.source for block in view.blocks if block.kind == "post" and block.source}
    declared = initials(view)
    for start, end, heading in _stretches(view):
        first, last = view.token_at(start), view.token_at(end - 1)
        if first is None or last is None:
            continue
        loud = _is_title_case(tokens[first.i : last.i + 1], heading)
        capitals = [index for index in capitalised(view, start, end) if not is_shouted(view, tokens[index])]
        for begin, stop in _stretched(tokens, capitals, last.i + 1):
            name, titled = _split(tokens, begin, stop)
            label = _is_within(tokens, begin, stop, labels)
            label = label or (stop - begin <= _PAIR and _offset(tokens, stop) in declared)
            signed = _is_within(tokens, begin, stop, signatures)
            yield Run(begin, stop, name, titled, loud and not (label or signed), label, signed)


def _offset(tokens: Tokens, stop: int) -> int:
    """The offset at which a run ends."""
    return tokens[stop - 1].idx + len(tokens[stop - 1])


def _is_within(tokens: Tokens, start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    first, last = tokens[start].idx, tokens[end - 1].idx
    return any(begin <= first and last < stop for begin, stop in spans)


def _stretches(view: View) -> list[tuple[int, int, bool]]:
    """Where names are looked for: prose blocks, and labels and signatures outside them; true for headings."""
    prose = [block for block in view.blocks if block.kind not in SKIPPED]
    found = [(block.start, block.end, block.kind == "heading") for block in prose]
    for source in {block.source for block in prose if block.source}:
        around = view.block_at(source[0])
        if around is None or around.kind in SKIPPED:
            found.append((*source, False))
    return sorted(found)


def _is_title_case(tokens: Tokens, heading: bool) -> bool:
    """Whether a heading, or a line that can only be one, has all its words written large."""
    if not heading and (len(tokens) > _LONGEST_LINE or tokens[-1].text == "."):
        return False
    long_words = [token.text for token in tokens if len(token.text) > 3 and token.is_alpha]
    large = sum(word[0].isupper() for word in long_words)
    if heading:
        return large > _TITLE_CASE * len(long_words)
    return large == len(long_words) > 2


def _stretched(tokens: Tokens, capitals: Iterable[int], end: int) -> Iterator[tuple[int, int]]:
    """The runs that begin at capitalised tokens, none inside another."""
    done = 0
    for index in capitals:
        if index >= done and _is_large(tokens[index]):
            done = _run_end(tokens, index, end)
            yield index, done


def _run_end(tokens: Tokens, start: int, end: int) -> int:
    """Where the run that begins at `start` stops: after its last large word."""
    index = start + 1
    while index < end:
        if _is_large(tokens[index]):
            index += 1
            continue
        bridge = _bridge(tokens, index, end) or _small_part(tokens, index, end)
        if not bridge:
            return index
        index = bridge
    return end


def _small_part(tokens: Tokens, index: int, end: int) -> int:
    """Past a hyphen and the small end of a name ("Ban Ki-moon"), the index of what follows; 0 if none."""
    if index + 1 >= end or tokens[index].text != "-" or tokens[index - 1].whitespace_:
        return 0
    small = tokens[index + 1]
    tagged = tokens[index - 1].ent_type_ == small.ent_type_ == "PERSON"
    return index + 2 if tagged and small.is_lower and not tokens[index].whitespace_ else 0


def _is_large(token: Token) -> bool:
    text = token.text
    if not text[0].isupper() or token.lower_ in lexicon().never or _is_date(token):
        return False
    if token.is_sent_start or text.isupper():
        return (
            _is_first_particle(token)
            or token.pos_ not in _FUNCTION
            or is_given(text)
            or (len(text) > 1 and text.isupper())
        )
    if token.pos_ in ("DET", "PRON", "ADP", "CCONJ", "AUX"):
        return (len(text) == 2 and text[1] == ".") or _opens_name(token)
    return True


def _is_first_particle(token: Token) -> bool:
    """Whether a number that opens a sentence is a particle of a name: "Ten Hag", not "Ten Americans"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.pos_ == "NUM" and token.lower_ in lexicon().particles and after.tag_ == "NNP"


def _opens_name(token: Token) -> bool:
    """Whether a word taken for a small one begins a name: "Per Roe", to the model or behind a role."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if after.i == token.i or not after.text[0].isupper():
        return False
    before = token.nbor(-1)
    held = before.is_lower and is_title(before.lower_) and fold(token.text) in lexicon().given
    return held or token.ent_type_ == after.ent_type_ == "PERSON"


def _is_date(token: Token) -> bool:
    """Whether a month's name is a month here: "May" with a day or year beside it, or tagged as a date."""
    if token.lower_ not in lexicon().months:
        return False
    if token.dep_ in ("nsubj", "nsubjpass"):
        return False
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return token.ent_type_ == "DATE" or any(neighbour.like_num for neighbour in beside)


def _bridge(tokens: Tokens, index: int, end: int) -> int:
    """Past a small word or mark that joins two large words, the index of the second; 0 if none."""
    token, before = tokens[index], tokens[index - 1]
    if token.text in _OPEN:
        return _nickname(tokens, index, end)
    if index + 1 >= end or not _is_large(tokens[index + 1]):
        return _particles(tokens, index, end)
    if token.text in ("-", "/", "–") and not before.whitespace_ and not token.whitespace_:
        return index + 1
    if token.lower_ == "of" and before.lower_ in lexicon().open_roles:
        return index + 1
    return _particles(tokens, index, end)


def _nickname(tokens: Tokens, index: int, end: int) -> int:
    """Past a nickname in marks or brackets inside a name, the index of the next large word; 0 if none."""
    if index + 3 >= end or tokens[index].text not in _OPEN or tokens[index + 2].text not in _CLOSED:
        return 0
    nickname, after = tokens[index + 1], tokens[index + 3]
    large = nickname.is_title or nickname.is_upper
    fits = large and not nickname.whitespace_ and after.text[0].isupper() and _is_large(after)
    known = is_given(nickname.text) or (tokens[index].text != "(" and _is_first_name(tokens, index - 1))
    return index + 3 if fits and known and not after.is_sent_start else 0


def _is_first_name(tokens: Tokens, index: int) -> bool:
    """Whether a word is a given name, the second of two, or stands behind a title."""
    before = tokens[index - 1] if index else tokens[index]
    return is_given(tokens[index].text) or is_given(before.text) or is_title(before.lower_)


def _particles(tokens: Tokens, index: int, end: int) -> int:
    particles = lexicon().particles
    stop = index
    while stop < end and tokens[stop].lower_ in particles and tokens[stop].text[0].islower():
        stop += 1
    if index < stop < end and tokens[stop].text == "-" and not tokens[stop].whitespace_:
        stop += 1  # "Anwar al-Awlaki"
    return stop if stop > index and stop < end and _is_large(tokens[stop]) else 0


def _split(tokens: Tokens, start: int, end: int) -> tuple[int, bool]:
    """Where the name begins inside a run, and whether a title or role stands before it there."""
    titles = [i for i in range(start, end) if is_title(tokens[i].lower_) and not _is_named(tokens, i)]
    if not titles:
        return _first_given(tokens, start, end), False
    last = titles[-1]
    if last + 1 < end and tokens[last + 1].lower_ == "of":
        name = _first_given(tokens, last + 2, end)
        return (name if name > last + 2 else _tagged(tokens, last + 3, end), True)
    first = titles[-2] + 1 if len(titles) > 1 else start
    if last == end - 1 and last - first in (1, 2) and is_given(tokens[first].text):
        return first, first > start  # "Stephen King", "Mr. Tom King": a surname that is a title elsewhere
    return last + 1, True


def _is_named(tokens: Tokens, index: int) -> bool:
    """Whether a courtesy title that is a given name too stands behind a title or comma: "Hon. Don Roe"."""
    if index == 0 or not is_given(tokens[index].text) or tokens[index].lower_ not in lexicon().titles:
        return False
    if tokens[index - 1].text == "." and index > 1:  # "Hon." is cut before the stop
        return tokens[index - 2].lower_ in lexicon().titles
    if tokens[index - 1].text == "," and index + 2 < len(tokens):  # "the chairman, Don Roe,"
        after, end = tokens[index + 1], tokens[index + 2]
        return end.text == "," and tokens[index].ent_iob_ == "B" and not is_given(after.text)
    return is_title(tokens[index - 1].lower_)


def _first_given(tokens: Tokens, start: int, end: int) -> int:
    """The first given name that has a word after it, else `start`: "Fox News | Jane Roe"."""
    for index in range(start, end - 1):
        if is_given(tokens[index].text):
            return index
    return start


def _tagged(tokens: Tokens, start: int, end: int) -> int:
    """Where the name of several words begins that ends a run, by the model: "Minister of War | Jane Roe"."""
    name = end - 1
    while name > start and tokens[name].ent_iob_ == "I":
        name -= 1
    whole = start <= name < end - 1 and tokens[name].ent_iob_ == "B"
    return name if whole and tokens[name].ent_type_ == "PERSON" else end


def is_given(word: str) -> bool:
    """Whether a word is a given name and hardly anything else."""
    plain = fold(word)
    return plain in lexicon().given and plain not in lexicon().weak_given


def is_title(lower: str) -> bool:
    """Whether a lower-case word is a courtesy title or a role."""
    words = lexicon()
    return lower in words.roles or lower.rstrip(".") in words.titles
