"""The date a document bears."""

from __future__ import annotations

import pytest

from coalition_cli.documents.dates import date_of

TABLE = [
    ("Remarks in Brussels\n\n10.04.2025\nBrussels", "2025-04-10"),
    ("Ministers meet\n- 09:14 PM, Apr 10, 2025", "2025-04-10"),
    (" date 2025-04-19 403\nHeadline", "2025-04-19"),
    ("LONDON, 3 September 2024 — The court ruled.", "2024-09-03"),
    ("The court ruled.\n\nPublished: Sept. 3rd, 2024", "2024-09-03"),
    ("A vote is due in April 2025.", None),
    ("It was 04/10/2025, they said.", None),
    ("Version 31.02.2025 of the plan", None),
    ("", None),
    ("\n".join(["A line."] * 20 + ["On 1 May 2020 it rained."] + ["A line."] * 5), "2020-05-01"),
    ("\n".join(["A line."] * 20 + ["On 1 May 2020 it rained."] + ["A line."] * 6), None),
    ("\n".join(["A line."] * 40 + ["On 1 May 2020 it rained."] + ["A line."] * 40), None),
]


@pytest.mark.parametrize(("text", "date"), TABLE)
def test_date(text: str, date: str | None) -> None:
    assert date_of(text) == date
