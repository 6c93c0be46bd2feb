"""Talks with thin labels: answers below unlabelled questions, chats with readers, given names, chat logs."""

from __future__ import annotations

import pytest

from coalition_cli.documents.structure import read_blocks


def found(text: str) -> list[str]:
    """Who speaks in each turn of a text, "-" for nobody known, with the turn's first word."""
    return [
        f"{text[slice(*block.source)] if block.source else '-'}: {text[block.start : block.end].split()[0]}"
        for block in read_blocks(text)
        if block.kind in ("question", "answer", "remarks")
    ]


BELOW = (
    "Was it cold?\n{0} Very cold.\n\nWhere did you sleep?\n{0} On deck.\n\n"
    "Were you alone?\n{0} Never, for the gulls came along."
)


@pytest.mark.parametrize("label", ["Jane Roe:", "JANE ROE:", "Roe:", "**Jane Roe:**"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_answers_with_labels_below_questions_without(label: str, between: str) -> None:
    name = label.strip("*:")
    text = f"Captain Jane Roe\n\nShe sails.\n\n{BELOW.format(label)}".replace("?\n", f"?{between}")
    assert found(text) == ["-: Was", f"{name}: Very", "-: Where", f"{name}: On", "-: Were", f"{name}: Never,"]


@pytest.mark.parametrize(
    "text",
    [
        f"Life on deck\n\n{BELOW.format('Verdict:')}",
        f"Life on deck\n\n{BELOW.format('Short Answer:')}",  # no name that stands above
        f"Captain Jane Roe\n\n{BELOW.format('Jane Roe:').rpartition('Were')[0]}",  # two answers
        f"Captain Jane Roe\n\n{BELOW.format('Jane Roe:').replace('?', '.')}",  # nobody asks
        f"Captain Jane Roe\n\n{BELOW.format('Roe:')}\n\nCabin: Small.\n\nGalley: Smaller.",
    ],
)
def test_lines_with_labels_that_are_no_answers(text: str) -> None:
    assert found(text) == []


CHAT = (
    "Orla Finch: Hi, I am glad to be here.\n\nDover, Del.: I love the keeper. Will he stay?\n\n"
    "Orla Finch: He will.\n\nReston{0}: Will tickets get dearer?\n\nOrla Finch: Not this year."
)
TURNS = ["Orla Finch: Hi,", "-: I", "Orla Finch: He", "-: Will", "Orla Finch: Not"]


@pytest.mark.parametrize(
    ("front", "state"),
    [
        ("Chairwoman Orla Finch was online on Friday to take questions.", ""),
        ("Join Orla Finch for a live chat about the club.", ""),
        ("Orla Finch, who runs the club, answered readers' questions.", ""),
        ("Orla Finch runs the club.", ", Va."),  # two readers give town and state
    ],
)
def test_readers_by_their_places(front: str, state: str) -> None:
    assert found(f"The Rovers\n\n{front}\n\n{CHAT.format(state)}") == TURNS


def test_what_a_reader_goes_on_with_is_nobodys() -> None:
    text = CHAT.format(", Va.").replace("Will he stay?", "\n\nDear Orla, will he stay?")
    assert found(f"Orla Finch online\n\n{text}")[:4] == [
        "Orla Finch: Hi,",
        "-: I",
        "-: Dear",
        "Orla Finch: He",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"The Rovers\n\n{CHAT.format('')}",  # the name stands nowhere above
        f"Orla Finch and the Rovers\n\n{CHAT.format('')}",  # nothing says that this is a chat
        "Orla Finch and the Rovers\n\nDover, Del.: The gates open at noon.\n\nReston, Va.: No game.",
        "Orla Finch was online to take questions.\n\nOrla Finch: I am here.",
    ],
)
def test_places_before_colons_that_are_no_readers(text: str) -> None:
    assert found(text) == []


def test_others_with_names_speak_for_themselves() -> None:
    text = CHAT.format("").replace("Dover, Del.", "Paul Doe").replace("Reston", "Paul Doe")
    assert found(f"Orla Finch was online to take questions.\n\n{text}")[1] == "Paul Doe: I"


def test_one_who_says_his_name_under_his_label_is_evidence() -> None:
    text = "The Lantern\n\nNora: I like a lantern.\n\nFelix: This is Nightwork. I'm your host, Felix Brandt."
    assert found(text) == ["Nora: I", "Felix: This"]
    assert found(text.replace("I'm your host, ", "The host is ")) == []
    assert found(text.replace("Felix Brandt", "Paul Brandt")) == []
    assert found(text.replace("Nora", "Lamps")) == []


def test_given_names_that_take_turns_need_ask_nothing() -> None:
    said = "{0}: It was mine.\n\n{1}: Thanks. Tell us more.\n\n{0}: I made it of tin.\n\n{1}: I like that."
    assert found(said.format("Nora", "Felix")) == ["Nora: It", "Felix: Thanks.", "Nora: I", "Felix: I"]
    assert found(said.format("Lamps", "Tins")) == []


LOG = (
    "{0}<tamsin> Good evening, shall we start?\n{0}<@oskar-b> Yes please.\n{1}"
    "{0}<tamsin> I think it is red.\n{0}<lund> Sorry I am late."
)
CHATTERS = ["tamsin: Good", "oskar-b: Yes", "tamsin: I", "lund: Sorry"]


@pytest.mark.parametrize("time", ["", "[18:00:02] ", "[Tue 18:00:02] ", "18:00 ", "(18:00) "])
def test_log_of_a_chat(time: str) -> None:
    event = f"{time}* lund has joined #quarry\n" if time else ""
    assert found(LOG.format(time, event)) == CHATTERS


def test_captions_with_voices() -> None:
    said = [
        "<v Nora Quist>It was a good one.",
        "<v.loud Felix Brandt>Thanks.</v>",
        "<v Nora Quist>It began here.",
    ]
    cues = "\n\n".join(f"{at}\n00:00:0{at}.040 --> 00:00:0{at}.900\n{line}" for at, line in enumerate(said))
    assert found(f"WEBVTT\n\n{cues}") == ["Nora Quist: It", "Felix Brandt: Thanks.", "Nora Quist: It"]


def test_scribe_takes_down_the_words_of_others() -> None:
    minutes = (
        "{0}<tamsin> Agenda: The build\n{0}<tamsin> scribe: tamsin\n{0}<tamsin> oskar-b: We begin at nine.\n"
        "{0}<oskar-b> tamsin: you are fast\n{0}<tamsin> Topic: The compiler\n{0}<tamsin> lund: I broke it."
    )
    assert found(minutes.format("[18:00] ")) == ["oskar-b: We", "oskar-b: tamsin:", "lund: I"]


@pytest.mark.parametrize(
    "text",
    [
        "<p>We met on Monday.\n<li>I was there.\n<p>You were not.\n<li>Were you?",
        "<name>Our town</name>\n<mayor>We have none</mayor>\n<name>Your town</name>\n<mayor>You</mayor>",
        "<left> 40 kg\n<right> 50 kg\n<left> 41 kg\n<right> 51 kg",  # nobody speaks
        "<tamsin> Shall we start?\n<tamsin> I am here.\n<tamsin> Are you?",  # one alone
        LOG.format("", "") + "\nThe log of Monday is not here.\nNor is that of Tuesday.\nNor any." * 2,
    ],
)
def test_angle_brackets_that_are_no_log(text: str) -> None:
    assert found(f"Our page\n\n{text}") == []


MET = "The committee met, pursuant to notice, at 9:30 a.m., Hon. Carla Voss [chairwoman of it] presiding."
SAID = "The meeting will come to order. I am glad to see you.\n\nThe dams are old."


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ms. Voss.", "Ms. Voss"),
        ("Senator Voss.", "Senator Voss"),
        ("Chairwoman Voss.", "Chairwoman Voss"),
        ("The Chairwoman.", "Carla Voss"),
        ("The Clerk.", "The Clerk"),
    ],
)
def test_hearing_needs_one_label(label: str, name: str) -> None:
    text = f"Hearing on Rivers\n\n{MET}\n\n{label} {SAID}"
    assert found(text) == [f"{name}: The", f"{name}: The"]
    assert found(text.replace(MET, "The committee met on Monday in a full room.")) == []


