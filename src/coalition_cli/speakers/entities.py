"""Everybody and everything that may speak in one document, on the document's own evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition_cli.records import SpeakerType
from coalition_cli.speakers.authorities import authorities
from coalition_cli.speakers.bodies import organisations
from coalition_cli.speakers.counterparts import name_counterparts
from coalition_cli.speakers.crowds import background, crowds
from coalition_cli.speakers.families import with_families
from coalition_cli.speakers.firms import is_ticker
from coalition_cli.speakers.fold import slug
from coalition_cli.speakers.handles import handles
from coalition_cli.speakers.headings import with_headings
from coalition_cli.speakers.initials import name_initials
from coalition_cli.speakers.listed import listed
from coalition_cli.speakers.nicks import nicks
from coalition_cli.speakers.persons import gather
from coalition_cli.speakers.places import without_places
from coalition_cli.speakers.press import has_reporters
from coalition_cli.speakers.pronouns import with_pronouns
from coalition_cli.speakers.roles import specific
from coalition_cli.speakers.runs import name_runs
from coalition_cli.speakers.scan import phrase_of
from coalition_cli.speakers.sightings import sightings
from coalition_cli.speakers.signatures import signatures
from coalition_cli.speakers.states import State, country_of, states
from coalition_cli.speakers.words import Gender, lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from coalition_cli.rules.view import View
    from coalition_cli.speakers.persons import Person
    from coalition_cli.speakers.runs import Run
    from coalition_cli.speakers.scan import Tokens


REPORTER = "unnamed-reporter"
"""Who asks the questions of a transcript that names no asker."""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A place that names an entity: code points, half-open, and how ("full name", "surname", "capital" …)."""

    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One possible speaker. `country` is an ISO code, `gender` "male", "female" or None (not told)."""

    id: str
    name: str
    type: SpeakerType
    roles: tuple[str, ...]
    country: str | None
    organisation: str | None
    aliases: tuple[str, ...]
    misspellings: tuple[str, ...]
    mentions: tuple[EntityMention, ...]
    gender: Gender | None = None


def find_entities(view: View, heard: frozenset[int] = frozenset()) -> tuple[Entity, ...]:
    """Persons, organisations, countries, groups and unnamed people of a document; ids are unique.

    `heard` are tokens known to head the sources of attributions: they speak, whatever their verb.
    """
    countries = states(view.text)
    places = frozenset(start for state in countries for start, _ in state.mentions)
    tokens = list(view.doc)
    runs = list(name_runs(view, tokens))
    seen = without_places(tokens, with_headings(tokens, list(sightings(tokens, runs, heard))), places)
    persons = gather(tokens, with_families(tokens, with_pronouns(view, tokens, seen)))
    name_counterparts(view, tokens, persons)
    name_initials(view, tokens, persons)
    found = [_person(tokens, person) for person in persons]
    found.extend(_others(view, tokens, runs, persons, countries, heard))
    found.extend(_signers(view, found))
    found.extend(_accounts(view))
    found.extend(_chatters(view))
    if has_reporters(view):
        found.append(Entity(REPORTER, "reporter", "unnamed", (), None, None, (), (), ()))
    return _unique(found)


def _others(
    view: View,
    tokens: Tokens,
    runs: Sequence[Run],
    persons: Sequence[Person],
    countries: Sequence[State],
    heard: frozenset[int],
) -> Iterator[Entity]:
    names = [
        (start, end) for person in persons for start, end, how in person.mentions if how != "counterpart"
    ]
    named = {index for start, end in names for index in range(start, end)}
    abroad = frozenset(mention for state in countries for mention in state.mentions)
    official = authorities(view, tokens, named)
    theirs = {index for one in official for start, end in one.mentions for index in range(start, end)}
    bare = [run for run in runs if not _is_country(tokens, run, abroad)]
    free = [
        run
        for run in bare
        if theirs.isdisjoint(range(run.start, run.end)) and not is_ticker(tokens, run.start)
    ]
    for body in (*official, *listed(view, named), *organisations(tokens, free, named, heard)):
        mentions = _mentions(tokens, [(start, end, "organisation") for start, end in body.mentions])
        name, country = body.body.name, body.body.country
        yield Entity(slug(name), name, "organisation", (), country, None, body.aliases, (), mentions)
    persons_at = {tokens[index].idx for index in named}
    for name, kind, code, spans in countries:
        places = tuple(EntityMention(start, end, kind) for start, end in spans if start not in persons_at)
        if places:
            aliases = dict.fromkeys(
                view.text[start:end] for start, end in spans if view.text[start:end] != name
            )
            yield Entity(slug(name), name, kind, (), code, None, tuple(aliases), (), places)
    for crowd in crowds(view, tokens, named):
        mentions = _mentions(tokens, [(start, end, crowd.type) for start, end in crowd.mentions])
        prefix = "unnamed-" if crowd.type == "unnamed" else ""
        country = country_of(crowd.name)
        yield Entity(prefix + slug(crowd.name), crowd.name, crowd.type, (), country, None, (), (), mentions)
    for span, name in background(view).items():
        label = (EntityMention(*span, "unnamed"),)
        yield Entity("unnamed-" + slug(name), name, "unnamed", (), country_of(name), None, (), (), label)


def _is_country(tokens: Tokens, run: Run, abroad: Collection[tuple[int, int]]) -> bool:
    """Whether a run is the name of a country and ends like no body's: not "the Palestinian Authority"."""
    last = tokens[run.end - 1]
    whole = (tokens[run.start].idx, last.idx + len(last))
    return whole in abroad and last.lower_ not in lexicon().body_heads


