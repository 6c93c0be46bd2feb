"""Who is named in a text, with role, country and organisation, and who is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Read

PERSONS = [
    # text, name, roles, country, organisation
    ("UK Defence Secretary John Healey said so.", "John Healey", ("UK Defence Secretary",), "GB", None),
    ("Anna Berg QC, the chair of the panel, said so.", "Anna Berg", ("chair of the panel",), None, None),
    ("John Smith, KC, said so.", "John Smith", (), None, None),
    ("The Hon. Don Smith said so.", "Don Smith", (), None, None),
    ("Minister Don Smith said so.", "Don Smith", ("Minister",), None, None),
    ("Attorney General Anna Holm said so.", "Anna Holm", ("Attorney General",), None, None),
    ("Don Smith said so.", "Smith", (), None, None),  # a title of Spain and Italy
    (
        "Andris Sprūds, Latvia's defence minister, said so.",
        "Andris Sprūds",
        ("Latvia's defence minister",),
        "LV",
        None,
    ),
    ("The EU's top diplomat, Kaja Kalals, said so.", "Kaja Kalals", ("EU's top diplomat",), None, "EU"),
    (
        "Kaja Kallas, the EU’s foreign affairs chief, said so.",
        "Kaja Kallas",
        ("EU’s foreign affairs chief",),
        None,
        "EU",
    ),
    (
        "Former Russian President Dmitry Medvedev said so.",
        "Dmitry Medvedev",
        ("Former Russian President",),
        "RU",
        None,
    ),
    (
        "White House spokeswoman Robin Grell said so.",
        "Robin Grell",
        ("White House spokeswoman",),
        "US",
        "White House",
    ),
    ("They told reporters Sen. Anna Holm had left.", "Anna Holm", ("Sen.",), None, None),
    (
        "President Emmanuel Macron said so. French President Emmanuel Macron left.",
        "Emmanuel Macron",
        ("French President",),
        "FR",
        None,
    ),
    (
        "Emmanuel Macron and his British counterpart, Prime Minister Keir Starmer, met.",
        "Keir Starmer",
        ("British Prime Minister",),
        "GB",
        None,
    ),
    ("Coach Ten Hag left. Ten Hag said so.", "Ten Hag", ("Coach",), None, None),
    ("Jean-Claude Berger said so.", "Jean-Claude Berger", (), None, None),
    ("Ursula von der Leyen said so.", "Ursula von der Leyen", (), None, None),
    ("Conor O'Brien said so.", "Conor O'Brien", (), None, None),
    # a nickname stands inside the name
    ("William “Bill” Holm Jr. said so.", "William “Bill” Holm Jr.", (), None, None),
    ("William (Bill) Holm said so. Holm left.", "William (Bill) Holm", (), None, None),
    (
        "Chief Executive Myron E. “Mike” Holm III said so.",
        "Myron E. “Mike” Holm III",
        ("Chief Executive",),
        None,
        None,
    ),
    # the seat or field of an office stands between it and the name
    ("Labour MP for Sund Robin Grell said so.", "Robin Grell", ("Labour MP for Sund",), None, None),
    ("Member of the Assembly Anna Berg said so.", "Anna Berg", ("Member of the Assembly",), None, None),
    ("Minister for Railways Anna Berg said so.", "Anna Berg", ("Minister for Railways",), None, None),
    ("A lawyer for Senator Anna Berg said so.", "Anna Berg", ("Senator",), None, None),
    # titles written short, with and without a stop
    ("The chief, Col. Célestin Odeh, said so.", "Célestin Odeh", ("Col.",), None, None),
    ("Sgt Dermot Holm said so.", "Dermot Holm", ("Sgt",), None, None),
    # who signs a post, and whom a surname alone proves
    ("Good day at the office.\n\n— Mirzan Tekeli (@mtek) January 26, 2020", "Mirzan Tekeli", (), None, None),
    ("Sund skipper Mirzan Tekeli left. Tekeli said so.", "Mirzan Tekeli", ("Sund skipper",), None, None),
]
GENDERS = [
    ("Spokeswoman Robin Grell left.", "Robin Grell", "female"),
    ("Ms. Robin Grell left.", "Robin Grell", "female"),
    ("John Healey left.", "John Healey", "male"),
    ("Minister Robin Grell left.", "Robin Grell", None),
]
NOT_PERSONS = [
    "Progress Made, But Key Questions Remain",
    "Member States will meet on Thursday in New York.",
    "The Clinton Foundation said no, and Washington agreed.",
    "Will Sanders Come Down?\n\nAnna Sanders said she would.",
    "Georgia voted. Jordan abstained. Chad left early.",
    "On 3 May the Justice Department said no.",
    "Good day at the office.\n\n— Sund News (@sund) January 26, 2020",
    "Good day at the office.\n\n— England Cricket (@ec) January 26, 2020",
    "Old Trafford said that it was full.",
    "A Tory MP said that it was full.",
    "Orion Foods, Inc. said that it was full. Orion Foods left.",
]


@pytest.mark.parametrize(("text", "name", "roles", "country", "organisation"), PERSONS)
def test_persons(
    read: Callable[[str], Read],
    text: str,
    name: str,
    roles: tuple[str, ...],
    country: str | None,
    organisation: str | None,
) -> None:
    person = read(text).named(name)
    assert (person.type, person.roles, person.country, person.organisation) == (
        "person",
        roles,
        country,
        organisation,
    )


@pytest.mark.parametrize(("text", "name", "gender"), GENDERS)
def test_gender(read: Callable[[str], Read], text: str, name: str, gender: str | None) -> None:
    assert read(text).named(name).gender == gender


@pytest.mark.parametrize("text", NOT_PERSONS)
def test_what_is_no_person(read: Callable[[str], Read], text: str) -> None:
    assert {one.name for one in read(text).entities if one.type == "person"} <= {"Anna Sanders"}


def test_one_person_under_several_forms(read: Callable[[str], Read]) -> None:
    person = read("Donald J. Trump left. Donald Trump came back. Mr. Trump stayed, and Trump said so.").named(
        "Donald J. Trump"
    )
    assert [mention.how for mention in person.mentions] == ["full name", "full name", "surname", "surname"]
    assert set(person.aliases) == {"Donald Trump", "Trump"}


def test_mentions_name_what_stands_there(read: Callable[[str], Read]) -> None:
    text = "UK Defence Secretary John Healey met Kaja Kallas. Healey left."
    view, entities = read(text)
    assert {
        text[one.start : one.end]
        for entity in entities
        if entity.id == "john-healey"
        for one in entity.mentions
    } == {
        "John Healey",
        "Healey",
    }
    assert view.text == text


def test_a_transcript_that_names_no_asker_has_a_reporter(
    read: Callable[[str], Read], seed_texts: dict[str, str]
) -> None:
    entities = read(seed_texts["000_b95f53c6efcc4422"]).entities
    assert "unnamed-reporter" in {one.id for one in entities}


def test_a_family_name_may_come_first(read: Callable[[str], Read]) -> None:
    found = read("U.N. Secretary-General Ban Ki-moon met Kim Jong-un. Ban said that Kim was late.")
    assert [(one.name, len(one.mentions)) for one in found.entities if one.type == "person"] == [
        ("Ban Ki-moon", 2),
        ("Kim Jong-un", 2),
    ]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Bashar al-Assad spoke. Assad said it rained. Al-Assad said it was late.", "Bashar al-Assad", 3),
        ("Battalion Chief James Hall spoke. Hall said it rained.", "James Hall", 2),
        ("Anna Berg left. Added Berg, “It rained.”", "Anna Berg", 2),
        ("Sgt Dermot Holm said so. Sgt Holm left.", "Dermot Holm", 2),
        ("Cllr Jane Roe spoke. Cllr Roe said it rained.", "Jane Roe", 2),
        ("Coun. Rob Potts spoke. Coun. Potts said it rained.", "Rob Potts", 2),
    ],
)
def test_one_person_by_surname(read: Callable[[str], Read], text: str, name: str, mentions: int) -> None:
    persons = [(one.name, len(one.mentions)) for one in read(text).entities if one.type == "person"]
    assert persons == [(name, mentions)]


def test_the_husband_is_somebody_else(read: Callable[[str], Read]) -> None:
    woman = read("Dorothy Roe, whose husband, a baker, was killed, spoke on Monday.").named("Dorothy Roe")
    assert (woman.gender, woman.roles) == ("female", ())


def test_a_heading_in_capitals_does_not_tell_where_a_name_ends(read: Callable[[str], Read]) -> None:
    found = read("Widow Dorothy Roe Defends Mayor\n\nDorothy Roe spoke on Monday, and Roe said it was late.")
    assert [one.name for one in found.entities if one.type == "person"] == ["Dorothy Roe"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("US officials said so.", "US officials", "US"),
        ("French officials said so.", "French officials", "FR"),
        ("Military officials said so.", "military officials", None),
        ("It was late. A French official said so.", "French official", "FR"),
    ],
)
def test_unnamed_people_are_named_as_inside_a_sentence(
    read: Callable[[str], Read], text: str, name: str, country: str | None
) -> None:
    assert read(text).named(name).country == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Polish and German governments said so.", {"Polish and German governments"}),
        (
            "Senior French, Polish and German officials said so.",
            {"senior French, Polish and German officials"},
        ),
        ("In Sund, local officials said so.", {"local officials"}),
        ("French officials and three aides said so.", {"French officials", "three aides"}),
    ],
)
def test_what_describes_unnamed_people_may_be_joined(
    read: Callable[[str], Read], text: str, names: set[str]
) -> None:
    assert {one.name for one in read(text).entities if one.type in ("group", "unnamed")} == names
