"""The bounds of a source that the tagger found word by word, brought to what the words around it are.

Takes: Orion Foods (NYSE:[ORF)] said it would stay. (Orion Foods (NYSE:ORF) did)
Takes: [Oracle last year] said it would stay. (Oracle did)
Takes: [Ove Lund QC,] for Orion Foods, said it would stay. (Ove Lund QC did)
Leaves: [Orion Foods, a maker of bread,] said it would stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_cli.rules.clause import token_span
from coalition_cli.rules.cues import cue_of
from coalition_cli.rules.mention import source_span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]+(?:,[^()\n]{0,40})?\([^()\n]*\)\s?(?:--?|[–—])\s?")
_DASHES = re.compile(r"[\s–—-]*")
_BRACKET = 40  # characters of a bracket whose end alone was found (by eye)
_TIMES = frozenset(("DATE", "TIME"))
_NAME_LONGEST = 6  # words, a title and an initial among them (by eye)


def bounded(view: View, cue: Offsets, source: Offsets) -> Offsets:
    """A source with whole names and brackets, without the dateline before it, the date behind it, or a clause
    behind it that tells what else it said; or as it is where that would touch its cue.
    """
    span = _behind_by(view, source) or _whole_name(view, _past_brackets(view, source))
    span = _before_date(view, span) if span[1] <= cue[0] else _before_saying(view, span)
    span = _before_comma(view, _with_name(view, span, cue[0]))
    clear = span[0] < span[1] and (span[1] <= cue[0] or cue[1] <= span[0])
    return span if clear else source


def _before_comma(view: View, span: Offsets) -> Offsets:
    """A source without the comma at its end, where none before it opens what the comma closes."""
    start, end = span
    return (start, end - 1) if view.text.find(",", start, end) == end - 1 else span


def _behind_by(view: View, source: Offsets) -> Offsets | None:
    """The agent of a passive, of which a source has the *by*."""
    word = view.token_at(source[0])
    if word is None or word.lower_ != "by":
        return None
    agent = next((child for child in word.rights if child.dep_ == "pobj"), None)
    return None if agent is None else source_span(view, agent)


def _past_brackets(view: View, source: Offsets) -> Offsets:
    """A source behind the dateline; behind the end of a bracket, or with the beginning of it at its end."""
    start, end = source
    dateline = _DATELINE.match(view.text, start, end)
    if dateline is not None:
        return dateline.end(), end
    closed = view.text.find(")", start, end)
    if closed == -1 or view.text.find("(", start, closed) != -1:
        return source
    if closed + 1 < end:
        dashes = _DASHES.match(view.text, closed + 1, end)
        return dashes.end() if dashes else closed + 1, end
    opened = view.text.rfind("(", max(0, start - _BRACKET), start)
    before = view.token_at(opened - 1) if opened > 0 else None
    return (
        source if before is None or "\n" in view.text[opened:start] else (source_span(view, before)[0], end)
    )


def _whole_name(view: View, source: Offsets) -> Offsets:
    """A source with the whole name of a person of which it has a part, and what is tied to it before it."""
    words = list(view.tokens(source))
    if not words:
        return source
    doc, first, last = view.doc, words[0].i, words[-1].i
    while _goes_on(doc[first]) and not doc[first - 1].is_punct:
        first -= 1
    while last + 1 < len(doc) and _goes_on(doc[last + 1]) and not doc[last].is_punct:
        last += 1
    if (first, last) == (words[0].i, words[-1].i):
        return source
    while first and doc[first - 1].dep_ == "compound" and first <= doc[first - 1].head.i <= last:
        first -= 1
    return min(source[0], doc[first].idx), max(source[1], doc[last].idx + len(doc[last]))


def _goes_on(token: Token) -> bool:
    """Whether a word goes on with a person's name."""
    return token.ent_iob_ == "I" and token.ent_type_ == "PERSON" and not token.is_punct


def _before_date(view: View, source: Offsets) -> Offsets:
    """A source without the time that the parser hangs on its verb: "Oracle last year" said."""
    words = list(view.tokens(source))
    end = len(words)
    while end > 1 and words[end - 1].ent_type_ in _TIMES:
        end -= 1
    hangs = words[-1].dep_ == "npadvmod" and words[-1].head not in words
    adverbial = end < len(words) and hangs and words[end - 1].pos_ != "ADP"
    return (source[0], words[end - 1].idx + len(words[end - 1])) if adverbial else source


def _before_saying(view: View, source: Offsets) -> Offsets:
    """A source behind its cue without the clause on what else it said: "said Walsh, who added that"."""
    words = list(view.tokens(source))
    for number, token in enumerate(words[1:], 1):
        if token.tag_ == "WP" and (_tells(token.head) or number + 1 == len(words)):
            return token_span(view, words[0].i, token.i - 1) or source
    return source


def _tells(verb: Token) -> bool:
    """Whether a verb is a cue of plain saying with a clause of its own."""
    found = cue_of(verb)
    told = any(child.dep_ == "ccomp" for child in verb.rights)
    return found is not None and found.cue.stance() == "asserts" and told


def _with_name(view: View, source: Offsets, cue: int) -> Offsets:
    """A source with the name that alone stands between it and its cue: "The mayor, | Jane Roe, said"."""
    between = view.text[source[1] : cue]
    if source[1] >= cue or not between.strip(" ,") or "\n" in between:
        return source
    words = [token for token in view.tokens((source[1], cue)) if token.idx >= source[1] and token.text != ","]
    if len(words) > _NAME_LONGEST or any(one.pos_ != "PROPN" or one.ent_type_ in _TIMES for one in words):
        return source
    return source[0], cue - (len(between) - len(between.rstrip(" ,")))
