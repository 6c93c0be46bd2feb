"""From the source in place to its speakers: ordered steps that leave their name; no guesses.

A step takes what it is sure of and leaves the rest to the next: None says that it decides nothing, a
resolution without speakers that nobody can be told. Each stands in a module of `steps/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition_cli.records import WHOLE_BLOCK
from coalition_cli.speakers.labelled import labels_place
from coalition_cli.speakers.links import pronoun_links
from coalition_cli.speakers.scan import without_bracket
from coalition_cli.speakers.speaking import sources
from coalition_cli.speakers.steps.ages import ages
from coalition_cli.speakers.steps.behind import by_name_behind
from coalition_cli.speakers.steps.continued import continued
from coalition_cli.speakers.steps.coordinated import heads, is_match, several
from coalition_cli.speakers.steps.describing import by_description, by_followers, by_part
from coalition_cli.speakers.steps.homelands import by_homeland
from coalition_cli.speakers.steps.labels import by_label, without_label
from coalition_cli.speakers.steps.latter import by_latter
from coalition_cli.speakers.steps.named import by_name
from coalition_cli.speakers.steps.opening import by_opening
from coalition_cli.speakers.steps.organisations import by_organisation, organisations_of
from coalition_cli.speakers.steps.pronouns import by_pronoun
from coalition_cli.speakers.steps.relatives import by_antecedent
from coalition_cli.speakers.steps.resolution import Resolution, nobody
from coalition_cli.speakers.steps.scene import Scene
from coalition_cli.speakers.steps.surnames import by_surname
from coalition_cli.speakers.steps.titles import by_title, titles
from coalition_cli.speakers.steps.wholly import by_names_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from coalition_cli.rules.candidate import Candidate, Offsets
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.index import Index
    from coalition_cli.speakers.steps.continued import Said

    Step = Callable[[Scene, Span, Token], Resolution | None]


def resolve(view: View, index: Index, candidates: Sequence[Candidate]) -> list[Resolution]:
    """One resolution for each candidate, in the order given; every speaker is an id of `index.entities`."""
    scene = _scene(view, index, candidates)
    found: dict[int, Resolution] = {}
    before: Said | None = None  # the last one with speakers
    last: Said | None = None
    spoke: set[str] = set()  # organisations
    for number in sorted(range(len(candidates)), key=lambda item: candidates[item].content):
        candidate = candidates[number]
        told = _speakers(scene, candidate, before)
        if candidate.source and not told.speakers and candidate.form not in WHOLE_BLOCK:
            told = by_organisation(scene, candidate.source, last, spoke) or told
        spoke.update(organisations_of(scene, told))
        found[number] = told
        last = candidate, told
        if told.speakers:
            before = last
    return [found[number] for number in range(len(candidates))]


def _scene(view: View, index: Index, candidates: Sequence[Candidate]) -> Scene:
    """The document with its mentions, and then with its pronouns and titles linked to them."""
    scene = Scene(view, index)
    links = pronoun_links(view, index, sources(scene, candidates, _source), titles(scene) | ages(scene))
    return replace(scene, links=links)


def _speakers(scene: Scene, candidate: Candidate, before: Said | None) -> Resolution:
    """The speakers of one candidate, by its label, by its source, or by who spoke before."""
    if candidate.form in WHOLE_BLOCK:
        block = scene.view.block_at(candidate.content[0][0])
        span = candidate.source or (block.source if block else None)
        if span is None:
            return without_label(scene, block, candidate.form)
        return by_label(scene, span, candidate.form) or _source(scene, span)
    if candidate.source is None:
        return continued(scene.view, candidate, before)
    if labels_place(scene, candidate):
        return nobody("a country before a colon says where")
    return _source(scene, candidate.source)


def _source(scene: Scene, span: Offsets) -> Resolution:
    """The speakers of a source in place, as a whole or noun by noun."""
    phrase = scene.phrase(without_bracket(scene.view.text, scene.whole(span)))
    if phrase is None:
        return nobody("the source is no word")
    if is_match(scene.view.doc[max(0, phrase.start - 1) : phrase.end]):
        return nobody("two sides of a match or a case")
    whole = by_names_alone(scene, phrase) or by_surname(scene, phrase)
    if whole is not None:
        return whole
    found = several([_stands_for(scene, phrase, head) for head in heads(phrase)])
    return found if found.speakers else by_name_behind(scene, phrase) or by_opening(scene, phrase) or found


def _stands_for(scene: Scene, phrase: Span, head: Token) -> Resolution:
    """Whom one noun or pronoun of a source stands for: the first step that decides."""
    for step in _STEPS:
        found = step(scene, phrase, head)
        if found is not None:
            return found
    return nobody(f"nobody named fits {phrase.text!r}")


def _by_relative(scene: Scene, phrase: Span, head: Token) -> Resolution | None:
    """*who*: what the noun before it stands for, by these same steps."""
    return by_antecedent(scene, head, _stands_for)


_STEPS: tuple[Step, ...] = (
    _by_relative,  # Jane Roe, who
    by_pronoun,  # she
    by_latter,  # the latter
    by_followers,  # supporters of Jane Roe
    by_name,  # Mayor Jane Roe of Sund
    by_title,  # the mayor
    by_homeland,  # her government
    by_description,  # a senior official
    by_part,  # most of the countries
)
