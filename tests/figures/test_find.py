"""Sentences and their figures: words, value or range, bound, qualifier, unit, what is counted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXACT = "exactly"

FIGURES = [
    # values and what they count
    (
        "We trained over 73,000 Ukrainian soldiers.",
        [("73,000", 73000, "at least", "over", None, "Ukrainian soldiers")],
    ),
    ("Ministers from 30 countries came.", [("30", 30, EXACT, None, None, "countries")]),
    ("Not all of the 33 delegations agreed.", [("33", 33, EXACT, None, None, "delegations")]),
    ("Only six countries have committed troops.", [("six", 6, EXACT, "Only", None, "countries")]),
    (
        "Twenty-two people and a hundred and five dogs were found.",
        [
            ("Twenty-two", 22, EXACT, None, None, "people"),
            ("a hundred and five", 105, EXACT, None, None, "dogs"),
        ],
    ),
    ("Half a million people fled.", [("Half a million", 500000, EXACT, None, None, "people")]),
    ("Two dozen drones were shot down.", [("Two dozen", 24, EXACT, None, None, "drones")]),
    ("Some 1.5 million voters stayed home.", [("1.5 million", 1500000, "about", "Some", None, "voters")]),
    ("The 187-member committee voted.", [("187", 187, EXACT, None, None, "member")]),
    ("He laid off his 40 highly trained workers.", [("40", 40, EXACT, None, None, "highly trained workers")]),
    ("More than 2000 soldiers marched.", [("2000", 2000, "at least", "More than", None, "soldiers")]),
    ("Ten New York voters left.", [("Ten", 10, EXACT, None, None, "New York voters")]),
    # bounds
    ("Russia handed over 30 prisoners.", [("30", 30, EXACT, None, None, "prisoners")]),
    ("At least 12 people died.", [("12", 12, "at least", "At least", None, "people")]),
    ("No more than 12 seats are free.", [("12", 12, "at most", "No more than", None, "seats")]),
    ("It may cost up to $5bn.", [("$5bn", 5 * 10**9, "at most", "up to", "USD", None)]),
    ("It has 100+ sources.", [("100", 100, "at least", "+", None, "sources")]),
    ("Roughly a third of the voters left.", [("a third", 0.3333, "about", "Roughly", "share", "voters")]),
    ("Under 30 members came.", [("30", 30, "at most", "Under", None, "members")]),
    (
        "Sales will not exceed 40 million euros.",
        [("40 million euros", 4 * 10**7, "at most", "exceed", "EUR", None)],
    ),
    ("The firm will not raise its offer beyond $75.", [("$75", 75, "at most", "beyond", "USD", None)]),
    ("Prices did not fall below 3%.", [("3%", 3, "at least", "below", "%", None)]),
    ("He did not say that more than 20 people died.", [("20", 20, "at least", "more than", None, "people")]),
    ("Only one member came.", [("one", 1, EXACT, "Only", None, "member")]),
    # ranges
    (
        "The force would need between 10,000 and 25,000 soldiers.",
        [("10,000 and 25,000", (10000, 25000), EXACT, "between", None, "soldiers")],
    ),
    ("They want 10,000-25,000 troops.", [("10,000-25,000", (10000, 25000), EXACT, None, None, "troops")]),
    ("It takes 10 to 15 years.", [("10 to 15", (10, 15), EXACT, None, "years", None)]),
    ("It costs $5-10 million.", [("$5-10 million", (5 * 10**6, 10**7), EXACT, None, "USD", None)]),
    ("Two or three ministers left.", [("Two or three", (2, 3), "about", "or", None, "ministers")]),
    (
        "Support rose from 40 to 45 percent.",
        [("40", 40, EXACT, None, "%", None), ("45 percent", 45, EXACT, None, "%", None)],
    ),
    # both sides of a vote
    (
        "The party won 40% to 45%.",
        [("40%", 40, EXACT, None, "%", None), ("45%", 45, EXACT, None, "%", None)],
    ),
    (
        "The troops, which could number between 100 and 300, would stay.",
        [("100 and 300", (100, 300), EXACT, "between", None, "troops")],
    ),
    # units
    ("About 47 percent of voters agreed.", [("47 percent", 47, "about", "About", "%", "voters")]),
    (
        "Prices rose 3.1%, from 2.4% in autumn.",
        [("3.1%", 3.1, EXACT, None, "%", None), ("2.4%", 2.4, EXACT, None, "%", None)],
    ),
    ("Prices fell 3.5%.", [("3.5%", 3.5, EXACT, None, "%", None)]),
    ("They gave €30 million in aid.", [("€30 million", 3 * 10**7, EXACT, None, "EUR", "aid")]),
    ("It cost 5 million euros.", [("5 million euros", 5 * 10**6, EXACT, None, "EUR", None)]),
    ("The road is 300 km long.", [("300 km", 300, EXACT, None, "km", None)]),
    ("He waited for four weeks.", [("four", 4, EXACT, None, "weeks", None)]),
    ("A 67-year-old woman spoke.", [("67", 67, EXACT, None, "years", None)]),
    ("Jane Smith, 47, agreed.", [("47", 47, EXACT, None, "years", None)]),
    ("One in five voters agreed.", [("One in five", 0.2, EXACT, None, "share", "voters")]),
    ("Two-thirds of the members voted.", [("Two-thirds", 0.6667, EXACT, None, "share", "members")]),
    ("They seized 20 square miles of land.", [("20", 20, EXACT, None, "square miles", None)]),
    (
        "Temperatures rose 1.5C, and spending fell by a fifth.",
        [("1.5C", 1.5, EXACT, None, "°C", None), ("a fifth", 0.2, EXACT, None, "share", None)],
    ),
    ("Her 25 year-old son came.", [("25", 25, EXACT, None, "years", None)]),
    (
        "The index rose 0.8 percent to 18,432 points.",
        [("0.8 percent", 0.8, EXACT, None, "%", None), ("18,432", 18432, EXACT, None, None, "points")],
    ),
    (
        "At least 14 people were killed and 37 injured.",
        [("14", 14, "at least", "At least", None, "people"), ("37", 37, EXACT, None, None, "injured")],
    ),
    (
        "They lost 30 to 40 percent of the energy grid.",
        [("30 to 40 percent", (30, 40), EXACT, None, "%", "energy grid")],
    ),
    (
        "They gave 14 Challenger 2 tanks.",
        [("14", 14, EXACT, None, None, "Challenger 2 tanks")],
    ),
    ("She turned 69 on Sunday.", [("69", 69, EXACT, None, "years", None)]),
    # the noun left out
    (
        "They trained 10,000 recruits and want to train 20,000 more.",
        [("10,000", 10000, EXACT, None, None, "recruits"), ("20,000", 20000, EXACT, None, None, "recruits")],
    ),
    (
        "Only six of the 30 countries would send troops.",
        [("six", 6, EXACT, "Only", None, "countries"), ("30", 30, EXACT, None, None, "countries")],
    ),
    (
        "France has 17 military satellites, and the UK has only six old ones.",
        [
            ("17", 17, EXACT, None, None, "military satellites"),
            ("six", 6, EXACT, "only", None, "old military satellites"),
        ],
    ),
]

NONE = [
    "Ten Hag said the squad was tired.",
    "It happened in 2025, on 10 April and on 12.04.2025.",
    "The 2016 elections were held on Nov. 8.",
    "On March 3-5, 2014, at 9:30 p.m., they met.",
    "It was four weeks ago.",
    "They spent the last ten years there.",
    "Call +32 (0) 2 298 56 91 or 555-1234 now.",
    "The G7 met about MH17, Covid-19, an F-16 and 5G.",
    "It is one of the topics, and one app is one thing or another.",
    "No one knows which one it was.",
    "This is the first time, the 2nd or the third.",
    "They won 3-1 and the vote was 52-48.",
    "The Senate voted 52 to 48 for it.",
    "NATO's Article 5 and Resolution 2202 apply.",
    "He drove Route 66 and flew Apollo 11.",
    "In the 1990s and the '80s it was so.",
    "A two-state solution is a one-way street.",
    "See https://example.org/2025/10/30 or write to 30@example.org.",
    "The Gang of Eight met the Final Four.",
    "Millions of people and hundreds of thousands of dogs came.",
    "It is a 24/7 operation after 9/11.",
    "The first half was dull, and a third party came third.",
    "The two met again, and all three agreed.",
    "Item [3] and item (4) follow.",
    "The winter of 2013-14 was cold.",
    "Between 1990 and 2013 it grew.",
    "He lives at 12 Elm Street and has a 401(k).",
    "There was talk about one of our candidates.",
    "He is not the only one, and she laboured over one of her speeches.",
    "The post 667777348029292544 was deleted.",
    "The army lost six operational ones.",
]


def described(text, hits):
    return [
        (
            text[hit.start : hit.end],
            (hit.low, hit.high) if hit.value is None else hit.value,
            hit.bound,
            hit.qualifier,
            hit.unit,
            hit.counted,
        )
        for hit in hits
    ]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text, expected, figures):
    assert described(text, figures(text)) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text, figures):
    assert described(text, figures(text)) == []


def test_about_after_talk_is_no_bound(figures):
    (hit,) = figures("They talked about 30 countries yesterday.")
    assert (hit.bound, hit.qualifier) == ("exactly", None)


def test_over_a_span_of_time_is_no_bound(figures):
    (hit,) = figures("It would cut costs over 10 years, he said.")
    assert (hit.bound, hit.qualifier, hit.unit) == ("exactly", None, "years")


def test_what_is_said_not_to_be_so_is_no_figure(figures):
    assert figures("There were not 30 delegations in the room.") == []
    assert figures("There weren’t 30 delegations in the room.") == []
    (hit,) = figures("There were not only 30 delegations in the room.")
    assert hit.value == 30


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "over",
                    "10",
                    "1,000",
                    "to",
                    "-",
                    "and",
                    "between",
                    "a",
                    "half",
                    "million",
                    "%",
                    "$",
                    "€5bn",
                    "six",
                    "of",
                    "troops",
                    "years",
                    "ago",
                    "two-thirds",
                    "\n",
                    "“",
                    "2025",
                    "9:30",
                    "one",
                    "in",
                    "five",
                    "½",
                    "٣",
                    "²",
                ]
            ),
            st.text(max_size=5),
        ),
        max_size=14,
    ).map(" ".join)
)
def test_any_text_gives_sorted_figures_inside_it(figures, text):
    hits = figures(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(first.end <= second.start for first, second in pairwise(hits))
    assert all((hit.value is None) != (hit.low is None) for hit in hits)
    assert all(hit.low < hit.high for hit in hits if hit.value is None)
