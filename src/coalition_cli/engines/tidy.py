"""A find of the tagger brought to what the document's structure, marks and grammar allow."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.engines.doubt import is_only_done, runs_on
from coalition_cli.engines.extent import extended
from coalition_cli.engines.source import settled_source
from coalition_cli.rules.addressee import hears
from coalition_cli.rules.candidate import meet
from coalition_cli.rules.clause import without
from coalition_cli.rules.cues import cue_within, subject_among
from coalition_cli.rules.quotation.stretches import FINITE
from coalition_cli.rules.select import is_set_off
from coalition_cli.rules.unsaid import is_charged, is_open, is_to_come, is_unsaid
from coalition_cli.rules.view import PROSE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coalition_cli.documents.document import Block
    from coalition_cli.documents.marks import Quotation
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View

_FINAL = frozenset(",.!?")
_STOPS = ".,!?…"
_BY = re.compile(r"\sby\s+")
_COLON = re.compile(r"\s*:\s*")
_JOINT = re.compile(r"(?<=[\w”’\"])[\s,;]+(?:and|but|or|while|whereas|although|though)[\s,;]*\Z")


def tidied(view: View, one: Candidate) -> Candidate | None:
    """A find without what stands in furniture and contact lines, and without words of another paragraph than
    the cue's that stand in no marks, and without asides; none if nothing is left or was said. A label of a
    subject is no source.
    """
    prose = [span for part in one.content if (span := _prose_of(view, part))]
    held = {view.block_at(span[0]) for span in prose}
    kept = [span for span in prose if one.cue is None or _goes_on(view, one.cue, span, held)]
    said = [span for span in kept if not _is_other(view, one, span)]
    spans = [_trimmed(view, extended(view, one.cue, span) if one.cue else span) for span in said]
    if not spans or _is_unsaid(view, one):
        return None
    subject = _subject_in(view, one.cue, spans)
    source = settled_source(view, one.cue, subject or one.source)
    if source and not subject and one.source and meet(one.source, spans[0]):
        source = None  # "Lund seems to be late": what is said of somebody is not what he says
    found = replace(one, content=_without(view, spans, source), source=source)
    return None if is_only_done(view, found) else found


def _subject_in(view: View, cue: Offsets | None, spans: Sequence[Offsets]) -> Offsets | None:
    """The first part of a content, where it is the subject of the cue before marks: «[she] said: “…”»."""
    if cue is None or len(spans) < 2 or spans[1][0] < cue[1] or view.text[spans[0][1] : cue[0]].strip():
        return None
    verb, quotation = cue_within(view, cue), view.quotation_at(spans[1][0])
    if verb is None or quotation is None or quotation.start != spans[1][0] or not is_set_off(view, quotation):
        return None
    subject = subject_among(verb.before)
    return spans[0] if subject is not None and spans[0][0] <= subject.idx < spans[0][1] else None


def _without(view: View, spans: Sequence[Offsets], source: Offsets | None) -> tuple[Offsets, ...]:
    """The parts of a content that are not its source, and not the *by* before it; all if nothing is left."""
    if source is None:
        return tuple(spans)
    found: list[Offsets] = []
    for start, end in spans:
        if meet(source, (start, end)):
            found += without((start, end), source, view)
        elif _BY.fullmatch(view.text, end - 3, source[0]):
            found.append((start, end - 3))
        else:
            found.append((start, end))
    return tuple(found or spans)


def _is_unsaid(view: View, one: Candidate) -> bool:
    """Whether a word of plain saying says nothing where it stands, as the rules have it."""
    if one.cue is None or one.content[0][0] < one.cue[1]:
        return False  # what stands before "he said" has been said
    if runs_on(view, one.cue) or any(
        is_to_come(token) or is_charged(token) for token in view.tokens(one.cue)
    ):
        return True
    cue = cue_within(view, one.cue)
    words = view.doc.char_span(*one.content[0], alignment_mode="expand")
    if cue is None or words is None:
        return False
    if is_open(cue):
        return True
    shape = "verb-infinitive" if words[0].tag_ == "TO" else "verb-clause"
    return is_unsaid(cue, shape, words.root)


def _goes_on(view: View, cue: Offsets, span: Offsets, held: Collection[Block | None]) -> bool:
    """Whether a content stands in its cue's block, or in marks with nothing between that is not said too.

    `held` are the blocks that hold a part of the content.
    """
    block, other = view.block_at(cue[0]), view.block_at(span[0])
    if block is None or block is other:
        return True
    if other is not None and other.kind == "heading":
        return False  # a headline that quotes is no part of the speech beside it
    low, high = sorted((cue[0], span[0]))
    between = (one for one in view.blocks if low < one.start and one.end <= high and one.kind in PROSE)
    return view.quotation_at(span[0]) is not None and all(one in held for one in between)


def _is_other(view: View, one: Candidate, span: Offsets) -> bool:
    """Whether a span is no part of what was said, but an announcement, the addressee or an aside."""
    if one.cue is None:
        return False
    if _announces(view, one, one.cue, span):
        return True
    return len(one.content) > 1 and (hears(view, one.cue, span) or _is_aside(view, one, one.cue, span))


def _announces(view: View, one: Candidate, cue: Offsets, span: Offsets) -> bool:
    """Whether a span only tells what a quotation behind a colon is about, or stands before a cue that is one.

    "She made a remark about the weather: “It rained.”", of which the weather is no part of what she said.
    """
    if view.text[slice(*cue)] == ":":
        return one.source is not None and span[1] <= one.source[0] < cue[0]
    colon = _COLON.match(view.text, span[1])
    if colon is None:
        return False
    said = view.quotation_at(colon.end())
    if said is None or said.outer_start != colon.end() or said.term:
        return False
    behind = any(said.start <= start < said.end for start, _ in one.content)
    return behind and not any(word.tag_ in FINITE for word in view.tokens(span))


def _is_aside(view: View, one: Candidate, cue: Offsets, span: Offsets) -> bool:
    """Whether a span tells what the speaker did while speaking: "The bill fails, he said, shaking his head".

    Of 182 such clauses behind an attribution, those who marked PolNeAR train took 3 for part of the content.
    """
    if one.source is None or one.content[0][0] > min(cue[0], one.source[0]):
        return False
    said = max(cue[1], one.source[1])
    token = view.token_at(span[0])
    if token is None or token.tag_ != "VBG" or token.dep_ != "advcl":
        return False
    # not in "The roof, he said, leaking since May, must go"
    whole = any(word.tag_ in FINITE for word in view.tokens(one.content[0]))
    return whole and said <= span[0] and view.text[said : span[0]].strip() == ","


def _prose_of(view: View, span: Offsets) -> Offsets | None:
    """A span if it begins and ends in prose, cut at the end of its block if only its end does not."""
    start, end = span
    first, last = view.block_at(start), view.block_at(end - 1)
    if first is None or first.kind not in PROSE:
        return None
    return span if last is not None and last.kind in PROSE else (start, min(end, first.end))


def _trimmed(view: View, span: Offsets) -> Offsets:
    """A span without a last word that only joins what follows; of a quotation set off, the quotation."""
    start, end = span
    quotation = view.quotation_at(start)
    if quotation is not None and _is_in_marks(span, quotation):
        return quotation.start, quotation.end
    if quotation is not None and start <= quotation.start and _is_whole(view, quotation, end):
        return quotation.start, _with_stop(view, min(end, quotation.end))
    if quotation is not None and start == quotation.outer_start and end <= quotation.end:
        return quotation.start, quotation.end if _follows_colon(view, quotation) else _with_stop(view, end)
    joint = _JOINT.search(view.text, start, end)
    return start, joint.start() if joint else _with_stop(view, end)


def _follows_colon(view: View, quotation: Quotation) -> bool:
    """Whether a quotation is set off by a colon, and with it all that is said."""
    return is_set_off(view, quotation) and view.text[: quotation.outer_start].rstrip().endswith(":")


def _is_in_marks(span: Offsets, quotation: Quotation) -> bool:
    """Whether a span ends with the closing mark and begins with the opening one or right behind it."""
    start, end = span
    return start in (quotation.outer_start, quotation.start) and end == quotation.outer_end


def _with_stop(view: View, end: int) -> int:
    """The end of a content, the punctuation with it that alone is left of its quotation."""
    quotation = view.quotation_at(end - 1)
    if quotation is None or quotation.term or view.text[end : quotation.end].strip(_STOPS):
        return end
    return max(end, quotation.end)


def _is_whole(view: View, quotation: Quotation, end: int) -> bool:
    """Whether a quotation is all that is said: set off before it, ended inside its marks, none behind it."""
    alone = view.quotation_at(end - 1) in (None, quotation)
    return alone and is_set_off(view, quotation) and view.text[quotation.end - 1] in _FINAL
