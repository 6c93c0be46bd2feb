"""One line, or a few, a row: what each finder of the structure takes and what it must leave."""

from __future__ import annotations

import pytest

from coalition_cli.documents.structure import read_blocks
from coalition_cli.documents.structure.matter import cut_matter
from coalition_cli.documents.structure.names import is_date
from coalition_cli.documents.structure.title import find_title
from coalition_cli.documents.structure.units import split_units

PROSE = (
    "The council met on Tuesday night and agreed, after four hours, to keep the old ferry for one more year."
)

TITLES = [
    (
        "Statement by the Prime Minister of Canada, Mark Carney, on the ceasefire",
        "Prime Minister of Canada, Mark Carney",
    ),
    ("Statement by Mark Carney, Prime Minister of Canada, on the ceasefire", "Mark Carney"),
    ("Remarks by President Biden on the Economy", "President Biden"),
    ("Speech by President von der Leyen at the European Parliament Plenary", "President von der Leyen"),
    (
        "Speech by Minister for Foreign Affairs Elina Valtonen at the forum",
        "Minister for Foreign Affairs Elina Valtonen",
    ),
    ("Press briefing by UN spokesperson Stephane Dujarric", "UN spokesperson Stephane Dujarric"),
    ("Secretary Antony J. Blinken At a Press Availability", "Secretary Antony J. Blinken"),
    ("Keir Starmer's speech at Labour conference", "Keir Starmer"),
    ("Full text: Speech by Vladimir Putin on 9 May", "Vladimir Putin"),
    (
        "Transcript of remarks by Secretary of Defense Pete Hegseth at the meeting",
        "Secretary of Defense Pete Hegseth",
    ),
    ("Remarks as Prepared for Delivery by Deputy Secretary Wally Adeyemo", "Deputy Secretary Wally Adeyemo"),
    ("Interview with Lithuanian President Gitanas Nausėda", "Lithuanian President Gitanas Nausėda"),
    ("Statement by the North Atlantic Council on the attack", "North Atlantic Council"),
    ("Speech by Lord Ahmad of Wimbledon at the UN", "Lord Ahmad of Wimbledon"),
    ("EU: Statement by Commissioner Várhelyi on enlargement", "Commissioner Várhelyi"),
    (
        "The following is a near-verbatim transcript of today's briefing by Jean Morel, spokesman.",
        "Jean Morel",
    ),
    ("This is an edited transcript of remarks by Anna Lund at the harbour.", "Anna Lund"),
    # several people: a transcript, but nobody's alone
    ("Remarks by President Biden and Prime Minister Sunak in Joint Press Conference", None),
    ("Joint statement by the Foreign Ministers of France, Germany and Poland", None),
    ("Press conference by Mark Rutte and Volodymyr Zelenskyy at NATO Headquarters", None),
]

NO_TITLES = [
    "Remarks by Trump spark outrage",
    "Speech by Macron disrupted by protesters",
    "Trump's speech draws fire",
    "Ministers make a statement on grain",
    "The speech I want to hear",
    "Healey: plans are real and substantial",
    "Statement of intent signed in Riga",
    "Jane Roe's joint press conference with Paul Doe",  # nobody's alone
    "The paper printed a transcript of the briefing by Jean Morel on Monday",
    "The following is a transcript of a briefing by the council",
]

