"""Sightings gathered into persons: full names first, then what fits exactly one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalition_cli.speakers.kin import namesakes
from coalition_cli.speakers.misspelt import misspelt
from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.sightings import ENOUGH, Sighting
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coalition_cli.speakers.scan import Tokens

_INITIALS = 3  # letters: "JFK" stays as it is
Key = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """One person of a document while the mentions are gathered; offsets are tokens."""

    key: Key
    mentions: list[tuple[int, int, str]] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    told: set[Gender] = field(default_factory=set)

    @property
    def gender(self) -> Gender | None:
        """What titles and roles tell or, where they are silent, the given name."""
        if self.told:
            return next(iter(self.told)) if len(self.told) == 1 else None
        return lexicon().given.get(self.key[0]) if len(self.key) > 1 else None

    @property
    def name(self) -> str:
        """The form most often used, the first of several; one in capitals only where there is no other."""
        forms = self.forms.most_common()
        form = next((form for form, _ in forms if not form.isupper()), forms[0][0])
        return form.title() if form.isupper() and len(form) > _INITIALS else form

    def add(self, tokens: Tokens, sighting: Sighting, how: str) -> None:
        """One more mention, with the roles and the gender it tells."""
        self.mentions.append((sighting.start, sighting.end, how))
        if len(sighting.key) >= len(self.key) or how == "full name":
            form = phrase_of(tokens, sighting.start, _without_honours(tokens, sighting))
            self.forms[sighting.form or form] += 1
        self.roles.extend(role for role in sighting.roles if role not in self.roles)
        if sighting.gender:
            self.told.add(sighting.gender)


def _without_honours(tokens: Tokens, sighting: Sighting) -> int:
    """Where a name ends if what follows it, like "QC" or "MP", is left out."""
    end = sighting.end
    while end - sighting.start > 1 and tokens[end - 1].lower_ in lexicon().honours:
        end -= 1
    return end


def gather(tokens: Tokens, found: Sequence[Sighting]) -> list[Person]:
    """The persons of a document, in the order in which they are first named in full or alone."""
    persons = _full_names(tokens, found)
    taken = {start for person in persons for start, _, _ in person.mentions}
    rest = [sighting for sighting in found if sighting.start not in taken]
    alone: dict[Key, Person] = {}
    waiting: list[Sighting] = []
    apart = namesakes(tokens, found)
    doubtful: set[Key] = set()
    for sighting in rest:
        if sighting.start in apart:
            owner = _namesake(persons, sighting.key, apart[sighting.start])
            doubtful |= set() if owner else {sighting.key}
            how = "surname"
        elif sighting.key in doubtful and not (sighting.roles or sighting.gender):
            continue  # one of two who bear that surname
        else:
            owner, how = _bearer(tokens, persons, sighting, found)
        if owner is not None:
            owner.add(tokens, sighting, how)
        elif how == "none":
            waiting.append(sighting)
    for sighting in waiting:
        if sighting.points >= ENOUGH and not sighting.loud and not _is_family(persons, sighting.key):
            alone.setdefault(sighting.key, Person(sighting.key))
    for sighting in waiting:
        if sighting.key in alone:
            alone[sighting.key].add(tokens, sighting, "surname")
    everyone = [*persons, *alone.values()]
    return sorted(everyone, key=lambda person: min(person.mentions))


def _full_names(tokens: Tokens, found: Sequence[Sighting]) -> list[Person]:
    """One person for each first and last name that is proven somewhere, with all its full mentions."""
    alone = [sighting for sighting in found if len(sighting.key) == 1 and not sighting.loud]
    singles = {sighting.key[-1] for sighting in alone}
    proven = {sighting.key[-1] for sighting in alone if sighting.points >= ENOUGH}
    full = [sighting for sighting in found if len(sighting.key) > 1]
    surnames = {sighting.key[-1] for sighting in full if sighting.named}
    inner = {_ends(sighting.key) for sighting in full if sighting.inner}
    persons: dict[Key, Person] = {}
    for sighting in full:
        points = sighting.points + (sighting.key[-1] in singles)
        points += sighting.whole and sighting.key[-1] in proven and sighting.key[-1] not in surnames
        sure = sighting.named or _ends(sighting.key) in inner or sighting.key[-1] not in surnames
        if points >= ENOUGH and sure and not sighting.loud and not _is_longer_surname(sighting.key, full):
            persons.setdefault(_ends(sighting.key), Person(sighting.key))
    for sighting in full:
        person = persons.get(_ends(sighting.key))
        if person is not None:
            person.add(tokens, sighting, "full name")
    return sorted(persons.values(), key=lambda person: min(person.mentions))


def _ends(key: Key) -> Key:
    return key[0], key[-1]


def _is_longer_surname(key: Key, full: Iterable[Sighting]) -> bool:
    """Whether a name of two words is the end of a longer one: "Van Hollen" of "Chris Van Hollen"."""
    return any(len(other.key) > len(key) and other.key[-len(key) :] == key for other in full)


def _bearer(
    tokens: Tokens, persons: Sequence[Person], sighting: Sighting, found: Iterable[Sighting]
) -> tuple[Person | None, str]:
    """The owner of a short mention or, where nobody bears it, the one whose surname it misspells."""
    owner, how = _owner(tokens, persons, sighting)
    slip = misspelt(tokens, persons, sighting, found) if how == "none" else None
    return (slip, "misspelling") if slip else (owner, how)


def _owner(tokens: Tokens, persons: Sequence[Person], sighting: Sighting) -> tuple[Person | None, str]:
    """The one person a short mention can mean, and how; how is "none" where nobody bears that name."""
    bearers = _by_surname(persons, sighting.key)
    if bearers:
        return _fitting(bearers, sighting), "surname"
    bearers = _by_given(persons, sighting.key)
    if bearers:
        return _fitting(_taken_up(tokens, bearers, sighting.start), sighting), "given name"
    return None, "none"


def _taken_up(tokens: Tokens, bearers: list[Person], place: int) -> list[Person]:
    """Of those of one first name, the last named before a place; nobody where that sentence names another.

    With many peoples the family comes first: behind "Li Keqiang", "Li" is not the Li of the page before.
    """
    last = sorted((_last_place(person, place), number) for number, person in enumerate(bearers))
    if len(last) > 1 and last[-2][0] >= 0:
        between = tokens[last[-2][0] + 1 : last[-1][0] + 1]
        if not any(token.is_sent_start for token in between):
            return []
    return [bearers[last[-1][1]]]


def _last_place(person: Person, place: int) -> int:
    """Where somebody was named last before a place; -1 where only behind it."""
    return max((start for start, _, _ in person.mentions if start < place), default=-1)


def _namesake(persons: Sequence[Person], key: Key, other: Key) -> Person | None:
    """The one bearer of a surname who is not the one of the full name `other`."""
    bearers = [person for person in _by_surname(persons, key) if _ends(person.key) != _ends(other)]
    return bearers[0] if len(bearers) == 1 else None


def _is_family(persons: Sequence[Person], key: Key) -> bool:
    """Whether a word is the plural of a surname: "the Clintons"."""
    return any(key[-1] == person.key[-1] + "s" for person in persons)


def _by_surname(persons: Sequence[Person], key: Key) -> list[Person]:
    return [person for person in persons if person.key[-len(key) :] == key]


def _by_given(persons: Sequence[Person], key: Key) -> list[Person]:
    return [person for person in persons if len(key) == 1 and person.key[0] == key[0]]


def _fitting(bearers: list[Person], sighting: Sighting) -> Person | None:
    """The bearer that title and role allow; of several the one who was named first, before the mention."""
    fits = [person for person in bearers if _agrees(person, sighting)] or ([] if sighting.gender else bearers)
    if sighting.roles and len(fits) > 1:
        heads = frozenset().union(*map(role_heads, sighting.roles))
        fits = [
            person for person in fits if heads & frozenset().union(*map(role_heads, person.roles))
        ] or fits
    return fits[0] if fits else None


def _agrees(person: Person, sighting: Sighting) -> bool:
    return sighting.gender is None or person.gender in (None, sighting.gender)
