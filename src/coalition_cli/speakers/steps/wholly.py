"""A source that is nothing but names, with their own roles and "and" between them.

Takes: Mayor Jane Roe and John Doe came. The vote was close, said [[Mayor Jane Roe and John Doe]].
Leaves: Jane Roe came. The vote was close, said [[Jane Roe's successor]].
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coalition_cli.speakers.roles import role_heads
from coalition_cli.speakers.seats import names_seat
from coalition_cli.speakers.steps.coordinated import several
from coalition_cli.speakers.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span

    from coalition_cli.rules.candidate import Offsets
    from coalition_cli.speakers.index import Place
    from coalition_cli.speakers.steps.resolution import Resolution
    from coalition_cli.speakers.steps.scene import Scene

_MORE = frozenset(("who", "whose", "which", "with"))


def by_names_alone(scene: Scene, phrase: Span) -> Resolution | None:
    """Everybody named in the source, where nothing is left of it besides."""
    span = (phrase.start_char, phrase.end_char)
    persons = [place for place in _persons(scene, span) if not _is_owner(scene, place, span[1])]
    persons = _without_parts(scene, persons)
    done = span[0]
    for number, place in enumerate(persons):
        between = scene.view.text[done : place.start]
        if not is_own(between, place, is_first=number == 0) or (number and _tells_more(between)):
            return None
        done = place.end
    if not persons or not _is_nothing(phrase, done):
        return None
    speaking = persons[-1:] if len(persons) == 2 and _is_called(phrase) else persons
    return several([scene.shown(place) for place in speaking])


def _persons(scene: Scene, span: Offsets) -> list[Place]:
    return [place for place in scene.index.inside(span) if place.entity.type == "person"]


def _is_nothing(phrase: Span, offset: int) -> bool:
    """Whether nothing is left of a source behind an offset, or only the day: "Jane Roe | on Friday"."""
    rest = [token for token in phrase if token.idx >= offset]
    if not phrase.text[offset - phrase.start_char :].strip(" ,.’'").removeprefix("s"):
        return True
    return all(token.lower_ == "on" or token.ent_type_ in ("DATE", "TIME") for token in rest)


def _is_owner(scene: Scene, place: Place, end: int) -> bool:
    """Whether somebody is named only as the owner of what follows: "Roe's successor, John Doe"."""
    after = scene.view.text[place.end : end]
    return after.startswith(("'s ", "’s ", "' ", "’ "))


def _without_parts(scene: Scene, persons: list[Place]) -> list[Place]:
    """Those who are no part of what the next one is: "Holm adviser John Doe" is John Doe alone."""
    parts = {one.start for one, after in pairwise(persons) if _is_part(scene, one, after)}
    return [one for one in persons if one.start not in parts]


def _is_part(scene: Scene, place: Place, after: Place) -> bool:
    """Whether a name opens a role of the one named next."""
    words = " ".join(scene.view.text[place.start : after.start].split())
    return any(role.endswith(words) for role in after.entity.roles)


def _tells_more(text: str) -> bool:
    """Whether words between two names tell of the first who it is: "Jane Roe, who came with her husband"."""
    return not _MORE.isdisjoint(text.lower().replace(",", " ").split())


def is_own(text: str, place: Place, *, is_first: bool) -> bool:
    """Whether the words before a name are a role of its bearer, a courtesy title, an "and", or nothing."""
    before = text.strip(" ,")
    if not is_first:
        before = before.removeprefix("and").removeprefix("&").strip()
    roles = place.entity.roles
    if before.lower().rstrip(".") in lexicon().titles:
        return True
    if is_first:
        before = _last_role(before)
    if before and not any(role.endswith(before) or before.endswith(role) for role in roles):
        return False
    return (before in roles and names_seat(before)) or not _is_relation(before)


def _last_role(before: str) -> str:
    """Of two roles that one bears, the one beside the name: "Leader of the House and | Mayor"."""
    first, joint, last = before.rpartition(" and ")
    articles = lexicon().articles
    bare = joint and first.split()[0].lower() not in articles and last.split()[0].lower() not in articles
    return last if bare and role_heads(first) and role_heads(last) else before


def _is_relation(before: str) -> bool:
    """Whether what stands before a name tells what another is to its bearer: "a brother of President"."""
    words = before.lower().split()
    relations = lexicon().relations | lexicon().crowds
    return any(one in relations and two in ("of", "to", "for") for one, two in pairwise(words))


def _is_called(phrase: Span) -> bool:
    """Whether of two names the first only calls somebody: "Jane Roe, your friend John Doe | says"."""
    joined = any(token.lower_ in ("and", "&", "or") for token in phrase)
    one = phrase.root.head.tag_ == "VBZ" or any(token.lower_ == "your" for token in phrase)
    return one and not joined
