"""Names as people type them."""

from __future__ import annotations

import pytest

from coalition_cli.records import Speaker, SpeakerReference
from coalition_cli.speakers.match import matches

HAKKANEN = Speaker(
    "antti-hakkanen", "Antti Häkkänen", "person", ("Finnish Defence Minister",), "FI", None, ("Häkkänen",), ()
)
KALLAS = Speaker("kaja-kallas", "Kaja Kallas", "person", (), None, "EU", (), ("Kaja Kalals",))
LEYEN = SpeakerReference("ursula-von-der-leyen", "Ursula von der Leyen", "person")
GRANT = SpeakerReference("paul-grant", "Paul Grant", "person")
TIMES = SpeakerReference("new-york-times", "New York Times", "organisation")
USA = Speaker("united-states", "United States", "country", (), "US", None, ("U.S.", "Washington"), ())


@pytest.mark.parametrize(
    ("query", "speaker"),
    [
        ("antti-hakkanen", HAKKANEN),
        ("Häkkänen", HAKKANEN),
        ("hakkanen", HAKKANEN),
        ("ANTTI HÄKKÄNEN", HAKKANEN),
        ("antti", HAKKANEN),
        ("Defence Minister Häkkänen", HAKKANEN),
        ("Mr. Grant", GRANT),
        ("Kalals", KALLAS),
        ("kaja kallas", KALLAS),
        ("von der leyen", LEYEN),
        ("Leyen", LEYEN),
        ("times", TIMES),
        ("The New York Times", TIMES),
        ("washington", USA),
        ("US", USA),
        ("united states", USA),
    ],
)
def test_finds(query: str, speaker: Speaker | SpeakerReference) -> None:
    assert matches(query, speaker)


@pytest.mark.parametrize(
    ("query", "speaker"),
    [
        ("ran", GRANT),
        ("gran", GRANT),
        ("grant paul", GRANT),
        ("", GRANT),
        ("…", GRANT),
        ("paul healey", GRANT),
        ("united", USA),
        ("york", TIMES),
        ("new", TIMES),
        ("minister", HAKKANEN),
        ("der", LEYEN),
    ],
)
def test_leaves(query: str, speaker: Speaker | SpeakerReference) -> None:
    assert not matches(query, speaker)
