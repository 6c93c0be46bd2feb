"""From the source in place to its speakers: ordered steps that leave their name; no guesses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from coalition_cli.speakers.entities import REPORTER
from coalition_cli.speakers.fold import words
from coalition_cli.speakers.index import Index, Place
from coalition_cli.speakers.offices import holders, is_bare_title, may_mean
from coalition_cli.speakers.roles import described, role_heads
from coalition_cli.speakers.salience import PRONOUNS, Title, pronoun_links
from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from spacy.tokens import Span, Token

    from coalition_cli.documents.document import Block
    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity

_RELATIVE = frozenset(("who", "which", "that", "whose"))


@dataclass(frozen=True, slots=True)
class Resolution:
    """The ids of those a source stands for (none where nobody can be told), the step that decided, why."""

    speakers: tuple[str, ...]
    step: str
    detail: str


NOBODY = Resolution((), "none", "no source in the text")


def resolve(view: View, entities: Sequence[Entity], candidates: Sequence[Candidate]) -> list[Resolution]:
    """One resolution for each candidate, in the order given; every speaker is the id of one of `entities`."""
    resolver = _Resolver(view, entities, candidates)
    found: dict[int, Resolution] = {}
    before: tuple[Candidate, Resolution] | None = None
    last: tuple[Candidate, Resolution] | None = None
    bodies: set[str] = set()
    for number in sorted(range(len(candidates)), key=lambda item: candidates[item].content):
        candidate = candidates[number]
        found[number] = resolver.one(candidate, before)
        if candidate.source and not found[number].speakers and candidate.form not in ("turn", "post"):
            found[number] = resolver.body(candidate, last, bodies) or found[number]
        bodies.update(resolver.organisations(found[number]))
        last = candidate, found[number]
        if found[number].speakers:
            before = candidate, found[number]
    return [found[number] for number in range(len(candidates))]


class _Resolver:
    """One document's mentions, pronouns and steps."""

    def __init__(self, view: View, entities: Sequence[Entity], candidates: Sequence[Candidate]) -> None:
        self.view = view
        self.index = Index(entities)
        self.links = pronoun_links(view, self.index, self.speaking(candidates), self.titles())

    def titles(self) -> dict[int, Title]:
        """Every *the senator*: what it tells, and whom it means where a role tells that."""
        found = {}
        borne = self.borne()
        for head in tokens_of(self.view, lexicon().offices):
            if head.i in borne:
                continue
            start = min((child.i for child in head.lefts), default=head.i)
            phrase = self.view.doc[start : head.i + 1]
            if phrase[0].lower_ != "the" or not is_bare_title(phrase) or self.is_named(phrase, head):
                continue
            bearers = self.holders(phrase, head)
            one = bearers[0] if len(bearers) == 1 else self.unnamed(phrase, head)
            names = frozenset(bearer.id for bearer in bearers)
            found[head.idx] = Title(lexicon().roles[head.lower_], one.id if one else None, names)
        return found

    def borne(self) -> frozenset[int]:
        """The nouns that a person's name stands in apposition to: token indices."""
        ends = (place.end - 1 for place in self.index.places if place.entity.type == "person")
        names = (self.view.token_at(offset) for offset in ends)
        return frozenset(described(name).i for name in names if name is not None and name.dep_ == "appos")

    def is_named(self, phrase: Span, head: Token) -> bool:
        """Whether a name stands beside a title, or covers it: then the name counts, not the title."""
        if head.dep_ in ("appos", "compound") or self.named(phrase, head) is not None:
            return True
        after = self.view.text[head.idx + len(head) :]
        next_word = head.idx + len(head) + len(after) - len(after.lstrip(" ,"))
        return any(place.entity.type == "person" for place in self.index.at(next_word))

    def unnamed(self, phrase: Span, head: Token) -> Entity | None:
        """Somebody unnamed whom *the spokesman* takes up: the last one described by the same noun or one that
        means the same.
        """
        if phrase[0].lower_ != "the" or len(phrase) > 2 or head.lower_ not in lexicon().unnamed:
            return None
        before = (
            place
            for place in reversed(self.index.before(head.idx))
            if place.entity.type == "unnamed"
            and may_mean(head.lower_, place.entity.name.lower())
            and self.view.quotation_at(place.start) is self.view.quotation_at(head.idx)
        )
        return next((place.entity for place in before), None)

    def phrase(self, span: Offsets) -> Span | None:
        """The tokens that a source covers, whole; none where it covers only white space."""
        found = self.view.doc.char_span(*span, alignment_mode="expand")
        return found if found is not None and len(found) else None

    def held(self, phrase: Span, head: Token) -> Entity | None:
        """The one person who holds the office that a source describes."""
        found = self.holders(phrase, head)
        return found[0] if len(found) == 1 else None

    def holders(self, phrase: Span, head: Token) -> list[Entity]:
        """Everybody who holds the office that a source describes; of a heading also those named after it."""
        block = self.view.block_at(head.idx)
        ahead = block is not None and block.kind == "heading"
        return holders(phrase, head, self.index.entities.values(), ahead=ahead)

    def speaking(self, candidates: Sequence[Candidate]) -> frozenset[int]:
        """Where the names and pronouns stand that are sources themselves: offsets of their first words."""
        spans = {candidate.source for candidate in candidates if candidate.source}
        phrases = [self.phrase(span) for span in spans]
        starts = {start for start, _ in spans}
        for phrase in phrases:
            place = self.named(phrase, phrase.root) if phrase is not None else None
            if place is not None:
                starts.add(place.start)
        return frozenset(starts)

    def one(self, candidate: Candidate, before: tuple[Candidate, Resolution] | None) -> Resolution:
        """The speakers of one candidate; `before` is the last one that has some."""
        block = self.view.block_at(candidate.content[0][0])
        if candidate.form in ("turn", "post"):
            return self.owner(block, candidate)
        if candidate.source is None:
            return _continued(self.view, candidate, before)
        return self.source(candidate.source)

    def labelled(self, span: Offsets) -> Resolution | None:
        """The one speaker whose label bears the office that a transcript's title gives without a name."""
        spans = {block.source for block in self.view.blocks if block.source}
        persons = [
            place.entity for one in spans for place in self.index.inside(one) if place.entity.type == "person"
        ]
        office = role_heads(self.view.text[slice(*span)])
        fits = {one.id: one for one in persons if any(role_heads(role) & office for role in one.roles)}
        if len(fits) != 1:
            return None
        (bearer,) = fits.values()
        return Resolution((bearer.id,), "title", f"{self.view.text[slice(*span)]!r} is {bearer.name}")

    def organisations(self, resolution: Resolution) -> list[str]:
        """Those of the speakers that are organisations."""
        kinds = self.index.entities
        return [one for one in resolution.speakers if one in kinds and kinds[one].type == "organisation"]

    def body(
        self, candidate: Candidate, last: tuple[Candidate, Resolution] | None, spoke: Collection[str]
    ) -> Resolution | None:
        """*it* and *the company*: the organisation named before in whose name the noun stands, or the one
        that spoke last.
        """
        source = candidate.source or (0, 0)
        words_ = self.view.text[slice(*source)].lower().split()
        noun = words_[1] if words_[:1] == ["the"] and len(words_) == 2 else ""
        if words_ != ["it"] and noun not in lexicon().body_nouns:
            return None
        vague = not noun or noun in lexicon().vague_bodies
        found = self.called(noun, source[0], spoke) if noun else []
        if not found and vague and last is not None and self.is_next(*last[0].content, source):
            found = [one for one in self.organisations(last[1]) if self.may_be(one, noun)]
        if not found and vague and noun:
            found = self.only_body(source[0], spoke)
        if len(found) != 1:
            return None
        name = self.index.entities[found[0]].name
        return Resolution((found[0],), "organisation", f"{' '.join(words_)!r} is {name}")

    def bodies(self, offset: int) -> frozenset[str]:
        """The organisations named before an offset."""
        places = (place.entity for place in self.index.before(offset))
        return frozenset(entity.id for entity in places if entity.type == "organisation")

    def called(self, noun: str, offset: int, spoke: Collection[str]) -> list[str]:
        """Those named before in whose name a noun stands; of several those that spoke."""
        entities = (self.index.entities[one] for one in self.bodies(offset))
        found = [one.id for one in entities if any(noun in words(name) for name in (one.name, *one.aliases))]
        return found if len(found) < 2 else [one for one in found if one in spoke]

    def only_body(self, offset: int, spoke: Collection[str]) -> list[str]:
        """The one organisation that is named before an offset, where it spoke too."""
        named = self.bodies(offset)
        return list(named) if len(named) == 1 and named.issubset(spoke) else []

    def is_next(self, *spans: Offsets) -> bool:
        """Whether the first and the last of some spans stand in one block or in two neighbours, nobody named
        between them.
        """
        start, end = spans[0][0], spans[-1][0]
        between = self.index.inside((spans[-2][1], end)) if spans[-2][1] < end else []
        if any(place.entity.type in ("person", "organisation") for place in between):
            return False
        blocks = [block for block in self.view.blocks if block.start <= end and block.end >= start]
        return len(blocks) <= 2

    def may_be(self, body: str, noun: str) -> bool:
        """Whether *it* or a noun for bodies can mean one: no other such noun stands in its name."""
        return not noun or lexicon().body_nouns.isdisjoint(words(self.index.entities[body].name))

    def owner(self, block: Block | None, candidate: Candidate) -> Resolution:
        """The person of a transcript's title, a turn's label or a post's signature."""
        span = candidate.source or (block.source if block else None)
        if span is None and block is not None and block.kind == "question":
            return Resolution((REPORTER,), candidate.form, "a question whose asker is not named")
        if span is None:
            return Resolution((), "none", f"the {candidate.form} names nobody")
        place = next((place for place in self.index.inside(span) if place.entity.type != "country"), None)
        if place is None:
            return self.labelled(span) or self.source(span)
        return Resolution(
            (place.entity.id,), candidate.form, f"named as {self.view.text[place.start : place.end]!r}"
        )

    def source(self, span: Offsets) -> Resolution:
        """The speakers of a source in place."""
        phrase = self.phrase(span)
        if phrase is None:
            return Resolution((), "none", "the source is no word")
        if _is_match(self.view.doc[max(0, phrase.start - 1) : phrase.end]):
            return Resolution((), "none", "two sides of a match or a case")
        named = self.whole(phrase)
        if named:
            return self.several([self.at(place) for place in named])
        bearer = self.bearer(phrase)
        if bearer is not None:
            return Resolution((bearer.id,), "surname", f"{phrase.text!r} is {bearer.name}")
        heads = _heads(phrase)
        found = self.several([self.head(phrase, head) for head in heads])
        return found if found.speakers else self.introduced(phrase) or found

    def introduced(self, phrase: Span) -> Resolution | None:
        """The person named right behind a source that was cut at a comma: "Roe's successor, | Jane Doe,"."""
        behind = self.view.text[phrase.end_char :]
        start = phrase.end_char + len(behind) - len(behind.lstrip(" ,"))
        if (
            "," not in self.view.text[phrase.end_char - 1 : start]
            or phrase.root.lower_ not in lexicon().roles
        ):
            return None
        place = next((place for place in self.index.at(start) if place.entity.type == "person"), None)
        closed = place is not None and self.view.text[place.end : place.end + 1] == ","
        return self.at(place) if place is not None and place.start == start and closed else None

    def bearer(self, phrase: Span) -> Entity | None:
        """The one person whose surname is the whole source, where the tagger took the name for a verb
        ("Will said"), or written all large, where names prove nothing.
        """
        key = words(phrase.text.removesuffix("'s").removesuffix("’s"))
        if len(key) != 1 or not phrase.text[0].isupper() or self.index.at(phrase.start_char):
            return None
        block = self.view.block_at(phrase.start_char)
        loud = phrase.text.isupper() or (block is not None and block.kind == "heading")
        if phrase.root.pos_ == "PROPN" and phrase.root.ent_type_ == "PERSON" and not loud:
            return None  # a name to the tagger, and left to nobody for a reason
        persons = [
            one
            for one in self.index.entities.values()
            if one.type == "person" and words(one.name)[-1:] == key
        ]
        return persons[0] if len(persons) == 1 else None

    def at(self, place: Place) -> Resolution:
        """The entity of a mention."""
        return Resolution((place.entity.id,), place.how, repr(self.view.text[place.start : place.end]))

    def several(self, parts: Sequence[Resolution]) -> Resolution:
        """The speakers of coordinated sources: all of them, or none where one cannot be told."""
        if len(parts) == 1:
            return parts[0]
        if not all(part.speakers for part in parts):
            return Resolution((), "none", "one of several sources cannot be told")
        speakers = dict.fromkeys(speaker for part in parts for speaker in part.speakers)
        return Resolution(tuple(speakers), "coordination", " and ".join(part.detail for part in parts))

    def whole(self, phrase: Span) -> list[Place]:
        """The persons named in a source of which nothing else is left but their own roles and "and"."""
        span = (phrase.start_char, phrase.end_char)
        persons = [
            place
            for place in self.index.inside(span)
            if place.entity.type == "person" and not self.owns(place, span[1])
        ]
        done = span[0]
        for place in persons:
            before = self.view.text[done : place.start].strip(" ,")
            if place is not persons[0]:
                before = before.removeprefix("and").removeprefix("&").strip()
            if before and not any(
                role.endswith(before) or before.endswith(role) for role in place.entity.roles
            ):
                return []
            if _is_relation(before):
                return []
            done = place.end
        if self.view.text[done : span[1]].strip(" ,.’'") not in ("", "s"):
            return []
        return persons[-1:] if len(persons) == 2 and _is_called(phrase) else persons

    def owns(self, place: Place, end: int) -> bool:
        """Whether somebody is named only as the owner of what follows: "Roe's successor, John Doe"."""
        after = self.view.text[place.end : end]
        return after.startswith(("'s ", "’s ", "' ", "’ "))

    def head(self, phrase: Span, head: Token) -> Resolution:
        """What one noun or pronoun of a source stands for."""
        if head.lower_ in PRONOUNS:
            return self.pronoun(head)
        if head.lower_ in _RELATIVE:
            return self.relative(head)
        if head.pos_ == "PRON":
            return Resolution((), "none", f"nobody told for {head.text!r}")
        place = self.named(phrase, head)
        if place is not None:
            return self.at(place)
        person = self.held(phrase, head) or self.unnamed(phrase, head)
        person = person or self.index.entities.get(self.links.get(head.i, ""))
        if person is not None:
            return Resolution((person.id,), "title", f"{phrase.text!r} is {person.name}")
        country = self.country_of_owner(head)
        if country is not None:
            return Resolution((country.id,), "title", f"{phrase.text!r} is {country.name}")
        place = self.described(phrase, head)
        if place is not None:
            return self.examples(phrase, place) or self.at(place)
        part = next((child for child in head.children if child.lower_ == "of"), None)
        if part is not None and head.lower_ in lexicon().quantities:
            return self.partitive(phrase, part)
        return Resolution((), "none", f"nobody named fits {phrase.text!r}")

    def named(self, phrase: Span, head: Token) -> Place | None:
        """The named mention that `head` belongs to, or that its role or apposition introduces."""
        span = (phrase.start_char, phrase.end_char)
        places = [place for place in self.index.covering(span, head.idx) if not _is_crowd(place)]
        if not places and head.dep_ == "appos":  # "Jane Roe, a former adviser": the adviser is she
            places = [place for place in self.index.at(head.head.idx) if place.entity.type == "person"]
        if places:
            return places[0]
        persons = [place for place in self.index.inside(span) if place.entity.type == "person"]
        beside = [child.idx for child in head.children if child.dep_ == "appos" and child.i > head.i]
        for place in persons:
            if any(place.start <= offset < place.end for offset in beside):
                return place  # "One of them, Jane Roe"
            if _is_introduced(self.view, phrase, head, place):
                return place
        return None

    def described(self, phrase: Span, head: Token) -> Place | None:
        """The crowd that `head` heads: unnamed people, or many who speak as one."""
        places = self.index.covering((phrase.start_char, phrase.end_char), head.idx)
        if not places:  # the source stops before the description does
            places = list(self.index.covering((head.sent.start_char, head.sent.end_char), head.idx))
        return next((place for place in places if _is_crowd(place)), None)

    def country_of_owner(self, head: Token) -> Entity | None:
        """The country that *his country* or *her government* means: the one that the person speaks for."""
        if head.lower_ not in ("country", "nation", "government"):
            return None
        owner = next((self.links.get(child.i) for child in head.lefts if child.dep_ == "poss"), None)
        code = self.index.entities[owner].country if owner else None
        countries = (one for one in self.index.entities.values() if one.type == "country" and one.country)
        return next((one for one in countries if one.country == code), None)

    def examples(self, phrase: Span, crowd: Place) -> Resolution | None:
        """Those whom a description names: "nations such as Poland and Greece" are Poland and Greece."""
        after = self.view.text[crowd.end : phrase.end_char]
        if not after.lstrip(" ,").startswith("such as "):
            return None
        named = [place for place in self.index.inside((crowd.end, phrase.end_char)) if not _is_crowd(place)]
        return self.several([self.at(place) for place in named]) if named else None

    def partitive(self, phrase: Span, part: Token) -> Resolution:
        """*most of the countries*: what stands behind the *of*."""
        whole = next((child for child in part.children if child.dep_ == "pobj"), None)
        if whole is None or whole.i >= phrase.end:
            return Resolution((), "none", f"nobody named fits {phrase.text!r}")
        place = self.described(phrase, whole)
        return self.at(place) if place else Resolution((), "none", f"nobody named fits {phrase.text!r}")

    def pronoun(self, token: Token) -> Resolution:
        """*he* or *she*: whom the text before makes prominent."""
        entity = self.links.get(token.i)
        if entity is None:
            return Resolution((), "none", f"no one person fits {token.text!r}")
        return Resolution((entity,), "pronoun", f"{token.text!r} is {self.index.entities[entity].name}")

    def relative(self, token: Token) -> Resolution:
        """*who*, *which*: the noun that the clause hangs on."""
        place = self.beside(token)
        if place is not None:
            return Resolution((place.entity.id,), "relative", f"{token.text!r} is {place.entity.name}")
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        noun = clause.head
        if clause.dep_ != "relcl" or noun.i >= token.i:
            return Resolution((), "none", f"no noun stands before {token.text!r}")
        # The parser hangs many a clause on the last noun before it.
        for antecedent in (noun, *noun.ancestors):
            if antecedent.pos_ in ("NOUN", "PROPN") and antecedent.sent.start == noun.sent.start:
                found = self.head(self.view.doc[antecedent.left_edge.i : token.i], antecedent)
                if found.speakers and self.index.entities[found.speakers[0]].type != "country":
                    return self.unless_others(antecedent, token, found)
        return Resolution((), "none", f"nobody named stands before {token.text!r}")

    def beside(self, token: Token) -> Place | None:
        """The person whose name ends right before *who*, a comma, dash or bracket between them at most."""
        before = self.view.text[: token.idx].rstrip(" ,(–—-")
        return next(
            (place for place in self.index.at(len(before) - 1) if place.entity.type == "person"), None
        )

    def unless_others(self, antecedent: Token, token: Token, found: Resolution) -> Resolution:
        """*Jane Roe and others who*: not she alone, so nobody."""
        if any(child.dep_ == "cc" and child.i < token.i for child in antecedent.children):
            return Resolution((), "none", f"more than one stands before {token.text!r}")
        return Resolution(found.speakers, "relative", f"{token.text!r}: {found.detail}")


