"""The source of a find of the tagger, as the grammar around it has it.

Takes: [The] judges ruled that it was late. (the judges did)
Takes: The crew, led by [Ove Lund], said so. (the crew did)
Leaves: The captain, [Ove Lund], said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.engines.colon import subject_before
from coalition_cli.rules.cues import cue_within
from coalition_cli.rules.mention import source_span
from coalition_cli.rules.topic import is_topic

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_SAME = frozenset(("appos", "conj"))


def settled_source(view: View, cue: Offsets | None, source: Offsets) -> Offsets | None:
    """The source whole, and the subject of its cue; none where it is the label of a subject, or the cue."""
    if cue is None:
        return _with_noun(view, cue, source)
    if view.text[slice(*cue)] == ":":
        return None if is_topic(view.text, source[0]) else subject_before(view, cue, source)
    return _subject_around(view, cue, source) or _with_noun(view, cue, source)


def _with_noun(view: View, cue: Offsets | None, source: Offsets) -> Offsets | None:
    """A source with its noun, where the tagger has only the article; none where the cue is that noun."""
    token = view.token_at(source[0])
    if token is None or token.dep_ != "det" or token.idx + len(token) < source[1]:
        return source
    start, end = source[0], token.head.idx + len(token.head)
    if cue is not None and start < cue[1] and cue[0] < end:
        return None
    return start, max(end, source[1])


def _subject_around(view: View, cue: Offsets, source: Offsets) -> Offsets | None:
    """The subject of a cue where the source is only named in it: "The crew, led by Ove Lund, said"."""
    words = view.doc.char_span(*source, alignment_mode="expand")
    verb = cue_within(view, cue)
    subject = next((child for child in verb.before if child.dep_ == "nsubj"), None) if verb else None
    if words is None or subject is None or words.start <= subject.i < words.end or words.root.dep_ in _SAME:
        return None
    inside = subject.left_edge.i <= words.start and words.end <= subject.right_edge.i + 1
    return source_span(view, subject) if inside else None