def test_all_of_a_hearing_speak() -> None:
    text = f"{MET}\n\nMs. Voss. {SAID}\n\nSenator Pell. Thank you.\n\nThe Chairwoman. So ordered."
    assert found(text)[2:] == ["Senator Pell: Thank", "Carla Voss: So"]


@pytest.mark.parametrize(
    "line", ["The dam. It is old.", "The Grand Canal. It is old.", "Present. Nobody spoke."]
)
def test_sentence_of_a_hearing_is_no_label(line: str) -> None:
    assert found(f"{MET}\n\n{line}") == []


TALK = (
    "LOU CARR:\n\nIt is {0} – welcome.\n\nPRIME MINISTER:\n\nI am glad to be here.\n\n"
    "LOU CARR:\n\nDo you like it?\n\nPRIME MINISTER:\n\nI do."
)


@pytest.mark.parametrize(
    ("front", "greeted", "name"),
    [
        ("Ashby, Martin\n\nPeriod of Service: 2015 - 2018", "our Prime Minister, Martin Ashby", "Ashby"),
        ("Radio interview with Prime Minister Martin Ashby", "the PM", "Martin Ashby"),
        ("Martin Ashby, Prime Minister, on the radio", "the PM", "Martin Ashby"),
        ("TRANSCRIPT OF THE PRIME MINISTER\nTHE HON MARTIN ASHBY MP\nRADIO QZ", "the PM", "MARTIN ASHBY"),
        # somebody else's office, another's name, two who bear the office, no name at all
        ("Ashby, Martin", "our guest, Martin Ashby", "PRIME MINISTER"),
        ("Ashby, Martin", "our Prime Minister, Paul Doe", "PRIME MINISTER"),
        ("Prime Minister Roe and Prime Minister Martin Ashby", "the PM", "PRIME MINISTER"),
        ("On the radio", "our Prime Minister, Martin Ashby", "PRIME MINISTER"),
    ],
)
def test_bearer_of_the_office_in_a_label(front: str, greeted: str, name: str) -> None:
    said = found(f"Radio QZ\n\n{front}\n\n{TALK.format(greeted)}")
    assert [one for one in said if not one.startswith("LOU")] == [f"{name}: I", f"{name}: I"]


