"""Who is said to have said it: from a cue to the noun or pronoun that heads the mention of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.candidate import Offsets
from coalition_cli.rules.clause import VERBAL
from coalition_cli.rules.mention import LEFT, MARKS, NOMINAL, source_span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.rules.view import View

SUBJECTS = frozenset(("nsubj", "csubj"))
PARTICIPANTS = frozenset(("i", "we", "you", "me", "us"))
"""Pronouns of those who talk with each other."""

_NAMES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_CLIMB = frozenset(["xcomp", "advcl", "conj", "pcomp", "ccomp", "acl", "dep", "prep", "relcl", "parataxis"])
_CLOSED = frozenset('"”»,')
_LONGEST_STEP = 6  # verbs up the parse (3 and 12: the same in 80 texts of train; 1: worse)
_PHRASE_LONGEST = 8  # words to the head of a noun phrase (not swept)


def find_source(view: View, cue: Token) -> Offsets | None:
    """The mention that is the source of a cue token, or none where the text names none."""
    head = source_token(view, cue)
    return None if head is None else source_span(view, head)


def source_token(view: View, cue: Token) -> Token | None:
    """The head of the source of a cue: a verb, a noun ("his claim"), an adjective or "according to"."""
    if cue.lower_ == "according":
        return _usable(view, cue, _after(view, cue, "to"))
    if cue.pos_ in VERBAL:
        return _usable(view, cue, of_verb(view, cue))
    if cue.pos_ == "ADJ" or cue.dep_ == "acomp":
        return _usable(view, cue, of_verb(view, cue.head) if cue.dep_ in ("acomp", "conj", "oprd") else None)
    if cue.pos_ in ("NOUN", "PROPN"):
        return _usable(view, cue, of_noun(view, cue))
    return next((_usable(view, cue, child) for child in cue.children if child.dep_ == "pobj"), None)


def of_verb(view: View, verb: Token, steps: int = _LONGEST_STEP) -> Token | None:
    """The subject that a verb is said of: its own, its agent's, or that of the verb it hangs on.

    A relative pronoun ("Kallas, who said …") is itself the mention in place.
    """
    passive = False
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            child = _nearest(verb, child)
            return None if child.lower_ == "there" else child
        if child.dep_ == "agent":
            return next((item for item in child.children if item.dep_ == "pobj"), None)
        passive = passive or child.dep_ in ("nsubjpass", "auxpass")
    if passive or _is_bare_participle(verb):
        return None
    found = _of_auxiliary(verb) or _inverted(view, verb)
    if found is not None or not steps or verb.dep_ not in _CLIMB:
        return found or _just_before(view, verb)
    return _of_governor(view, verb, steps - 1)


def _is_bare_participle(verb: Token) -> bool:
    """Whether a verb stands as "Asked whether …, she said": the one asked is not the one who asks."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(word.dep_ == "aux" for word in verb.lefts)


def _of_auxiliary(verb: Token) -> Token | None:
    """The subject that the parser hung on an auxiliary: "they have never said"."""
    words = (child for word in verb.lefts if word.dep_ == "aux" for child in word.lefts)
    return next((child for child in words if child.dep_ in SUBJECTS and child.lower_ != "there"), None)


def _nearest(verb: Token, subject: Token) -> Token:
    """Of two subjects before a verb the nearer, behind a comma: "Outside court, Jane Roe said".

    A first one with an article is what the second one is: "The mayor, Jane Roe said".
    """
    nearer = [child for child in verb.children if child.dep_ == "nsubj" and subject.i < child.i < verb.i]
    if not nearer or verb.doc[verb.i - 1].is_punct or not subject.left_edge.is_sent_start:
        return subject
    if any(child.dep_ in ("det", "poss") for child in subject.lefts):
        return subject
    start = nearer[-1].left_edge
    between = verb.doc.text[subject.idx : start.idx]
    return nearer[-1] if start.nbor(-1).text == "," and MARKS.isdisjoint(between) else subject


