"""The source of a find of the tagger, as the grammar around it has it.

Takes: [The] judges ruled that it was late. (the judges did)
Takes: The crew, led by [Ove Lund], said so. (the crew did)
Takes: Ove Lund was quoted as saying that it was late. (Lund says it)
Takes: [Ove Lund] is said to be late. (nobody named says it)
Takes: Pleading for time, the crew left. (the crew did)
Leaves: The captain, [Ove Lund], said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.engines.colon import subject_before
from coalition_cli.engines.mention import bounded
from coalition_cli.rules.addressee import is_passive
from coalition_cli.rules.clause import is_infinitive
from coalition_cli.rules.cues import cue_of, cue_within, subject_among
from coalition_cli.rules.mention import source_span
from coalition_cli.rules.topic import is_topic

if TYPE_CHECKING:
    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.rules.view import View

_ARTICLES = frozenset(("the", "a", "an"))
_SAME = frozenset(("appos", "conj"))


def settled_source(view: View, cue: Offsets | None, source: Offsets | None) -> Offsets | None:
    """The source whole, and the subject of its cue; none where it is the label of a subject, or the cue."""
    if cue is not None and (quoted := _quoted(view, cue)):
        return quoted
    if source is None:
        return None if cue is None else _opened_by(view, cue)
    if cue is None:
        return _with_noun(view, cue, source)
    if _is_spoken_of(view, cue, source):
        return None
    source = bounded(view, cue, source)
    if view.text[slice(*cue)] == ":":
        return None if is_topic(view.text, source[0]) else subject_before(view, cue, source)
    return (
        _subject_around(view, cue, source)
        or _behind_label(view, cue, source)
        or _with_noun(view, cue, source)
    )


def _opened_by(view: View, cue: Offsets) -> Offsets | None:
    """Who opens a sentence with what is said in the same breath: "Pleading for time, the crew left"."""
    verb = view.token_at(cue[0])
    if verb is None or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.i < verb.i:
        return None
    if not verb.left_edge.is_sent_start or any(child.dep_ == "nsubj" for child in verb.lefts):
        return None
    subject = subject_among(verb.head.lefts)
    return None if subject is None or subject.i < verb.i else source_span(view, subject)


def _behind_label(view: View, cue: Offsets, source: Offsets) -> Offsets | None:
    """The subject of a cue where the source is a place or a subject before its colon: "SUND: Video shows"."""
    verb = cue_within(view, cue)
    subject = subject_among(verb.before) if verb else None
    if subject is None or not source[1] <= subject.idx < cue[0]:
        return None
    return source_span(view, subject) if ":" in view.text[source[1] - 1 : subject.idx] else None


def _is_spoken_of(view: View, cue: Offsets, source: Offsets) -> bool:
    """Whether a source before a passive is what others say or think something of: "Lund is said to sail"."""
    found = cue_within(view, cue)
    if found is None or found.cue.part != "verb" or cue[0] < source[1] or not is_passive(found.token):
        return False
    stance = found.cue.stance("verb-clause")
    return stance in ("asserts", "believes") and any(
        child.dep_ == "xcomp" and is_infinitive(child) for child in found.after
    )


def _quoted(view: View, cue: Offsets) -> Offsets | None:
    """The subject of a passive with a gerund of saying, who says it: "Ove Lund was quoted as saying"."""
    saying = next(
        (token for token in view.tokens(cue) if token.tag_ == "VBG" and token.dep_ == "pcomp"), None
    )
    verb = None if saying is None else saying.head.head
    if (
        saying is None
        or verb is None
        or verb.idx < cue[0]
        or saying.head.lower_ != "as"
        or cue_of(saying) is None
    ):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return None if subject is None else source_span(view, subject)


def _with_noun(view: View, cue: Offsets | None, source: Offsets) -> Offsets | None:
    """A source with its noun, where the tagger has only the article; none where the cue is that noun, but
    for a word that can stand alone: "Another implored".
    """
    token = view.token_at(source[0])
    if token is None or token.dep_ != "det" or token.idx + len(token) < source[1]:
        return source
    start, end = source[0], token.head.idx + len(token.head)
    if cue is not None and start < cue[1] and cue[0] < end:
        return None if token.lower_ in _ARTICLES else source
    return start, max(end, source[1])


def _subject_around(view: View, cue: Offsets, source: Offsets) -> Offsets | None:
    """The subject of a cue where the source is only named in it: "The crew, led by Ove Lund, said"."""
    words = view.doc.char_span(*source, alignment_mode="expand")
    verb = cue_within(view, cue)
    subject = subject_among(verb.before) if verb else None
    if words is None or subject is None or words.start <= subject.i < words.end or words.root.dep_ in _SAME:
        return None
    inside = subject.left_edge.i <= words.start and words.end <= subject.right_edge.i + 1
    return source_span(view, subject) if inside else None