SCRIPT = (
    "Radio Sund\n\nSome of the nurses who left the coast are on their way home, and one has sailed.\n\n"
    "JANE ROE, HOST: Good morning!\n\nOlder nurses are back at work. And not only for the pay.\n\n"
    "PAUL DOE, HOST: Also, the gulls.\n\nAnd the news.\n\nROE: It is Monday. I am Jane Roe.\n\n"
    "DOE: And I am Paul Doe.\n\n{0}\n\nROE: Now, you have the news."
)


def test_every_paragraph_of_a_script_goes_on_with_the_turn_above_it() -> None:
    told = [
        "JANE ROE: Good", "JANE ROE: Older", "PAUL DOE: Also,", "PAUL DOE: And", "ROE: It", "DOE: And",
        "{0}", "ROE: Now,",
    ]  # fmt: skip
    assert found(SCRIPT.format("More at noon.")) == [one.format("DOE: More") for one in told]
    assert found(SCRIPT.format("Doe, the host, sails on Mondays.")) == [one for one in told if one != "{0}"]


def test_lines_below_a_label_with_but_a_direction_go_on_with_its_turn() -> None:
    text = (
        "SENATOR JANE HOLT (R-TX): (From tape.)\nThis bill is dead.\nYou can read it.\n"
        "MARK VANCE: A split House fought on.\nThe leader disagreed.\n"
        "SENATOR PAUL DOE (D-ME): (From tape.)\nYou will see us vote again.\nMARK VANCE: Next.\n"
    )
    holt, vance, doe = "SENATOR JANE HOLT", "MARK VANCE", "SENATOR PAUL DOE"
    assert found(text) == [
        f"{holt}: This", f"{holt}: You", f"{vance}: A", f"{vance}: The", f"{doe}: You", f"{vance}: Next.",
    ]  # fmt: skip