def _is_crowd(place: Place) -> bool:
    return place.entity.type == "unnamed" or (place.entity.type == "group" and place.how == "group")


def _is_match(words_: Iterable[Token]) -> bool:
    """Whether two are set against each other: "Sund vs Holm", "Roe v. Doe"."""
    return any(token.lower_.rstrip(".") in ("v", "vs", "versus") for token in words_)


def _is_called(phrase: Span) -> bool:
    """Whether of two names the first only calls somebody: "Jane Roe, your friend John Doe | says"."""
    joined = any(token.lower_ in ("and", "&", "or") for token in phrase)
    one = phrase.root.head.tag_ == "VBZ" or any(token.lower_ == "your" for token in phrase)
    return one and not joined


def _is_relation(before: str) -> bool:
    """Whether what stands before a name tells what another is to its bearer: "a brother of President"."""
    words_ = before.lower().split()
    relations = lexicon().relations | lexicon().unnamed
    return any(one in relations and two in ("of", "to", "for") for one, two in pairwise(words_))


def _heads(phrase: Span) -> list[Token]:
    """The head of a source and what is coordinated with it: "Poland and Greece"."""
    root = phrase.root
    return [root, *(token for token in root.conjuncts if phrase.start <= token.i < phrase.end)]


def _is_introduced(view: View, phrase: Span, head: Token, place: Place) -> bool:
    """Whether a person's name stands beside the role `head`: right after it, or first with a comma behind."""
    if head.lower_ not in lexicon().roles:
        return False
    if place.start > head.idx:
        between = view.text[head.idx + len(head) : place.start].strip(" ,-–—(")
        return not between or between.lower() in ("of state", "general")
    after = view.text[place.end : place.end + 2]
    return (place.start == phrase.start_char and after[:1] in (",", "(")) or after == " ("


def _continued(view: View, candidate: Candidate, before: tuple[Candidate, Resolution] | None) -> Resolution:
    """Speech without a source right after the same person's: the speaker of the attribution before."""
    if before is None:
        return NOBODY
    last, resolution = before
    start, end = last.content[-1][1], candidate.content[0][0]
    if last.form not in ("quotation", "reported") or candidate.form != "quotation" or end < start:
        return NOBODY
    blocks = [number for number, block in enumerate(view.blocks) if block.start <= end and block.end >= start]
    if len(blocks) > 2:
        return NOBODY
    return Resolution(resolution.speakers, "continued speech", f"goes on after {resolution.detail}")