def _signers(view: View, found: Sequence[Entity]) -> list[Entity]:
    """Whoever signs a post with a name that is nobody's found so far."""
    named = [((mention.start, mention.end), one.type) for one in found for mention in one.mentions]
    return [
        Entity(slug(name), name, kind, (), None, None, (), (), (EntityMention(*span, "signature"),))
        for span, kind in signatures(view, named)
        if slug(name := view.text[slice(*span)])
    ]


def _accounts(view: View) -> list[Entity]:
    """Whoever is called by a handle alone; an id of its own, for whose name the handle is nobody knows."""
    found = handles(view).items()
    return [_by_handle("account-" + slug(name), name, "organisation", spans) for name, spans in found]


def _chatters(view: View) -> list[Entity]:
    """Whoever speaks in a log under a nickname."""
    return [_by_handle(slug(name), name, "person", spans) for name, spans in nicks(view).items()]


def _by_handle(ident: str, name: str, kind: SpeakerType, spans: Sequence[tuple[int, int]]) -> Entity:
    mentions = tuple(EntityMention(*span, "handle") for span in spans)
    return Entity(ident, name, kind, (), None, None, (), (), mentions)


def _person(tokens: Tokens, person: Person) -> Entity:
    roles = specific(person.roles)
    forms = dict.fromkeys(
        phrase_of(tokens, start, end)
        for start, end, how in person.mentions
        if how not in ("counterpart", "misspelling")
    )
    slips = (phrase_of(tokens, start, end) for start, end, how in person.mentions if how == "misspelling")
    country = next((code for code in map(country_of, roles) if code), None)
    body = next((body for body in map(_body_in, roles) if body), None)
    return Entity(
        id=slug(person.name), name=person.name, type="person", roles=roles,
        country=country or (body[1] if body else None), organisation=body[0] if body else None,
        aliases=tuple(form for form in forms if form != person.name), misspellings=tuple(slips),
        mentions=_mentions(tokens, person.mentions), gender=person.gender,
    )  # fmt: skip


def _body_in(role: str) -> tuple[str, str | None] | None:
    """The organisation of the lexicon that a role names: "EU's top diplomat", "White House spokesman"."""
    parts = role.replace("’s", "").replace("'s", "").split()
    for start in range(len(parts)):
        for end in range(len(parts), start, -1):
            body = lexicon().bodies.get(tuple(parts[start:end]))
            if body is not None:
                return body.name, body.country
    return None


def _mentions(tokens: Tokens, places: Sequence[tuple[int, int, str]]) -> tuple[EntityMention, ...]:
    return tuple(
        EntityMention(tokens[start].idx, tokens[end - 1].idx + len(tokens[end - 1]), how)
        for start, end, how in sorted(places)
    )


def _unique(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Entities of one id made one: "Sprūds" and "Spruds" in one text, an agency named twice."""
    kept: dict[str, Entity] = {}
    for entity in entities:
        known = kept.get(entity.id)
        kept[entity.id] = entity if known is None else _joined(known, entity)
    return tuple(kept.values())


def _joined(one: Entity, other: Entity) -> Entity:
    names = (*one.aliases, *(() if other.name == one.name else (other.name,)), *other.aliases)
    return Entity(
        one.id, one.name, one.type, tuple(dict.fromkeys((*one.roles, *other.roles))),
        one.country or other.country, one.organisation or other.organisation,
        tuple(name for name in dict.fromkeys(names) if name != one.name), (),
        tuple(sorted({*one.mentions, *other.mentions}, key=lambda at: (at.start, at.end, at.how))),
        one.gender or other.gender,
    )  # fmt: skip
