"""One person, one name across the documents of a run, and no misspelling merged in silence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from coalition_cli.assemble import speakers_of, union
from coalition_cli.records import WHOLE_BLOCK, Evidence
from coalition_cli.speakers.fold import words
from coalition_cli.speakers.roles import role_heads, specific
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coalition_cli.records import Attribution, Extraction, Figure, Speaker, SpeakerReference

_SHORT = 4  # letters: surnames this short are never taken for misspellings of one another
_SURE = 6  # letters: from here on an equal given name is enough, below office and country must agree too
_LONG = 8  # letters: from here on two letters may differ, below only one


class _Merge(NamedTuple):
    """The speaker whose record another's joins, and what the other's name is to it."""

    into: str
    why: Literal["misspelling of", "surname of"]


@dataclass(slots=True)
class _Profile:
    """One speaker over all documents: `weight` counts the documents, a transcript's title twice."""

    speaker: Speaker
    documents: set[str]
    weight: int
    claims: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """The words of the name without "Jr." and the like, which are no surname."""
        whole = words(self.speaker.name)
        return tuple(word for word in whole if word not in lexicon().suffixes) or whole

    @property
    def suffix(self) -> frozenset[str]:
        return frozenset(words(self.speaker.name)) & lexicon().suffixes


def unify(extractions: Sequence[Extraction]) -> list[Extraction]:
    """The same extractions with one id and name for each person; nothing else changes.

    A surname alone joins the one full name that bears it. Two names join where one surname is a letter or
    two off the other and given name, or office and country, agree (edit distance with swaps): the better
    attested spelling wins, the other is recorded among `misspellings`, and the evidence of every record it
    stood on says so.
    """
    profiles = _profiles(extractions)
    merges = _resolved(_merges(profiles))
    if not merges:
        return list(extractions)
    joined = _joined(profiles, merges)
    return [_rewritten(extraction, joined, merges) for extraction in extractions]


def _profiles(extractions: Iterable[Extraction]) -> dict[str, _Profile]:
    """Every person by id."""
    profiles: dict[str, _Profile] = {}
    for extraction in extractions:
        titled = {
            speaker.id
            for one in extraction.attributions
            if one.form in WHOLE_BLOCK
            for speaker in one.speakers
        }
        for speaker in extraction.speakers:
            if speaker.type != "person":
                continue
            profile = profiles.setdefault(speaker.id, _Profile(speaker, set(), 0))
            profile.speaker = union(profile.speaker, speaker)
            profile.documents.add(extraction.id)
            profile.weight += 2 if speaker.id in titled else 1
            profile.claims += speaker.claims
    return profiles


def _merges(profiles: dict[str, _Profile]) -> dict[str, _Merge]:
    """Who joins whom: misspelled names first, then surnames."""
    merges: dict[str, _Merge] = {}
    everyone = list(profiles.values())
    for position, one in enumerate(everyone):
        for other in everyone[position + 1 :]:
            if _is_misspelled(one, other):
                loser, winner = sorted((one, other), key=_attested)
                merges[loser.speaker.id] = _Merge(winner.speaker.id, "misspelling of")
    return merges | _surnames(profiles, merges)


def _attested(profile: _Profile) -> tuple[bool, int, int, str]:
    """What makes one spelling better than another: a full name, more documents, more said."""
    return len(profile.key) > 1, profile.weight, profile.claims, profile.speaker.id


def _surnames(profiles: dict[str, _Profile], merges: dict[str, _Merge]) -> dict[str, _Merge]:
    """Surnames alone that exactly one full name bears."""
    by_surname: dict[str, set[str]] = defaultdict(set)
    for profile in (one for one in profiles.values() if len(one.key) > 1):
        target = merges.get(profile.speaker.id)
        by_surname[profile.key[-1]].add(target.into if target else profile.speaker.id)
    found = {}
    for profile in profiles.values():
        alone = len(profile.key) == 1 and not profile.suffix
        bearers = by_surname.get(profile.key[-1], set()) if alone else set()
        if len(bearers) == 1:
            (bearer,) = bearers
            if _compatible(profile, profiles[bearer]):
                found[profile.speaker.id] = _Merge(bearer, "surname of")
    return found


def _is_misspelled(one: _Profile, other: _Profile) -> bool:
    """Whether two names are two spellings of one: surnames a letter or two apart, and nothing against it.

    Two people in one document are two people; so are people of different countries.
    """
    first, second = one.key[-1], other.key[-1]
    size = min(len(first), len(second))
    if one.suffix != other.suffix:
        return False  # father and son
    if size <= _SHORT or first == second or one.documents & other.documents or not _compatible(one, other):
        return False
    full = len(one.key) > 1 and len(other.key) > 1
    if full and one.key[0] != other.key[0]:
        return False
    if not _agree(one.speaker, other.speaker) and not (full and size >= _SURE):
        return False
    from rapidfuzz.distance import OSA

    allowed = 2 if size >= _LONG else 1
    return OSA.distance(first, second, score_cutoff=allowed) <= allowed