def test_paragraphs_beside_an_excerpt_are_the_articles_own() -> None:
    article = "The council met on Monday night and heard two of the captains, who do not agree at all. " * 5
    talk = "ROE: I sail.\n\nThe room was quiet.\n\nDOE: You do not.\n\nROE: I do.\n\nDOE: We shall see."
    assert found(f"Captains at odds\n\n{article}\n\n{talk}\n\n{article}") == [
        "ROE: I", "DOE: You", "ROE: I", "DOE: We",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line, last",
    [
        ("JANE ROE:The tide turns.", "JANE ROE: The"),
        ("JANE ROE:“The tide turns.”", "JANE ROE: “The"),
        ("JANE ROE:1, PAUL DOE:0", "PAUL DOE: We"),
        ("NOTE:The tide turns.", "PAUL DOE: NOTE:The"),
    ],
)
def test_label_known_from_elsewhere_needs_no_space(line: str, last: str) -> None:
    talk = "JANE ROE: I sail.\n\nPAUL DOE: You do not.\n\nJANE ROE: I do.\n\nPAUL DOE: Look!"
    assert found(f"{talk}\n\n{line}\n\nPAUL DOE: We shall see.")[4] == last


def test_programme_with_recordings_is_no_talk() -> None:
    assert not found("JANE ROE: (Video.)\nHarbours.\nPAUL DOE: (Video.)\nPiers.\nJANE ROE: Ropes.\n")


CALL = (
    "Autumn call\n\n  • {0}\n\n  • Welcome to the call.\n\n  • You will hear {1}.\n\n"
    "  • Carla Rudd\n\n  • Thanks. I'm Carla Rudd, the CFO.\n\n  • Sales grew by a tenth.\n"
)


def test_names_alone_in_bullets_speak_below_an_operator() -> None:
    assert found(CALL.format("Operator", "Carla Rudd")) == [
        "-: Welcome", "-: You", "Carla Rudd: Thanks.", "Carla Rudd: Sales",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        CALL.format("Harbour Walk", "Carla Rudd"),  # nobody opens the call
        CALL.format("Operator", "the CFO").replace("I'm Carla Rudd", "I'm she"),  # nobody says the name
        "Crew\n\n• Jane Roe\n\n• Roe has sailed since she was four.\n\n• Paul Doe\n\n• Doe cooks.\n",
        "Soup\n\n• Salt\n\n• Two of your best leeks.\n\n• Salt\n\n• We like it thick.\n",
    ],
)
def test_other_bullets_are_no_call(text: str) -> None:
    assert not found(text)


MEETING = (
    "Harbour Council\n\n{0}\n\nExpression of thanks\n\n{1}\n\nI should like to thank you all on behalf of "
    "the council.\n\nAdoption of the agenda\n\nThe agenda was adopted.\n"
)


def test_chair_of_a_meeting_that_was_called_to_order_speaks() -> None:
    opened = "The meeting was called to order at 11.50 a.m."
    assert found(MEETING.format(opened, "The Chair")) == ["The Chair: I"]
    assert not found(MEETING.format(opened, "The Harbour"))
    assert not found(MEETING.format("The meeting was long.", "The Chair"))