FURNITURE = [
    "Subscribe",
    "Sign in",
    "Sign up to our newsletter",
    "Already a subscriber? Log in",
    "Related Stories",
    "More from World",
    "Most read",
    "Read more: The long road to peace",
    "Advertisement",
    "Ad Feedback",
    "Hide Ad",
    "!function(w,d){var s=d.createElement(“script”);s.id=”ad”;d.body.append(s)}(window,document);",
    "var ads = window.ads || []; ads.push({slot: 3});",
    "Story continues below advertisement",
    "Download the app",
    "12 Comments",
    "Comments (3)",
    "Leave a comment",
    "Share",
    "Facebook | Twitter | WhatsApp",
    "Share this article",
    "We use cookies to improve your visit.",
    "© 2024 The Daily Coast",
    "All rights reserved",
    "https://example.org/news/1",
    "pic.twitter.com/Ab12Cd34",
    "* * *",
    "___",
    "Watch the video",
    "Photo: Anna Lund/Reuters",
    "Getty Images",
    "(Applause.)",
    "[Laughter]",
    "Follow Jan Berg on Twitter @janberg",
    "Check against delivery!",
    "(As delivered)",
    "5 min read",
    "The House met at 2 p.m.",
    "The sitting was suspended at 10.48 a.m.",
    "The views expressed in this talk are those of its author alone.",
    "All opinions expressed here are my own and do not reflect those of the ferry.",
    "Speeches of the harbour  |",
    "17",
]

SENTENCES = [
    "He left the room.",
    "“We will see.”",
    "Share prices fell.",
    "Subscribers to the plan said they were content with what they got.",
    "Sign language was used throughout.",
    "Read the treaty, he told them.",
    "Photographs of the attack spread within the hour.",
    "Comments by the minister angered the crowd.",
    "Cookies were served.",
    "Hide Adam from them; he is late.",
    "The function of the ad (he said) is to sell; it did.",
    "Advertisement revenue fell by half.",
    "The app was downloaded.",
    "Related talks failed.",
    "Copyright law is next.",
    "The video was fake, officials said.",
    "(He did not say who paid for the trip.)",
    "Only 73,000 came.",
    "100%",
    "$5 million",
    "By Tuesday the water had reached the church.",
    "Contact with the ship was lost.",
    "Media contacts were few.",
    "The views expressed by the mayor are shared by few, and do not reflect the mood.",
    "The views from the bridge are fine, and the opinions on it are many.",
    "Sund 3 | Riga 2 |",
    "Latest figures show a fall.",
    "More in Riga than in Oslo.",
    "The council met and said that it would close the bridge at 10 a.m.",
    "The House met its match.",
    "2 of 3",
]

CONTACTS = [
    "+32 (0) 2 298 56 91",
    "press@example.org",
    "Tel: +44 20 7946 0018",
    "(202) 555-0142",
    "Media contact:",
]

DATES = [
    "10.04.2025",
    "April 10, 2025",
    "10 April 2025",
    "Published: 12 March 2024, 10:15 GMT",
    "9:05 p.m.",
    "Thursday, 10 April 2025",
    "Strasbourg, 12 March 2025",
    "10.04.2025 Brussels",
    "2025-04-10",
    "09:14 PM, Apr 10, 2025",
]

NO_DATES = [
    "73,000",
    "Trump 45, Clinton 43",
    "Olympics 2024",
    "Brussels",
    "On 10 April he left",
    "May",
    "1 in 5",
    "17",
]

DATELINES = [
    ("Brussels 10.04.2025 Today the ministers met for a second round of talks.", "Brussels 10.04.2025"),
    ("WASHINGTON (AP) — The Senate passed the bill on Tuesday night without debate.", "WASHINGTON (AP) —"),
    ("STATE COLLEGE, Pa. - The vote came after a long night of talks.", "STATE COLLEGE, Pa. -"),
    (
        "BRUSSELS, April 10 (Reuters) - Ministers met on Thursday to talk about it.",
        "BRUSSELS, April 10 (Reuters) -",
    ),
    ("Kyiv (AFP) – Officials said on Monday that the road was open again.", "Kyiv (AFP) –"),
    ("(MENAFN) The minister has said that there is no agreement on the plan.", None),
    ("NATO - the alliance of 32 states - met on Thursday in Brussels again.", None),
    ("Ministers met - some by video - on Thursday in Brussels to talk again.", None),
    ("He (Putin) - and nobody else - decides about it, the official said.", None),
]