def _agree(first: Speaker, second: Speaker) -> bool:
    """Whether the office is the same, of the same country or organisation."""
    same_country = first.country is not None and first.country == second.country
    same_body = first.organisation is not None and first.organisation == second.organisation
    return (same_country or same_body) and bool(_offices(first) & _offices(second))


def _compatible(one: _Profile, other: _Profile) -> bool:
    first, second = one.speaker, other.speaker
    return first.country is None or second.country is None or first.country == second.country


def _offices(speaker: Speaker) -> frozenset[str]:
    return frozenset().union(*map(role_heads, speaker.roles)) if speaker.roles else frozenset()


def _resolved(merges: dict[str, _Merge]) -> dict[str, _Merge]:
    """Chains followed to their end: a surname of a misspelling is one of the right spelling."""
    found = {}
    for name, merge in merges.items():
        into, seen = merge.into, {name}
        while into in merges and into not in seen:
            seen.add(into)
            into = merges[into].into
        if into != name:
            found[name] = _Merge(into, merge.why)
    return found


def _joined(profiles: dict[str, _Profile], merges: dict[str, _Merge]) -> dict[str, Speaker]:
    """The winners with everything that the others' texts say of them."""
    joined: dict[str, Speaker] = {}
    for name, merge in merges.items():
        other = profiles[name].speaker
        winner = joined.get(merge.into, profiles[merge.into].speaker)
        misspelled = merge.why == "misspelling of"
        form = (other.name,)
        joined[merge.into] = replace(
            union(winner, other),
            misspellings=_once(winner.misspellings, other.misspellings, form if misspelled else ()),
            aliases=_once(winner.aliases, () if misspelled else form, other.aliases),
        )
    return {
        name: replace(one, aliases=tuple(alias for alias in one.aliases if alias != one.name))
        for name, one in joined.items()
    }


def _once(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _rewritten(extraction: Extraction, joined: dict[str, Speaker], merges: dict[str, _Merge]) -> Extraction:
    """One extraction with the ids and names of the winners."""
    names = {speaker.id: speaker.name for speaker in extraction.speakers}
    attributions = tuple(_attribution(one, joined, merges, names) for one in extraction.attributions)
    speakers: dict[str, Speaker] = {}
    for speaker in extraction.speakers:
        winner = joined.get(merges[speaker.id].into if speaker.id in merges else speaker.id)
        one = speaker if winner is None else _as_winner(speaker, winner)
        speakers[one.id] = union(speakers[one.id], one) if one.id in speakers else one
    return replace(
        extraction,
        speakers=speakers_of(speakers.values(), attributions),
        attributions=attributions,
        figures=tuple(_figure(one, joined, merges) for one in extraction.figures),
    )


def _as_winner(speaker: Speaker, winner: Speaker) -> Speaker:
    """A document's record of a speaker under the canonical name; roles of this document first."""
    return replace(
        speaker,
        id=winner.id, name=winner.name, roles=specific((*speaker.roles, *winner.roles)),
        country=winner.country, organisation=winner.organisation,
        aliases=winner.aliases, misspellings=winner.misspellings,
    )  # fmt: skip


def _reference(
    one: SpeakerReference, joined: dict[str, Speaker], merges: dict[str, _Merge]
) -> SpeakerReference:
    winner = joined.get(merges[one.id].into if one.id in merges else one.id)
    if winner is None:
        return one
    role = next(iter(specific(((one.role,) if one.role else ()) + winner.roles)), None)
    return replace(
        one,
        id=winner.id,
        name=winner.name,
        role=role,
        country=winner.country,
        organisation=winner.organisation,
    )


def _references(
    ones: Iterable[SpeakerReference], joined: dict[str, Speaker], merges: dict[str, _Merge]
) -> tuple[SpeakerReference, ...]:
    return tuple({one.id: one for one in (_reference(item, joined, merges) for item in ones)}.values())


def _attribution(
    one: Attribution, joined: dict[str, Speaker], merges: dict[str, _Merge], names: dict[str, str]
) -> Attribution:
    told = tuple(
        Evidence(
            "unify",
            f"{names.get(item.id, item.name)!r}: {merges[item.id].why} {joined[merges[item.id].into].name}",
        )
        for item in one.speakers
        if item.id in merges
    )
    return replace(one, speakers=_references(one.speakers, joined, merges), evidence=(*one.evidence, *told))


def _figure(one: Figure, joined: dict[str, Speaker], merges: dict[str, _Merge]) -> Figure:
    return replace(one, speakers=_references(one.speakers, joined, merges))
