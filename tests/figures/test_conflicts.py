"""Which figures of different documents disagree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coalition_cli.figures.conflicts import conflict_groups
from coalition_cli.records import Figure, Span


def figure(doc, value, counted="troops", bound="exactly", unit=None):
    low, high = value if isinstance(value, tuple) else (None, None)
    single = None if isinstance(value, tuple) else value
    return Figure(
        id=f"f-{doc}-{value}-{counted}",
        doc=doc,
        line=1,
        span=Span(0, 1, "x"),
        text="x",
        value=single,
        low=low,
        high=high,
        bound=bound,
        qualifier=None,
        unit=unit,
        counted=counted,
        speakers=(),
        attribution=None,
        origin="rule:figures",
        review="unreviewed",
    )


def test_two_ranges_for_one_force():
    one, other = figure("a", (10000, 25000), "soldiers"), figure("b", (10000, 30000), "allied troops")
    assert conflict_groups([one, other]) == [(one, other)]


def test_the_same_twice_agrees():
    assert conflict_groups([figure("a", 30), figure("b", 30)]) == []


def test_bounds_agree_where_both_can_hold():
    assert conflict_groups([figure("a", 70000, bound="at least"), figure("b", 73000)]) == []
    assert conflict_groups([figure("a", 50, bound="about"), figure("b", 52)]) == []
    assert conflict_groups([figure("a", (10, 20)), figure("b", 15)]) == []


def test_other_things_are_not_compared():
    assert conflict_groups([figure("a", 30, "countries"), figure("b", 33, "delegations")]) == []
    assert conflict_groups([figure("a", 30, "Ukrainian soldiers"), figure("b", 40, "Russian soldiers")]) == []
    assert conflict_groups([figure("a", 30, "years", unit="%"), figure("b", 40, "years", unit="USD")]) == []
    assert conflict_groups([figure("a", 30, None), figure("b", 40, None)]) == []


def test_one_document_may_count_two_things():
    assert conflict_groups([figure("a", 30), figure("a", 50)]) == []


def test_a_confirmed_figure_has_no_rival_there():
    mine, others = [figure("a", 30), figure("a", 50)], [figure("b", 30), figure("b", 50)]
    assert conflict_groups(mine + others) == []


def test_far_apart_is_another_thing():
    assert conflict_groups([figure("a", 6, "countries"), figure("b", 30, "nations")]) == []


def test_three_documents_make_one_group():
    three = [figure("a", 30), figure("b", 33), figure("c", 30)]
    assert conflict_groups(three) == [tuple(three)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.integers(1, 60), st.sampled_from(["troops", "allied troops", "men"])
        )
    )
)
def test_groups_are_disjoint_and_large_enough(given_figures):
    figures = [figure(*data) for data in given_figures]
    groups = conflict_groups(figures)
    places = [id(one) for group in groups for one in group]
    assert len(places) == len(set(places))
    assert all(len({one.doc for one in group}) > 1 for group in groups)
