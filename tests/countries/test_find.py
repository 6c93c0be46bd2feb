"""Sentences and the countries they name: `words=CODES/via`, in text order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

NAMED = [
    # names, long and short
    ("New Zealand and the United Kingdom signed it.", "New Zealand=NZ/name United Kingdom=GB/name"),
    ("The U.S., the U.K. and the USA were there.", "U.S.=US/name U.K.=GB/name USA=US/name"),
    ("Great Britain will send help to Türkiye.", "Great Britain=GB/name Türkiye=TR/name"),
    ("Officials from the Netherlands and Côte d’Ivoire met.", "Netherlands=NL/name Côte d’Ivoire=CI/name"),
    ("Kosovo and North Macedonia agreed.", "Kosovo=XK/name North Macedonia=MK/name"),
    ("UKRAINE ASKS GERMANY FOR TANKS AS WINTER NEARS.", "UKRAINE=UA/name GERMANY=DE/name"),
    ("Troops crossed from Northern Ireland into Ireland.", "Northern Ireland=GB/name Ireland=IE/name"),
    ("Scotland and Wales voted.", "Scotland=GB/name Wales=GB/name"),
    ("A US-led mission began.", "US=US/name"),
    ("Post #Ukraine and it will be seen.", "Ukraine=UA/name"),
    ("Sudan and South Sudan closed the border.", "Sudan=SD/name South Sudan=SS/name"),
    (
        "Papua New Guinea and Equatorial Guinea are not Guinea.",
        "Papua New Guinea=PG/name Equatorial Guinea=GQ/name Guinea=GN/name",
    ),
    ("Niger is north of Nigeria.", "Niger=NE/name Nigeria=NG/name"),
    # adjectives and peoples
    (
        "Finnish and Dutch ministers met a British envoy.",
        "Finnish=FI/demonym Dutch=NL/demonym British=GB/demonym",
    ),
    (
        "The Finns, the Poles and many Ukrainians agreed.",
        "Finns=FI/people Poles=PL/people Ukrainians=UA/people",
    ),
    ("The French refused.", "French=FR/people"),
    ("Burkinabè troops met Burkinabe farmers.", "Burkinabè=BF/demonym Burkinabe=BF/demonym"),
    ("Franco-German talks stalled.", "Franco=FR/demonym German=DE/demonym"),
    ("Sino-American ties soured.", "Sino=CN/demonym American=US/demonym"),
    ("The army is Russian.", "Russian=RU/demonym"),
    # groups
    ("The Baltic states asked the EU for money.", "Baltic states=EE+LV+LT/group EU=EU/group"),
    ("Benelux ministers met the E3.", "Benelux=BE+NL+LU/group E3=DE+FR+GB/group"),
    ("NATO will act.", "NATO=NATO/group"),
    # misspelt
    ("Austria, New Zeeland and Japan took part.", "Austria=AT/name New Zeeland=NZ/misspelling Japan=JP/name"),
    ("The Ukranian army and the Phillipines agreed.", "Ukranian=UA/misspelling Phillipines=PH/misspelling"),
]

CAPITALS = [
    ("Washington has so far refused to join.", "Washington=US/capital"),
    ("Talks between Moscow and Washington go on.", "Moscow=RU/capital Washington=US/capital"),
    ("The idea was ruled out by Berlin.", "Berlin=DE/capital"),
    ("They hope to secure guarantees from Washington.", "Washington=US/capital"),
    ("Tensions with Moscow grew.", "Moscow=RU/capital"),
    ("A war between NATO and Moscow would be a disaster.", "NATO=NATO/group Moscow=RU/capital"),
    ("Kyiv's allies put pressure on Beijing.", "Kyiv=UA/capital Beijing=CN/capital"),
    ("Europe tried to persuade Ankara.", "Ankara=TR/capital"),
    ("Brussels proposed new rules on Monday.", "Brussels=EU/capital"),
    ("Tokyo is ready to help.", "Tokyo=JP/capital"),
    ("The leadership in both London and Paris is not giving up.", "London=GB/capital Paris=FR/capital"),
    ("Having Washington on board is important.", "Washington=US/capital"),
    (
        "Poland and the Baltics urge Berlin to act now.",
        "Poland=PL/name Baltics=EE+LV+LT/group Berlin=DE/capital",
    ),
    ("Meanwhile Tehran and the E3 resume talks.", "Tehran=IR/capital E3=DE+FR+GB/group"),
    ("Budapest's refusal angered Warsaw.", "Budapest=HU/capital Warsaw=PL/capital"),
    (
        "Seoul sold Warsaw 180 tanks, and Delhi abstained.",
        "Seoul=KR/capital Warsaw=PL/capital Delhi=IN/capital",
    ),
    ("Beijing hopes Paris will soften its line.", "Beijing=CN/capital Paris=FR/capital"),
    ("They sold weapons to Berlin.", "Berlin=DE/capital"),
    # places
    ("They flew weapons to Berlin.", ""),
    ("Brussels, 3 June 2024 – The plan was approved on Monday.", ""),
    ("Brussels is a lively city, and Tel Aviv's beaches were full.", ""),
    ("The priority in Moscow and Beijing remains the relationship.", ""),
    ("Washington's cherry trees bloom early.", ""),
    ("They met in Brussels on Friday.", ""),
    ("The minister travelled to Kyiv from London.", ""),
    ("He was born near Moscow and lives in Paris.", ""),
    ("A summit in Vienna was cancelled.", ""),
    ("The flight between Paris and Rome was late.", ""),
    ("Rain fell over Dublin and Oslo.", ""),
    ("The Washington Post reported it.", ""),
    ("Washington state has many apples.", ""),
    ("Voters in Oregon and Washington decide today.", ""),
    ("She moved to Washington, D.C., last year.", ""),
    ("George Washington was the first to do so.", ""),
    ("Jack London wrote it, and London said so.", ""),
    ("The Paris agreement was signed by all.", ""),
    ("Kyiv was shelled overnight.", ""),
    ("East Jerusalem was calm.", ""),
]

UNNAMED = [
    "Tell us what you think.",
    "TELL US NOW OR LEAVE.",
    "Michael Jordan and Chad Smith met Israel Folau.",
    "Michael Jordan played, and Jordan scored twice.",
    "The court heard that Mr Jordan and Judge Israel Carter agreed.",
    "Paris Hilton and Denzel Washington were there.",
    "We ate turkey and french fries off the good china.",
    "The ship crossed the Indian Ocean and the South China Sea.",
    "He flew American Airlines and then British Airways.",
    "It was a Dutch auction, and they played Russian roulette.",
    "She speaks French and learns Russian; the book is in Polish.",
    "Ukrainian-speaking viewers watched.",
    "They moved from New Mexico to New England and New Jersey.",
    "African Americans and Native Americans voted.",
    "He lives in Lebanon, Pennsylvania.",
    "Write to press@ukraine.example or see https://example.org/France/Germany for more.",
    "Follow @Ukraine for more.",
    "The Prince of Wales opened it.",
    "She studied at the American Enterprise Institute.",
    "Columbia is a university.",
    "Korea was mentioned once.",
    "Slovekia may be one or the other.",
    "Latin America and Central America grew.",
    "It costs US$ 5 a day.",
]

PERSONS = [
    ("Jordan's king met Jordan Henderson in Amman.", "Jordan=JO/name"),
    ("The Israel Jordan border is shut.", "Israel=IL/name Jordan=JO/name"),
    ("Kerry Washington spoke first. Washington then thanked the crowd.", ""),
    ("A man from George Washington University said Washington had refused.", "Washington=US/capital"),
]

GEORGIA = [
    ("Voters in Georgia and Florida chose the Republican.", ""),
    ("Protests went on in Tbilisi, and Georgia turned to Russia.", "Georgia=GE/name Russia=RU/name"),
    ("Georgia is beautiful.", ""),
    ("Georgian protesters marched.", "Georgian=GE/demonym"),
]

DIVIDED = [
    ("North Korea fired a missile. Korea said little.", "North Korea=KP/name Korea=KP/name"),
    ("North Korea and South Korea met. Korea is divided.", "North Korea=KP/name South Korea=KR/name"),
    ("Fighting near Goma spread. Congo blamed its neighbour.", "Congo=CD/name"),
]


def described(text, hits):
    return " ".join(f"{text[hit.start : hit.end]}={'+'.join(hit.codes)}/{hit.via}" for hit in hits)


@pytest.mark.parametrize(("text", "expected"), NAMED + CAPITALS + PERSONS + GEORGIA + DIVIDED)
def test_names(text, expected, mentions):
    assert described(text, mentions(text)) == expected


@pytest.mark.parametrize("text", UNNAMED)
def test_none_named(text, mentions):
    assert described(text, mentions(text)) == ""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "US",
                    "U.S.",
                    "Georgia",
                    "Korea",
                    "New ",
                    "Washington",
                    "’s",
                    "\n",
                    "@",
                    "EU",
                    "“",
                    "Baltic…",
                ]
            ),
            st.text(max_size=6),
        ),
        max_size=12,
    ).map(" ".join)
)
def test_any_text_gives_sorted_hits_inside_it(mentions, text):
    hits = mentions(text)
    assert all(0 <= hit.start < hit.end <= len(text) and hit.codes for hit in hits)
    assert all(first.end <= second.start for first, second in pairwise(hits))