@pytest.mark.parametrize(("line", "name"), TITLES)
def test_title_names_its_speaker(line: str, name: str | None) -> None:
    title = find_title(split_units(line))
    assert title is not None
    assert (title.source and line[slice(*title.source)]) == name


@pytest.mark.parametrize("line", NO_TITLES)
def test_headline_is_no_title_of_a_speech(line: str) -> None:
    assert find_title(split_units(line)) is None


def kind_of(line: str) -> str:
    """The kind that a line gets in the middle of an article without blank lines."""
    text = f"Council keeps ferry\n{PROSE}\n{line}\n{PROSE}"
    begin = text.index(line, len(PROSE))
    return next(block.kind for block in read_blocks(text) if block.start <= begin < block.end)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert kind_of(line) == "furniture"


@pytest.mark.parametrize("line", SENTENCES)
def test_sentence_is_no_furniture(line: str) -> None:
    assert kind_of(line) in ("paragraph", "heading")


@pytest.mark.parametrize("line", CONTACTS)
def test_contact(line: str) -> None:
    assert kind_of(line) == "contact"


@pytest.mark.parametrize("line", DATES)
def test_date(line: str) -> None:
    assert is_date(split_units(line)[0])


@pytest.mark.parametrize("line", NO_DATES)
def test_no_date(line: str) -> None:
    assert not is_date(split_units(line)[0])


@pytest.mark.parametrize(("line", "dateline"), DATELINES)
def test_dateline_is_cut_from_its_paragraph(line: str, dateline: str | None) -> None:
    text = f"Council keeps ferry\n\n{line}\n\n{PROSE}"
    found = [text[block.start : block.end] for block in read_blocks(text) if block.kind == "dateline"]
    assert found == ([dateline] if dateline else [])


@pytest.mark.parametrize(
    "line",
    [
        "Note: the figures are provisional. You may ask us.",
        "Clinton said: we need to look at our record.",
        "Q4 2024: we did well, and you know it.",
        "A. Smith was not there.",
        "A. The ferry sails.\nA. The bridge is shut.",
    ],
)
def test_one_label_makes_no_transcript(line: str) -> None:
    assert kind_of(line) == "paragraph"


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_blocks(text)]


def test_bullet_is_no_headline() -> None:
    rest = ["paragraph", "paragraph"]
    assert kinds(f"The ferry stays\n\n{PROSE}\n\n{PROSE}") == ["heading", *rest]
    assert kinds(f"• The ferry stays\n\n{PROSE}\n\n{PROSE}") == ["paragraph", *rest]


def test_names_right_above_a_number_are_contacts() -> None:
    front = f"Council keeps ferry\n\n{PROSE}\n\n"
    office = "Sund Council\nPress and Media\nAnna Lund\nPress Officer\nRoom 12\n"
    assert kinds(f"{front}{office}{CONTACTS[0]}")[2:] == ["contact"] * 6
    assert kinds(f"{front}The ferry sails at noon\n\n{CONTACTS[0]}")[2:] == ["heading", "contact"]


def test_wrapped_point_of_a_list_is_a_paragraph_of_its_own() -> None:
    text = (
        "The council met on Tuesday night and agreed to keep the old\n"
        "ferry for one more year, for there is still no bridge over the\n"
        "sound, and nobody knows when there will be. The mayor read out\n"
        "two reasons to all of those who had come to hear what they are:\n"
        "- a bridge will cost far more than a town as small as this one\n"
        "can ever pay, and nobody else will pay for it.\n"
        "- the ferry was built well, and those who sail it say that it\n"
        "will do for another year."
    )
    found = [text[block.start : block.end] for block in read_blocks(text)]
    assert [block.split()[:2] for block in found] == [["The", "council"], ["-", "a"], ["-", "the"]]