def of_noun(view: View, noun: Token) -> Token | None:
    """Whose claim, plan or belief it is: its possessor, "by X", or the subject of the verb that gives it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among", "of"):
            owner = next((item for item in child.children if item.dep_ == "pobj"), None)
            if owner is not None and (child.lower_ != "of" or owner.ent_type_ in _NAMES):
                return owner
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return of_noun(view, head)
    if noun.dep_ == "pobj":
        head = head.head
    if noun.dep_ in ("dobj", "pobj", "attr") and head.pos_ in VERBAL and head.lemma_ != "be":
        return of_verb(view, head)
    return None


def _of_governor(view: View, verb: Token, steps: int) -> Token | None:
    """The source of a verb without a subject, from the word it hangs on."""
    head = verb.head
    if head.dep_ == "prep" and verb.dep_ == "pcomp":
        head = head.head
    if verb.dep_ in ("acl", "relcl") and head.pos_ in NOMINAL:
        return _of_infinitive(view, verb, head, steps) if verb.tag_ == "VB" else head
    if head.pos_ in VERBAL:
        if verb.dep_ == "xcomp":
            asked = next((item for item in head.children if item.dep_ == "dobj"), None)
            if asked is not None and verb.i > asked.i and verb.tag_ == "VB":
                return asked
        return of_verb(view, head, steps)
    if head.pos_ == "ADJ":
        return of_verb(view, head.head, steps) if head.dep_ == "acomp" else None
    return None


def _of_infinitive(view: View, verb: Token, noun: Token, steps: int) -> Token | None:
    """Who "takes pains to say": the subject of the verb that the noun is an object of, else the noun."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("dobj", "pobj") and governor.pos_ == "VERB":
        return of_verb(view, governor, steps)
    return noun


def _inverted(view: View, verb: Token) -> Token | None:
    """The name right after a verb of saying where the parser saw no subject: "…, said NAME"."""
    if verb.i + 1 >= len(view.doc) or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = view.doc[verb.i - 1].text[-1:] if verb.i else ""
    if before not in _CLOSED:
        return None
    token = view.doc[verb.i + 1]
    if token.pos_ not in ("PROPN", "PRON", "DET", "NOUN", "ADJ"):
        return None
    while token.dep_ in LEFT and token.head.i > token.i and token.head.i - verb.i < _PHRASE_LONGEST:
        token = token.head
    if token.pos_ not in NOMINAL or token.lower_ in ("that", "this"):
        return None
    elsewhere = token.dep_ in SUBJECTS and token.head != verb and token.head.i > token.i
    return None if elsewhere else token


def _after(view: View, token: Token, word: str) -> Token | None:
    """The head of the noun phrase after "according to", also where the parser hung it elsewhere."""
    for child in token.rights:
        if child.lower_ == word:
            found = next((item for item in child.rights if item.dep_ == "pobj"), None)
            if found is not None:
                return found
    index = token.i + 1
    if index + 1 >= len(view.doc) or view.doc[index].lower_ != word:
        return None
    found = view.doc[index + 1]
    while found.dep_ in LEFT and found.head.i > found.i and found.head.i - index < _PHRASE_LONGEST:
        found = found.head
    return found if found.pos_ in NOMINAL else None


def _just_before(view: View, verb: Token) -> Token | None:
    """The name right before a finite verb where the parser saw no subject: "NAME said"."""
    if not verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    token = view.doc[verb.i - 1]
    if token.pos_ == "ADV" and token.i:
        token = view.doc[token.i - 1]
    if token.ent_type_ in _NAMES or token.tag_ == "PRP":
        return token
    return None


def _usable(view: View, cue: Token, head: Token | None) -> Token | None:
    """The head, unless it stands inside a quotation that the cue is not in."""
    if head is None or head == cue:
        return None
    outside = view.quotation_at(head.idx)
    if outside is not None and not outside.outer_start <= cue.idx < outside.outer_end:
        return None
    return head
