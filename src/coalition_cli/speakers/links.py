"""Who *he* and *she* and *the senator* stand for: the most prominent agreeing person before them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coalition_cli.speakers.binding import bound_apart
from coalition_cli.speakers.offices import has_office
from coalition_cli.speakers.roles import role_gender
from coalition_cli.speakers.salience import SOURCE, Salience, weight
from coalition_cli.speakers.scan import tokens_of
from coalition_cli.speakers.sentences import outside, told
from coalition_cli.speakers.strangers import STRANGERS, strangers
from coalition_cli.speakers.turns import own_speakers
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from spacy.tokens import Token

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.entities import Entity
    from coalition_cli.speakers.index import Index, Place

PRONOUNS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip

_RIVALS = 4.0  # how far ahead of others of the same office (chosen by eye)


class Title(NamedTuple):
    """A noun like *senator*: the gender it tells, whom it means where the text tells that, all who hold that
    office, or whom nothing in the text speaks against, all of whom the noun alone is true, and those whom
    the text has set apart from the one meant.
    """

    gender: Gender | None
    holder: str | None
    holders: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def pronoun_links(
    view: View, index: Index, sources: Collection[int], titles: Mapping[int, Title]
) -> dict[int, str]:
    """The person behind each *he* or *she* that can be told: token index → entity id.

    `sources` are the start offsets of the sources of attributions; `titles` the offsets of nouns like
    *senator* that stand for somebody: they are linked as the pronouns are. Inside quotation marks no
    pronoun is linked and no mention counts: other people's words have their own *he*. Nor does a paragraph
    that is nothing else: however long somebody is quoted, *he* goes on.
    """
    walk = _Walk(view, index, sources, titles)
    quoted = [(one.start, one.end) for one in view.quotations if one.depth == 0]
    pronouns = (token.idx for token in tokens_of(view, frozenset(PRONOUNS)))
    offsets = outside(sorted({*walk.people, *walk.strangers, *titles, *pronouns}), quoted)
    sentences = told(view, quoted)
    numbered = [(offset, bisect_right(sentences, offset)) for offset in offsets]
    walk.learn_genders(numbered)
    passed = 0
    for offset, sentence in numbered:
        for _ in range(sentence - passed):
            walk.salience.fade()
        passed = sentence
        walk.step(offset)
    return walk.links


_NOBODY = frozenset(STRANGERS.values())


class _Walk:
    """One pass over the people, titles and pronouns of a document, in text order."""

    def __init__(
        self, view: View, index: Index, sources: Collection[int], titles: Mapping[int, Title]
    ) -> None:
        self.view, self.index, self.sources, self.titles = view, index, sources, titles
        self.people = {place.start: place for place in reversed(index.places) if self._may_be_meant(place)}
        people = (one for one in index.entities.values() if one.type in ("person", "unnamed"))
        self.genders = {one.id: _gender(one) for one in people}
        self.strangers = strangers(view, index)
        self.genders |= {name: gender for gender, name in STRANGERS.items()}
        self.held = {place.entity.id for place in self.people.values() if has_office(place.entity)}
        self.unnamed = {place.entity.id for place in self.people.values() if place.entity.type == "unnamed"}
        self.salience = Salience()
        self.links: dict[int, str] = {}

    def _may_be_meant(self, place: Place) -> bool:
        """Whether *he* may take somebody up; not one of a number who only suffers: "one person was hurt"."""
        token = self.view.token_at(place.start)
        if not _is_one(place.entity) or token is None:
            return False
        counted = place.entity.type == "unnamed" and token.like_num and _gender(place.entity) is None
        acts = place.start in self.sources or _head(self.view, token, place).dep_ == "nsubj"
        return acts or not counted

    def learn_genders(self, numbered: Iterable[tuple[int, int]]) -> None:
        """Genders that only the pronouns tell: two votes and no other are enough."""
        for entity, counts in self.votes(numbered).items():
            is_open = self.genders[entity] is None and entity not in _NOBODY
            if is_open and len(counts) == 1 and counts.total() > 1:
                self.genders[entity] = next(iter(counts))

    def votes(self, numbered: Iterable[tuple[int, int]]) -> dict[str, Counter[Gender]]:
        """The genders of the pronouns after each name with nobody else in the sentence.

        `numbered` are offsets with the number of their sentence.
        """
        votes: dict[str, Counter[Gender]] = defaultdict(Counter)
        seen: set[str] = set()
        last = -1
        for offset, sentence in numbered:
            if sentence != last:
                seen, last = set(), sentence
            place = self.people.get(offset)
            if place is not None:
                seen.add(place.entity.id)
            elif offset in self.titles:
                seen.add(STRANGERS[None])
            elif offset in self.strangers:
                seen.add(STRANGERS[self.strangers[offset][1]])
            elif len(seen) == 1:
                token = self.view.token_at(offset)
                (one,) = seen
                if token is not None and one not in bound_apart(self.index, token):
                    votes[one].update([PRONOUNS[token.lower_]])
        return votes

    def step(self, offset: int) -> None:
        """Take in one mention, or link one pronoun or title and take it in as a mention of its person."""
        token = self.view.token_at(offset)
        if token is None:
            return
        place = self.people.get(offset)
        if place is not None:
            found: str | None = place.entity.id
            token = _head(self.view, token, place)
        elif offset in self.strangers:
            token, gender = self.strangers[offset]
            found = STRANGERS[gender]
        elif offset in self.titles:
            found = self.title(offset) or STRANGERS[None]
        else:
            others = own_speakers(self.view, self.index, offset) | bound_apart(self.index, token)
            found = self.salience.best(PRONOUNS[token.lower_], self.genders, others)
        if found is None:
            return
        if place is None and found not in _NOBODY:
            self.links[token.i] = found
        self.salience.add(found, weight(token) + (SOURCE if offset in self.sources else 0.0))

    def title(self, offset: int) -> str | None:
        """Whom a title means: nobody of whom the text says another office, or it would stand there, and
        nobody who has no name: *the minister* is not the neighbour of the sentence before.
        """
        title = self.titles[offset]
        if title.holder is not None:
            return title.holder
        found = self.salience.holder(title.gender, self.genders)
        if found in self.unnamed | title.others or (found in self.held and found not in title.holders):
            return None
        if title.like and found not in title.like:
            return None  # "the defence solicitor" where another is a solicitor
        rivals = (self.salience.before.get(other, 0.0) for other in title.holders if other != found)
        is_ahead = self.salience.before.get(found or "", 0.0) >= _RIVALS * max(rivals, default=0)
        return found if is_ahead else None


def _is_one(entity: Entity) -> bool:
    """Whether *he* or *she* can stand for it: a person, named or not."""
    singular = lexicon().unnamed
    return entity.type == "person" or (
        entity.type == "unnamed" and any(word in singular for word in entity.name.lower().split())
    )


def _gender(entity: Entity) -> Gender | None:
    return role_gender(entity.name) if entity.type == "unnamed" else entity.gender


def _head(view: View, token: Token, place: Place) -> Token:
    """The token of a mention that the sentence hangs it on; `token` is its first."""
    if place.entity.type == "unnamed":
        span = view.doc.char_span(place.start, place.end, alignment_mode="expand")
        return token if span is None else span.root
    while token.dep_ in ("compound", "flat") and token.head.i > token.i and token.head.idx < place.end:
        token = token.head
    return token