@pytest.mark.parametrize(
    "signature",
    [
        "— Jane Doe (@jdoe) April 10, 2025",
        "&mdash; Jane Doe (@jdoe) April 10, 2025",
        "- Jane Doe (@jdoe) 10 April 2025",
        "— Jane Doe 🇺🇦 (@j_doe.bsky.social) 2025-04-10",
        "– Jane Doe (@jdoe)",
        "— (((Jane Doe))) (@jdoe) April 10, 2025",
    ],
)
def test_signature_names_the_post(signature: str) -> None:
    text = f"Council keeps ferry\n\n{PROSE}\n\nThe ferry stays.\n\n{signature}\n\n{PROSE}"
    posts = [block for block in read_blocks(text) if block.kind == "post"]
    assert [text[block.start : block.end] for block in posts] == ["The ferry stays."]
    assert posts[0].source is not None and text[slice(*posts[0].source)] == "Jane Doe"


def test_post_stops_at_what_reports_it() -> None:
    post = "It stays.\nFor now.\n— Jane Doe (@jdoe) May 1, 2025"
    text = f"Council keeps ferry\n{PROSE}\nDoe wrote late at night:\n{post}"
    assert [text[b.start : b.end] for b in read_blocks(text) if b.kind == "post"] == ["It stays.\nFor now."]


@pytest.mark.parametrize(
    ("gap", "begin"), [("\n\n\n\n", "What a line:"), ("\n\n", "“It stays."), ("\n", "“It stays.")]
)
def test_post_that_quotes_over_blank_lines(gap: str, begin: str) -> None:
    post = f"What a line:{gap}“It stays.” — Jane Doe (@jdoe) May 1, 2025"
    text = f"Council keeps ferry\n\n{PROSE}\n\n{post}\n\n{PROSE}"
    (found,) = (text[block.start : block.end] for block in read_blocks(text) if block.kind == "post")
    assert found.startswith(begin)
    assert found.endswith("“It stays.”")


def test_post_stops_below_the_headline() -> None:
    text = f"Council keeps ferry\nThe ferry stays.\n— Jane Doe (@jdoe) May 1, 2025\n{PROSE}"
    assert kinds(text) == ["heading", "post", "furniture", "paragraph"]


def test_handle_in_a_sentence_is_no_signature() -> None:
    text = (
        f"Council keeps ferry\n{PROSE}\nThe mayor (@mayor) wrote about it on Tuesday, as others had before."
    )
    assert "post" not in {block.kind for block in read_blocks(text)}


@pytest.mark.parametrize(
    "lines",
    [
        ["---", "JOHN: I do.", "JANE: So do I. Do you?", "JOHN: We do.", "JANE: Good.", "---"],  # a talk
        ["---", "title: The ferry stays", "The council said so on Monday.", "---"],  # a sentence in between
        ["---", "title: The ferry stays"],  # no rule below
        ["title: The ferry stays", "---"],  # none above
    ],
)
def test_no_front_matter(lines: list[str]) -> None:
    text = "\n".join([*lines, "", PROSE])
    assert [unit.kind for unit in cut_matter(text, split_units(text))] == [None] * (len(lines) + 1)


def test_who_gave_a_briefing_counts_for_more_than_his_office() -> None:
    lines = [
        "Daily Press Briefing by the Office of the Spokesperson for the Council",
        "The following is a transcript of the noon briefing by Jean Morel, Spokesman for the Council.",
        "**Grain",
        "Good afternoon. We begin with the grain, as you know.",
        "**Ferries",
        "We have two new ferries.",
        "Question: Do you like them?",
        "Spokesman: I do.",
    ]
    text = "\n\n".join(lines)
    said = [block for block in read_blocks(text) if block.kind in ("remarks", "question", "answer")]
    assert [text[slice(*block.source)] if block.source else "-" for block in said] == [
        "Jean Morel",
        "Jean Morel",
        "-",
        "Jean Morel",
    ]


def test_name_with_escapes_in_it_is_nobodys() -> None:
    line = '"Remarks by President Jane\\_Roe at the Opening"'
    title = find_title(split_units(line.strip('"')))
    assert title is not None and title.source is None