def test_courteous_name_with_nothing_below_shifts_no_voices() -> None:
    asked = "Mr. Adam Frey (Oxton)\n\nMay I ask you, Madam Speaker?\n\n"
    order = "Mr. Paul Doe (Oxton and Hill, East)\n\n\nMadam Speaker\n\nOrder. You were not here.\n\n"
    assert found(f"{asked}{order}{asked}{order}") == ["Mr. Adam Frey: May", "Madam Speaker: Order."] * 2


def test_numbered_question_with_an_address_is_a_members() -> None:
    answer = "\n\nHon PAUL DOE (Minister of Health): Yes, I do.\n\n"
    text = (
        "Questions\n\n3. ANN WARD (Deputy Leader) to the Minister of Health : Does she stand by it?" + answer
    )
    assert found(f"{text}Ann Ward: Why do you?{answer}")[0] == "ANN WARD: Does"
    assert found(text.replace("ANN WARD (Deputy Leader) to", "Return the form to")) == []


@pytest.mark.parametrize(
    "line, last",
    [("THE DEFENDANT: That's long.", "THE DEFENDANT: That's"), ("THE HARBOUR: It's deep.", "-: In")],
)
def test_role_in_court_beside_letters_is_a_label(line: str, last: str) -> None:
    text = f"Q. Where was the stove?\nA. In the hall.\nQ. And the cat?\nA. In it.\n\nA room\n{line}\n"
    assert found(text)[-1] == last


@pytest.mark.parametrize(
    "line, said",
    [
        ("ANN POE AS THE CLERK, RAY COX AS MAYOR PAUL DOE.", ["ROE: It", "DOE: I"]),
        ("HE IS AS TALL AS I AM, YOU KNOW.", ["ROE: It", "ROE: HE", "DOE: I"]),
    ],
)
def test_line_of_a_cast_is_nobodys(line: str, said: list[str]) -> None:
    talk = f"ROE: It is I.\n\n{line}\n\nDOE: I see you.\n\n"
    assert found(talk * 2) == said * 2


def test_log_has_lines_of_programs_and_empty_ones() -> None:
    log = (
        "21:03 <tamsin> #startmeeting\nMeeting started Sun Oct 27 21:03:51 2013 UTC.  The chair is tamsin.\n"
        "21:03 <gullbot> \n21:04 <tamsin> hello\n21:05 <jory> I am here\n21:06 <tamsin> good\n"
    )
    assert found(log) == ["tamsin: #startmeeting", "tamsin: hello", "jory: I", "tamsin: good"]


BILLED = "{0}Ana Sol{1}\n\nHow did it start?\n{2}: I grew up by the sea.\n\nMore films are on show.\n"


@pytest.mark.parametrize("title", ["The Tide – Q&A with ", "Q & A with ", "The Tide | In conversation with "])
def test_one_answer_below_a_title_with_the_guest_is_enough(title: str) -> None:
    assert found(BILLED.format(title, " and Paul Doe", "Ana Sol")) == ["-: How", "Ana Sol: I"]


@pytest.mark.parametrize(
    "text",
    [
        BILLED.format("The Tide – Q&A with ", "", "Carla Rudd"),
        BILLED.format("The Tide – Q&A with ", "", "Price"),
        BILLED.format("The Tide by ", "", "Ana Sol"),
        BILLED.format("The Tide – Q&A with ", "", "Ana Sol").replace("?", "."),
    ],
)
def test_other_labels_below_a_title_are_no_answers(text: str) -> None:
    assert not found(text)


def test_title_of_another_talk_ends_the_turn() -> None:
    talk = BILLED.format("The Tide – Q&A with ", "", "Ana Sol")
    other = "The Quay – Q&A with Paul Doe\n\nPaul, were you afraid?\nI was, and my mother too.\n\n"
    assert found(f"{talk}{other}")[:2] == ["-: How", "Ana Sol: I"]
    assert not any(one.startswith("Ana Sol: Paul") for one in found(f"{talk}{other}{talk}"))
