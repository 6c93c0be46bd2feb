"""The stance of an attribution: what its source does by saying or holding it.

The cue says most of it ("denied", "vowed", "wants"); negation turns it ("does not support"); for words of
plain saying the main clause of the content decides ("said they will send troops", "we cannot").
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from coalition_cli.lexicons import load
from coalition_cli.records import Stance
from coalition_cli.rules.cues import COMPLEMENTS, CueToken, cue_of, cue_within

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View

_OWN = frozenset(("i", "we"))
_REPORTED = frozenset(("he", "she", "they"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_RELATIVE = frozenset(("WDT", "WP"))
_OPENING = 40  # tokens of a content that are read: its main clause stands there (not swept)


def stance_of(view: View, candidate: Candidate) -> Stance:
    """The stance of one candidate; "asserts" where neither cue nor content says otherwise."""
    cue = cue_within(view, candidate.cue) if candidate.cue else None
    if cue is None:
        return "asks" if _is_question(view, candidate) else _of_content(view, candidate) or "asserts"
    stance = _of_cue(view, cue, candidate)
    if _is_refused(cue.token):
        return "declines"
    if _is_negated(cue.token):
        stance = negated(stance)
    if stance == "asserts" and cue.cue.word in _words("plain"):
        return _of_content(view, candidate) or stance
    if stance in ("commits", "declines") and _has_condition(view, candidate):
        return "conditions"
    return stance


@cache
def _words(name: str) -> frozenset[str]:
    """One of the word lists of `stances` in the cue lexicon."""
    return frozenset(load("cues")["stances"][name])


def negated(stance: Stance) -> Stance:
    """The stance of a cue that is negated: not to support is to oppose."""
    return cast(Stance, load("cues")["stances"]["negated"].get(stance, stance))


def _of_cue(view: View, cue: CueToken, candidate: Candidate) -> Stance:
    """What a cue says before the complement that the candidate is."""
    takes = cue.cue.takes
    shape = dict(candidate.evidence).get("complement", candidate.origin.removeprefix("rule:"))
    wanted = COMPLEMENTS.get(shape, "quotation")
    if shape.startswith("model:") and candidate.form == "reported":
        wanted = _complement(view, cue, candidate)
    if "preposition" in shape:
        wanted = next((word.lower_ for word in cue.token.rights if word.lower_ in takes), "preposition")
    if wanted in takes:
        return takes[wanted]
    others = [stance for complement, stance in takes.items() if complement != "quotation"]
    return others[0] if others and candidate.form == "reported" else next(iter(takes.values()))


def _complement(view: View, cue: CueToken, candidate: Candidate) -> str:
    """The complement that a content is by its first word and its head, where no rule tells its shape."""
    words = view.doc.char_span(*candidate.content[0], alignment_mode="expand")
    if words is None or words[0].lower_ == "that":
        return "clause"
    first = words[0]
    if first.tag_ in ("WRB", "WP", "WDT") or first.lower_ in ("if", "whether"):
        return "question"
    if first.tag_ in ("TO", "VBG", "IN"):
        return {"TO": "infinitive", "VBG": "gerund"}.get(first.tag_, first.lower_)
    before = first.nbor(-1) if first.i else first
    if before.i > cue.token.i and before.lower_ in cue.cue.takes:
        return before.lower_
    return "object" if words.root.pos_ in _NOMINAL else "clause"


def _is_refused(token: Token) -> bool:
    """Whether a cue completes one of declining: "refused to comment on the loan"."""
    above = cue_of(token.head) if token.dep_ == "xcomp" else None
    return above is not None and above.cue.takes.get("infinitive") == "declines"


def _is_negated(token: Token) -> bool:
    """Whether a cue is negated by "not" or "never", on itself or on the verb that it completes."""
    verbs = (token, token.head) if token.dep_ in ("xcomp", "acomp") else (token,)
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "nor") for verb in verbs for child in verb.lefts
    )


def _is_question(view: View, candidate: Candidate) -> bool:
    """Whether a candidate without a cue stands in somebody's question."""
    block = view.block_at(candidate.content[0][0])
    return block is not None and block.kind == "question"


def _of_content(view: View, candidate: Candidate) -> Stance | None:
    """What the main clause of the content does, if it does more than assert."""
    start, end = candidate.content[0]
    if len(candidate.content) == 1 and "?" in (view.text[end - 1], view.text[end : end + 1]):
        return "asks"
    for token in islice(view.tokens((start, end)), _OPENING):
        if token.dep_ in _SUBJECTS and token.tag_ not in _RELATIVE:
            return _of_clause(view, candidate, token, token.head)
    return None


def _of_clause(view: View, candidate: Candidate, subject: Token, verb: Token) -> Stance | None:
    """The stance of a clause from its subject, its modal and its verb."""
    modals = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    is_speaker = _is_speaker(view, candidate, subject)
    is_other = subject.lower_ == "we" or not is_speaker
    if is_other and modals & _words("urging") and not _is_negated(verb):
        return "urges"
    if not is_speaker:
        return "conditions" if _of_own_act(verb) == "conditions" else None
    if verb.pos_ == "AUX" or verb.lemma_ in _words("states"):
        return None
    if modals & _words("refusing") and _is_negated(verb):
        return "declines"
    if modals & _words("promising"):
        return "conditions" if _has_condition(view, candidate) else "commits"
    return _of_own_act(verb)


def _of_own_act(verb: Token) -> Stance | None:
    """What a speaker says of what he does: "said he opposed the plan"."""
    cue = cue_of(verb)
    if cue is None:
        return None
    stance = cue.cue.stance()
    if stance == "unknown" or stance in ("asserts", "believes", "asks", "wants"):
        return None  # who says that he struggled, looked or hoped tells how things are
    return negated(stance) if _is_negated(verb) else stance


def _is_speaker(view: View, candidate: Candidate, subject: Token) -> bool:
    """Whether a subject is the source: by pronoun, or by repeating its name ("Poland said Poland …")."""
    own = _OWN if view.quotation_at(subject.idx) is not None else _OWN | _REPORTED
    if subject.lower_ in own:
        return True
    if candidate.source is None or subject.pos_ != "PROPN":
        return False
    return subject.text in view.text[candidate.source[0] : candidate.source[1]]


def _has_condition(view: View, candidate: Candidate) -> bool:
    """Whether the content says on what it depends ("provided that", "only if")."""
    words = (token.lower_ for span in candidate.content for token in islice(view.tokens(span), _OPENING))
    return not _words("conditions").isdisjoint(words)
