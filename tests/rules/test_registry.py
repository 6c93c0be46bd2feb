"""Every rule about marks, turns and posts takes the text it names and leaves the other; names are unique."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coalition_cli.components import state
from coalition_cli.rules.registry import RULES
from coalition_cli.rules.reported import RULES as REPORTED

if TYPE_CHECKING:
    from spacy.language import Language

    from coalition_cli.rules.registry import Rule


def found_by(nlp: Language, rule: Rule, text: str) -> set[str]:
    return {one.origin for one in rule.find(state.view_of(nlp(text)))}


OWN = [rule for rule in RULES if rule not in REPORTED]
"""The reported rules have their own table."""


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.ID)
def test_takes_and_leaves(nlp: Language, rule: Rule) -> None:
    assert found_by(nlp, rule, rule.TAKES) == {f"rule:{rule.ID}"}
    assert found_by(nlp, rule, rule.LEAVES) == set()


def test_names_are_unique() -> None:
    names = [rule.ID for rule in RULES]
    assert len(names) == len(set(names))
