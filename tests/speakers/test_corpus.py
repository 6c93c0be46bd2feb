"""One person, one name across documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.assemble import speakers_of
from coalition_cli.records import Attribution, Extraction, Span, Speaker
from coalition_cli.speakers.corpus import unify
from coalition_cli.speakers.fold import slug


def person(name: str, *roles: str, country: str | None = None, organisation: str | None = None) -> Speaker:
    return Speaker(slug(name), name, "person", roles, country, organisation, (), ())


def document(doc: str, *speakers: Speaker, form: str = "quotation") -> Extraction:
    """An extraction in which each speaker says one thing."""
    attributions = tuple(
        Attribution(
            id=f"q-{doc}-{number}", doc=doc, line=1, kind="direct", form=form,  # type: ignore[arg-type]
            text="Yes.", content=(Span(number, number + 1, "Y"),), quoted=(), cue=None, source=None,
            speakers=(one.reference,), stance="asserts", figures=(), countries=(), origin="rule:test",
            review="unreviewed", confidence=0.9,
        )
        for number, one in enumerate(speakers)
    )  # fmt: skip
    return Extraction(doc, "0" * 64, None, attributions, (), (), speakers_of(speakers, attributions))


def names(extractions: list[Extraction]) -> list[list[str]]:
    return [[one.speakers[0].name for one in extraction.attributions] for extraction in extractions]


def test_a_misspelling_takes_the_better_attested_name() -> None:
    found = unify(
        [
            document("a", person("Kaja Kallas", "High Representative"), form="turn"),
            document("b", person("Kaja Kalals", "EU's top diplomat", organisation="EU")),
            document("c", person("Kaja Kallas", "EU’s foreign affairs chief", organisation="EU")),
        ]
    )
    assert names(found) == [["Kaja Kallas"], ["Kaja Kallas"], ["Kaja Kallas"]]
    assert {one.id for extraction in found for one in extraction.speakers} == {"kaja-kallas"}
    assert found[1].speakers[0].misspellings == ("Kaja Kalals",)
    assert found[0].attributions[0].speakers[0].organisation == "EU"
    assert [step.step for step in found[1].attributions[0].evidence] == ["unify"]
    assert "misspelling of Kaja Kallas" in found[1].attributions[0].evidence[0].detail
    assert found[0].attributions[0].evidence == ()


def test_a_transcripts_title_counts_double() -> None:
    found = unify([document("a", person("Kaja Kallas"), form="turn"), document("b", person("Kaja Kalals"))])
    assert names(found) == [["Kaja Kallas"], ["Kaja Kallas"]]


def test_a_surname_joins_its_one_bearer() -> None:
    found = unify(
        [
            document("a", person("Macron", "President")),
            document("b", person("Emmanuel Macron", "French President", country="FR")),
        ]
    )
    assert names(found) == [["Emmanuel Macron"], ["Emmanuel Macron"]]
    assert found[0].attributions[0].speakers[0].country == "FR"
    assert found[0].attributions[0].speakers[0].role == "French President"
    assert "Macron" in found[0].speakers[0].aliases


def test_a_suffix_is_no_surname() -> None:
    found = unify([document("a", person("Marsh")), document("b", person("William “Bill” Marsh Jr."))])
    assert names(found) == [["William “Bill” Marsh Jr."], ["William “Bill” Marsh Jr."]]


def test_accents_are_no_difference() -> None:
    found = unify(
        [
            document("a", person("Andris Spruds")),
            document("b", person("Andris Sprūds")),
            document("c", person("Andris Sprūds")),
        ]
    )
    assert {one.id for extraction in found for one in extraction.speakers} == {"andris-spruds"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (person("Laura Brandt"), person("Paul Brandt")),  # another given name
        (person("Kaja Kallas", country="EE"), person("Kaja Kalals", country="LV")),  # another country
        (person("William “Bill” Miller"), person("John Miller")),
        (person("William Miller Jr."), person("John Miller")),
        (person("Miller Jr."), person("John Miller")),
        (person("John Holmson Jr."), person("John Holmsen")),  # father and son
        (person("John Reed"), person("John Reid")),  # too short to be sure
        (person("Anna Lindholm"), person("Anna Lindgren")),  # too far apart
        (person("Marsh", country="GB"), person("Peter Marsh", country="US")),
        (person("Kallas", "Estonian minister"), person("Kaja Kalals")),  # a surname alone is not enough
    ],
)
def test_two_people_stay_two(first: Speaker, second: Speaker) -> None:
    given = [document("a", first), document("b", second)]
    assert unify(given) == given


def test_two_bearers_of_a_surname_take_nobody() -> None:
    given = [
        document("a", person("Brandt")),
        document("b", person("Laura Brandt")),
        document("c", person("Paul Brandt")),
    ]
    assert unify(given) == given


def test_two_spellings_in_one_document_are_two_people() -> None:
    given = [document("a", person("Kaja Kallas"), person("Kaja Kalals"))]
    assert unify(given) == given


def test_countries_and_unnamed_are_left_alone() -> None:
    one = replace(person("Iran"), type="country")
    other = replace(person("Iraq"), type="country")
    given = [document("a", one), document("b", other)]
    assert unify(given) == given


NAMES = st.sampled_from(
    [
        "Kaja Kallas",
        "Kaja Kalals",
        "Kallas",
        "Kalals",
        "Laura Brandt",
        "Paul Brandt",
        "Brandt",
        "Sprūds",
        "Spruds",
    ]
)


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3, unique_by=slug), max_size=4))
def test_nothing_is_lost_and_again_changes_nothing(corpus: list[list[str]]) -> None:
    given_ = [document(str(number), *map(person, doc)) for number, doc in enumerate(corpus)]
    once = unify(given_)
    assert [len(one.attributions) for one in once] == [len(one.attributions) for one in given_]
    for extraction in once:
        known = {one.id for one in extraction.speakers}
        assert known == {speaker.id for one in extraction.attributions for speaker in one.speakers}
        assert sum(one.claims for one in extraction.speakers) == len(extraction.attributions)
    assert names(unify(once)) == names(once)
