"""Records put together: what a content holds, countries from their mentions, speakers from what they said.

Pure on records, so that merging annotations and unifying names can count again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.countries.names import country_members, country_name
from coalition_cli.countries.voices import speaks_for
from coalition_cli.records import (
    Attribution,
    Country,
    CountryMention,
    Counts,
    Extraction,
    Figure,
    Position,
    Span,
    Speaker,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def countries_of(
    mentions: Iterable[CountryMention], attributions: Iterable[Attribution]
) -> tuple[Country, ...]:
    """One record a country, most mentioned first, with the positions of those who speak for it."""
    by_code: dict[str, list[CountryMention]] = defaultdict(list)
    for mention in mentions:
        for code in mention.codes:
            by_code[code].append(mention)
    positions = _positions(attributions)
    found = [
        Country(
            code=code,
            name=country_name(code),
            mentions=tuple(own),
            documents=tuple(dict.fromkeys(mention.doc for mention in own)),
            positions=tuple(positions.get(code, ())),
            members=country_members(code),
        )
        for code, own in by_code.items()
    ]
    return tuple(sorted(found, key=lambda country: (-len(country.mentions), country.code)))


def _positions(attributions: Iterable[Attribution]) -> dict[str, list[Position]]:
    """Country code to what it, or one who speaks for it, is said to hold."""
    found: dict[str, list[Position]] = defaultdict(list)
    for one in attributions:
        position = Position(one.doc, one.content[0], one.stance, one.text, one.id)
        voices = (speaker for speaker in one.speakers if speaks_for(speaker.name, speaker.role))
        for code in dict.fromkeys(voice.country for voice in voices if voice.country):
            found[code].append(position)
    return found


def speakers_of(known: Iterable[Speaker], attributions: Iterable[Attribution]) -> tuple[Speaker, ...]:
    """The known speakers who say something, with their counts, in order of how much they say."""
    said: dict[str, list[Attribution]] = defaultdict(list)
    for one in attributions:
        for speaker in one.speakers:
            said[speaker.id].append(one)
    found = [_counted(speaker, said[speaker.id]) for speaker in known if speaker.id in said]
    return tuple(sorted(found, key=lambda speaker: (-speaker.quotes, -speaker.claims, speaker.id)))


def _counted(speaker: Speaker, own: list[Attribution]) -> Speaker:
    kinds = [one.kind for one in own]
    return replace(
        speaker,
        quotes=sum(one.is_quote for one in own),
        claims=len(own),
        kinds=Counts(kinds.count("direct"), kinds.count("mixed"), kinds.count("indirect")),
        documents=tuple(dict.fromkeys(one.doc for one in own)),
    )


def gather(
    extractions: Iterable[tuple[Speaker, ...]], attributions: Iterable[Attribution]
) -> tuple[Speaker, ...]:
    """The speakers of several documents as one list: one record an id, with all that each text says."""
    known: dict[str, Speaker] = {}
    for speakers in extractions:
        for speaker in speakers:
            known[speaker.id] = union(known[speaker.id], speaker) if speaker.id in known else speaker
    return speakers_of(known.values(), attributions)


def union(first: Speaker, second: Speaker) -> Speaker:
    """Two records of one speaker as one, under the id and name of the first."""
    return replace(
        first,
        roles=tuple(dict.fromkeys(first.roles + second.roles)),
        country=first.country or second.country,
        organisation=first.organisation or second.organisation,
        aliases=tuple(dict.fromkeys(first.aliases + second.aliases)),
        misspellings=tuple(dict.fromkeys(first.misspellings + second.misspellings)),
    )


def innermost(attributions: Iterable[Attribution], span: Span) -> Attribution | None:
    """The smallest attribution whose content holds a span."""
    around = [one for one in attributions if holds(one, span)]
    return min(around, key=lambda one: one.content[-1].end - one.content[0].start, default=None)


def holds(attribution: Attribution, span: Span) -> bool:
    """Whether a span stands inside one content span of an attribution."""
    return any(part.start <= span.start and span.end <= part.end for part in attribution.content)


def said_in(figure: Figure, attributions: Iterable[Attribution]) -> Figure:
    """The figure with the smallest attribution around it, if any, and with that one's speakers."""
    said = innermost(attributions, figure.span)
    return replace(figure, speakers=said.speakers if said else (), attribution=said.id if said else None)


def mentions_of(countries: Iterable[Country]) -> tuple[CountryMention, ...]:
    """Every mention of some countries once, in text order; a mention of a group stands under several."""
    mentions = dict.fromkeys(mention for country in countries for mention in country.mentions)
    return tuple(sorted(mentions, key=lambda mention: (mention.doc, mention.span.start)))


def confident(extraction: Extraction, least: float) -> Extraction:
    """The extraction without attributions whose confidence (0 to 1) is below `least`, and counted again."""
    kept = tuple(one for one in extraction.attributions if one.confidence >= least)
    known = {one.id for one in kept}
    return replace(
        extraction,
        attributions=kept,
        figures=tuple(
            one if one.attribution is None or one.attribution in known else _without(one, kept)
            for one in extraction.figures
        ),
        countries=countries_of(mentions_of(extraction.countries), kept),
        speakers=speakers_of(extraction.speakers, kept),
    )


def _without(figure: Figure, kept: Iterable[Attribution]) -> Figure:
    """A figure whose attribution was left out: who says it is told anew, unless a person has told it."""
    if figure.review == "unreviewed":
        return said_in(figure, kept)
    return replace(figure, attribution=None)


def with_contents(
    attribution: Attribution, figures: Iterable[Figure], mentions: Iterable[CountryMention]
) -> Attribution:
    """The attribution with the figures and the countries that stand in its content."""
    codes = (code for one in mentions if holds(attribution, one.span) for code in one.codes)
    return replace(
        attribution,
        figures=tuple(one.id for one in figures if holds(attribution, one.span)),
        countries=tuple(dict.fromkeys(codes)),
    )
