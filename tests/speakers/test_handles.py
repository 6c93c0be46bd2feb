"""Accounts that speak under their handle, and signatures of one word that are an account's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalition_cli.speakers.steps.resolution import Resolution

    from .conftest import Read

SPEAKING = [
    ("[[@sund_rower]] said it was late.", ("account-sund-rower",)),
    ("It rained. [[@lakefan9]] put it well: “We sail.”", ("account-lakefan9",)),
    # whose handle it is stands before it
    ("[[Jane Roe (@janeroe)]] said it was late.", ("jane-roe",)),
    ("[[Robert Marsh @robm]] said it was late.", ()),
    # behind an account *he* may be its owner
    ("Peter Marsh left. @lakefan9 said it was late. [[He]] said it was cold.", ()),
]
NONE = [
    "Write to anna@sund_lake said the poster.",
    "Jane Roe (@janeroe) said it was late.",
    "They told @lakefan9 it was late.",
]
SIGNED = [
    ("We sail today.\n\n— Lantern (@lantern) May 1, 2025", ["Lantern"]),
    ("We sail today.\n\n— lantern (@lanternhq) May 1, 2025", []),
    ("We sail today.\n\n— peter marsh (@petermarsh) May 1, 2025", ["peter marsh"]),
    ("We sail today.\n\n— lake rower (@Lake_Rower) May 1, 2025", ["lake rower"]),
    ("We sail today.\n\n— lake rower (@sundfan) May 1, 2025", []),
    ("We sail today.\n\n— peter (@peter) May 1, 2025", []),
    ("We sail today.\n\n— lakefan (@LakeFan_) May 1, 2025", ["lakefan"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKING)
def test_a_handle_speaks(
    resolved: Callable[[str], list[Resolution]], text: str, speakers: tuple[str, ...]
) -> None:
    assert resolved(text)[-1].speakers == speakers


@pytest.mark.parametrize("text", NONE)
def test_no_account(read: Callable[[str], Read], text: str) -> None:
    assert not [one.name for one in read(text).entities if one.name.startswith("@")]


@pytest.mark.parametrize(("text", "names"), SIGNED)
def test_a_signature_of_one_word(read: Callable[[str], Read], text: str, names: list[str]) -> None:
    assert [one.name for one in read(text).entities] == names
