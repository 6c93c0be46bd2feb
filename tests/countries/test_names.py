"""Codes, names and what people type."""

from __future__ import annotations

import pytest

from coalition_cli.countries.lexicon import countries, groups
from coalition_cli.countries.names import code_for, codes_in, country_members, country_name


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("Finland", ("FI",)),
        ("finnish", ("FI",)),
        ("FI", ("FI",)),
        ("uk", ("GB",)),
        ("u.k.", ("GB",)),
        ("it", ("IT",)),
        ("no", ("NO",)),
        ("the netherlands", ("NL",)),
        ("turkiye", ("TR",)),
        ("Cote d'Ivoire", ("CI",)),
        ("baltic states", ("EE", "LV", "LT")),
        ("the Baltic States", ("EE", "LV", "LT")),
        ("eu", ("EU",)),
        ("moscow", ("RU",)),
        ("kosovo", ("XK",)),
        ("atlantis", ()),
        ("", ()),
    ],
)
def test_what_people_type(query, codes):
    assert code_for(query) == codes


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        ("UK Defence Secretary", ("GB",)),
        ("Latvia's defence minister", ("LV",)),
        ("Latvia’s Defence Minister", ("LV",)),
        ("Finnish Defence Minister", ("FI",)),
        ("Prime Minister of Denmark", ("DK",)),
        ("EU High Representative", ()),
        ("NATO Secretary General", ()),
        ("Washington bureau chief", ()),
        ("minister", ()),
        ("French and British military officials", ("FR", "GB")),
    ],
)
def test_roles(role, codes):
    assert codes_in(role) == codes


def test_names_of_codes():
    assert country_name("GB") == "United Kingdom"
    assert country_name("EU") == "European Union"
    assert country_name("ZZ") == "ZZ"


def test_members_of_groups_are_countries():
    assert country_members("FI") == ()
    assert len(country_members("EU")) == 27
    assert len(country_members("NATO")) == 32
    assert all(code in countries() for group in groups() for code in group.members)


def test_every_country_is_found_by_its_own_name_and_code():
    for code, country in countries().items():
        assert code_for(code) == (code,)
        assert code_for(country.name) == (code,), country
