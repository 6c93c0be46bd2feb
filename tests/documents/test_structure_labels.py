"""A short text a row: the labels of turns in each of their styles, and what looks like them and is none."""

from __future__ import annotations

import pytest

from coalition_cli.documents.structure import read_blocks

SAID = (
    "Good morning. We will begin with you.",
    "Thank you. I am glad to be here.",
    "When did you know?",
    "I knew in May.",
)

STYLES = [
    # one person in several forms: nobody comes back but by surname or first name
    ("Jane Q. Roe, MD: | Paul A. Doe, MD: | Roe: | Doe:", "Jane Q. Roe, Paul A. Doe, Roe, Doe"),
    ("Jane Roe: | Paul Doe: | Jane: | Paul:", "Jane Roe, Paul Doe, Jane, Paul"),
    ("JANE ROE: | PAUL DOE: | ROE: | DOE:", "JANE ROE, PAUL DOE, ROE, DOE"),
    ("Dr. Jane Roe: | Mr. Doe: | Dr. Roe: | Doe:", "Dr. Jane Roe, Mr. Doe, Dr. Roe, Doe"),
    # surnames whose full names stand nowhere
    ("Roe: | Doe: | Roe: | Doe:", "Roe, Doe, Roe, Doe"),
    ("O’Neill: | McRoe: | O’Neill: | McRoe:", "O’Neill, McRoe, O’Neill, McRoe"),
    ("Host: | Brandt: | Host: | Brandt:", "Host, Brandt, Host, Brandt"),
    ("Coast News: | Brandt: | Coast News: | Brandt:", "Coast News, Brandt, Coast News, Brandt"),
    # roles, numbers, times, marks
    ("Host: | Guest: | Host: | Guest:", "Host, Guest, Host, Guest"),
    ("INTERVIEWER: | JANE ROE: | INTERVIEWER: | JANE ROE:", "INTERVIEWER, JANE ROE, INTERVIEWER, JANE ROE"),
    ("Jane Roe: | Reporter 1: | Jane Roe: | Reporter 2:", "Jane Roe, -, Jane Roe, -"),
    ("Speaker 1: | Speaker 2: | Speaker 1: | Speaker 2:", "-, -, -, -"),
    # voices told apart by a program: nobody need come back
    ("spk05: | spk03: | spk00: | spk09:", "-, -, -, -"),
    ("SPEAKER_00: | SPEAKER_01: | SPEAKER_02: | SPEAKER_03:", "-, -, -, -"),
    ("[SPEAKER_00]: | [SPEAKER_01]: | [SPEAKER_00]: | [SPEAKER_02]:", "-, -, -, -"),
    ("[0:12] spk_0: | [0:20] spk_1: | [0:31] spk_2: | [1:02] spk_0:", "-, -, -, -"),
    ("[00:12] ROE: | [00:20] DOE: | [00:31] ROE: | [01:02] DOE:", "ROE, DOE, ROE, DOE"),
    ("[00:12] Roe: | [00:20] Doe: | [00:31] Roe: | [01:02] Doe:", "Roe, Doe, Roe, Doe"),
    ("[0:12.5] ROE: | [0:20.125] DOE: | [0:31.0] ROE: | [1:02.75] DOE:", "ROE, DOE, ROE, DOE"),
    ("ROE: [0:00:12.50] | DOE: [0:00:20.00] | ROE: (00:31) | DOE: **[01:02]**", "ROE, DOE, ROE, DOE"),
    ("**Jane Roe:** | **Paul Doe:** | **Roe:** | **Doe:**", "Jane Roe, Paul Doe, Roe, Doe"),
    ("**Jane Roe**: | **Paul Doe**: | **Roe**: | **Doe**:", "Jane Roe, Paul Doe, Roe, Doe"),
    ("**Jane Roe (JR)**: | **Paul Doe (PD)**: | **JR**: | **PD**:", "Jane Roe, Paul Doe, JR, PD"),
    (
        "JANE ROE (chair): | PAUL DOE (witness): | JANE ROE: | PAUL DOE:",
        "JANE ROE, PAUL DOE, JANE ROE, PAUL DOE",
    ),
    # parliaments and courts
    (
        "Mr. ROE (Leader of the Opposition): | Mr. DOE (Health): | Mr. ROE: | Mr. DOE:",
        "Mr. ROE, Mr. DOE, Mr. ROE, Mr. DOE",
    ),
    (
        "The Hon. Jane Roe: | The Hon. Paul Doe: | Ms Roe: | Mr Doe:",
        "The Hon. Jane Roe, The Hon. Paul Doe, Ms Roe, Mr Doe",
    ),
    (
        "The Hon. Jane Roe — | Mr Doe — | The Hon. Jane Roe — | Mr Doe —",
        "The Hon. Jane Roe, Mr Doe, The Hon. Jane Roe, Mr Doe",
    ),
    (
        "Ms. ROE. | Mr. DOE of Maine. | Ms. ROE. | Mr. DOE of Maine.",
        "Ms. ROE, Mr. DOE of Maine, Ms. ROE, Mr. DOE of Maine",
    ),
    (
        "The PRESIDING OFFICER. | Ms. ROE. | The PRESIDING OFFICER. | Ms. ROE.",
        "The PRESIDING OFFICER, Ms. ROE, The PRESIDING OFFICER, Ms. ROE",
    ),
    # capitals, a full stop and two spaces
    ("CHAIR ROE.  | QUESTION.  | CHAIR ROE.  | QUESTION. ", "CHAIR ROE, -, CHAIR ROE, -"),
    ("JANE ROE.  | PAUL A. DOE.  | JANE ROE.  | ANNA BERG. ", "JANE ROE, PAUL A. DOE, JANE ROE, ANNA BERG"),
    ("Mme Roe. | M. Doe. | Mme Roe. | M. Doe.", "Mme Roe, M. Doe, Mme Roe, M. Doe"),
    ("THE COURT: | MR. DOE: | THE WITNESS: | MR. DOE:", "THE COURT, MR. DOE, THE WITNESS, MR. DOE"),
    (
        "REV. JO. EAST (D), PASTOR: | GOV. ROE: | REV. JO. EAST: | ATTY. DOE:",
        "REV. JO. EAST, GOV. ROE, REV. JO. EAST, ATTY. DOE",
    ),
    ("Q      : | A      : | Q : | A :", "-, -, -, -"),
    ("WITNESS   : | MR. DOE   : | WITNESS   : | MR. DOE   :", "WITNESS, MR. DOE, WITNESS, MR. DOE"),
    ("MR PRICE: | MS DATE: | MR PRICE: | MS DATE:", "MR PRICE, MS DATE, MR PRICE, MS DATE"),
]

STANDING = [
    # one of those with a courtesy title comes back
    (
        "Mr. Roe | Mr. Speaker | Mrs. Doe | Mr. Speaker | Mr. Poe",
        "Mr. Roe, Mr. Speaker, Mrs. Doe, Mr. Speaker, Mr. Poe",
    ),
    ("Mr. Henry Roe | Mr. Speaker | Mr. Roe", "Mr. Henry Roe, Mr. Speaker, Mr. Roe"),
    # the office stands behind the name; the operator counts for nothing, and is heard
    (
        "Operator | Jane Roe -- Chief Executive Officer | Paul Doe -- Coast Bank -- Analyst | "
        "Jane Roe -- Chief Executive Officer | Paul Doe -- Coast Bank -- Analyst",
        "-, Jane Roe, Paul Doe, Jane Roe, Paul Doe",
    ),
    (
        "Jane Roe, Chief Executive | Paul Doe, Coast Bank | Jane Roe | Paul Doe",
        "Jane Roe, Paul Doe, Jane Roe, Paul Doe",
    ),
    (
        "Jane Roe – Chief Executive | Paul Doe – Coast Bank | Jane Roe | Paul Doe",
        "Jane Roe, Paul Doe, Jane Roe, Paul Doe",
    ),
    (
        "Operator | Jane Roe -- Chief Executive Officer | Paul Doe -- Coast Bank -- Analyst | "
        "Jane Roe -- Chief Executive Officer",
        "-, Jane Roe, Paul Doe, Jane Roe",
    ),
    # the office stands below the name
    (
        "Jane Roe\nChief Executive Officer | Paul Doe\nAnalyst, Coast Bank | "
        "Jane Roe\nChief Executive Officer",
        "Jane Roe, Paul Doe, Jane Roe",
    ),
    # a line of the page above each name: nobody need come back
    ("speaker\nOperator | speaker\nJane Roe | speaker\nPaul Doe", "-, Jane Roe, Paul Doe"),
    # a play
    ("PAINTER | CLERK | PAINTER | CLERK", "PAINTER, CLERK, PAINTER, CLERK"),
    # captions with times
    (
        "Jane Roe  00:12 | Paul Doe  00:20 | Jane Roe  00:31 | Paul Doe  01:02",
        "Jane Roe, Paul Doe, Jane Roe, Paul Doe",
    ),
    (
        "00:12 Jane Roe | 00:20 Paul Doe | 00:31 Jane Roe | 01:02 Paul Doe",
        "Jane Roe, Paul Doe, Jane Roe, Paul Doe",
    ),
    ("Speaker 1 00:12 | Speaker 2 00:20 | Speaker 1 00:31 | Speaker 2 01:02", "-, -, -, -"),
    ("Roe: | Doe: | Roe: | Doe:", "Roe, Doe, Roe, Doe"),
    # long offices with their bearers
    (
        "Mr. Roe (Sund) | The Secretary of State for Roads and Inland Ferries (Mrs. Jane Doe) | Mr. Roe",
        "Mr. Roe, Mrs. Jane Doe, Mr. Roe",
    ),
]

NO_TURNS = {
    "programme by number": (
        "Speaker 1: Jane Roe will tell us how to sail. | Speaker 2: Paul Doe on our old ferries. | "
        "Speaker 3: Anna Berg on the bridge and you."
    ),
    "one voice of a recording": "spk00: We begin at nine, as you know. | spk00: We end at ten.",
    "parts by number": "spk00: Left front, 8 ohms. | spk01: Right front, 8 ohms. | spk02: Subwoofer, 4 ohms.",
    "names of files": "speaker_00.wav: We saw you. | speaker_01.wav: I was out. | speaker_02.wav: Are you?",
    "figures by number": "S1: The map that we drew. | S2: Our table. | S3: Your answers, and why.",
    "recipe": (
        "Serves: 4 | Time: Your evening. | Method: Fry our onions. | Serves: 6 | "
        "Method: You may bake it, too."
    ),
    "fact box": (
        "Location: The coast. Do you live there? | Breaking: Your power may be cut. | "
        "Location: The inland towns. | Breaking: We hear of two roads closed. | "
        "Note: I made the figures up."
    ),
    "places": (
        "Iowa: Can you cross the river? Not before Friday. | "
        "Nebraska: The governor asked us to wait. | Iowa: The bridge is shut to you. | "
        "Nebraska: Our roads are open."
    ),
    "pros and cons": (
        "Pros: You can see it in the sun. | Cons: I found it heavy. | Pros: You can fold it. | "
        "Cons: Is it yours?"
    ),
    "form": (
        "Name: Gabrielle Hatch | Age: 27 | Why: I want a change. | Name: John Poe | Age: 45 | "
        "Why: Do we not all?"
    ),
    "fields in a round": (
        "Likes: My dog and the sea. | Dislikes: Your dog. | Hobby: Sailing with you. | "
        "Likes: My cat. | Dislikes: The wind. | Hobby: Sleeping."
    ),
    "scores": "Lund: 4 goals | Berg: 2 goals | Lund: 3 assists | Berg: 1 assist",
    "nutrition": "Energy: 250 kcal | Fat: 8 g | Energy: 300 kcal with your milk | Fat: 10 g with our butter",
    "live blog": (
        "10:15: We hear of two roads closed. | Update: Tell us what you see. | "
        "Latest: Do you live near it? | 10:15: Your photos are coming in. | Update: I am off. | "
        "Latest: Are you?"
    ),
    "issues": (
        "Clinton: Would raise taxes. “I will not touch yours.” | "
        "Trump: Would cut all taxes. You would pay none. | Clinton: Opposes the treaty. | "
        "Trump: Would leave it."
    ),
    "stars": (
        "Aries: You will meet somebody. | Taurus: Your week is good. | Aries: You should wait. | "
        "Taurus: Is it love?"
    ),
    "tips": (
        "Step: Write down what you spend. | Tip: Your bank may help. | "
        "Step: Put away what you can. | Tip: Ask us how."
    ),
    "problems": (
        "Problem: My dog barks. What can I do? | Solution: You must train him. | "
        "Problem: I cannot sleep. Why? | Solution: My advice is to walk."
    ),
    "one asks, none answers": "Riddle: What am I? | Key: A bridge. | Riddle: Where do I go? | Key: Home.",
    "mostly no talk": (
        "Sea: I saw fog. | Coast: Is it wet? | Sea: Calm. | Coast: Rain. | Sea: Waves. | Coast: Clouds."
    ),
    "no taking of turns": (
        "Good: I liked it. | Good: I slept. | Good: I ate. | Bad: Did I wake? | Bad: I froze. | Bad: I left."
    ),
    "nobody asks": "Good: I liked the soup. | Bad: I hated my chair. | Good: I slept. | Bad: I woke.",
    "diary": (
        "Monday: I woke up late. Where was my phone? | Tuesday: I met you. | "
        "Monday: Was it a dream? | Tuesday: I slept."
    ),
    "one voice": "Method: I fry the onions. | Finish: I add the rest. | Method: I bake it. | Finish: I eat.",
    "quiz": (
        "Question 1: Which river do we cross? | Question 2: Who was our first mayor? | "
        "Question 3: Did you know?"
    ),
    "said of many": (
        "Roberto Lund: “We are proud of it.” | Harry Berg: “They were better than us.” | "
        "Carlo Poe: “I am content.”"
    ),
    "a name and a stop": (
        "Mr. Lund — the mayor — asks us to go home. | We waited for Mr. Berg. He did not come. | "
        "Mr. Lund. He is back, and you know it."
    ),
    "profiles": (
        "Mr. Erik Lund || Mr. Lund has led our town since 2014. || Dr. Jane Roe || "
        "Dr. Roe cares for you at our hospital. || Mrs. Anna Berg || "
        "She has kept our books for years. || Dr. Jane Roe || Jane also sits on the board."
    ),
    "profiles that quote": (
        "Mr. Erik Lund || He leads the town. “I love my work,” he says. || Dr. Jane Roe || "
        "The director. “We care for you,” she says. || Mr. Erik Lund || "
        "He also sails. “You should,” he says."
    ),
    "testimonials": (
        "Mr. Erik Lund || We were in the water the same day. || Mrs. Anna Berg || "
        "You will not find a better shop. || Dr. Jane Roe || I have tried them all, "
        "I promise."
    ),
    "cast": "Mr. Hardcastle || Paul Mercer || Mrs. Hardcastle || Jane Roe || Mr. Hardcastle || Mark Lund",
    "authors": (
        "Dr. Jane Roe || Department of Medicine, "
        "University of Oslo || Dr. Mark Lund || Department of Surgery, "
        "Riga || Dr. Jane Roe || Our Institute of Growth and You"
    ),
    "list of names": (
        "Jane Roe -- Chief Executive Officer | Paul Doe -- Chief Financial Officer | "
        "Jane Roe -- Chief Executive Officer | Paul Doe -- Chief Financial Officer | "
        "We thank you all for that."
    ),
    "columns": (
        "Jane Roe || I do not think that we shall see it. || Mark Lund || I think that you know my reasons."
    ),
    "parts of a paper": (
        "AIM.  We asked what you eat. | METHODS.  Our team asked you. | RESULTS.  You eat well. | "
        "CLOSE.  We ask you to go on."
    ),
    "capitals and one space": "RAIN. I woke up. Did you? | WIND. You slept. | RAIN. I rose. | WIND. We went.",
    "three columns": (
        "Jane Roe || I do not think that we shall. || Mark Lund || I think we shall. || "
        "Jane Roe || I know that we shall not."
    ),
    "letters": (
        "Jane Roe || I do not think so. || Mark Lund || I do, as ever. || Anna Berg || "
        "You know my reasons. || Paul Doe || We should build it. || Jane Roe || My dog likes it as well."
    ),
    "profiles with posts": (
        "Jane Roe -- Chief Executive Officer || Jane has led us since May. || Paul Doe -- Chief Clerk || "
        "Doe keeps our books. || Jane Roe -- Chief Executive Officer || Jane also sails."
    ),
    "profiles with posts below": (
        "Jane Roe | Chief Executive Officer | She has led us since May, as you know. || "
        "Paul Doe | Head Clerk | He keeps our books. || Anna Berg | Manager of Ferries | She sails for you."
    ),
    "products marked": (
        "speaker || Left Front || 8 ohms, 40 watts. || speaker || Right Front || 8 ohms, 40 watts."
    ),
    "programme": (
        "speaker || Jane Roe || You will learn how we build ferries. || speaker || Paul Doe || "
        "Our talk shows you the bridges of the north."
    ),
    "chapters": (
        "ACT ONE || We went out. || ACT TWO || We came back. || ACT ONE || I slept. || ACT TWO || I woke."
    ),
    "columns in capitals": "RAIN || It fell. || WIND || It blew. || RAIN || It stopped. || WIND || It fell.",
    "subheads": (
        "The Long Wait || We were promised a bridge. || The Mayor || You may ask him why, "
        "as I did. || The Money || Our money went elsewhere. || The Future || You and I will cross by boat."
    ),
}

HEADLINES = [
    "Gov Doe: Trump Is ‘Trying To Campaign As A Healer’",
    "Doe: plans are real and substantial",
    "DOE: I Will Win Ohio And You Know It",
    "HEALEY: Plans Are Real",
]


def turns(text: str) -> list[tuple[str, str]]:
    """The turns of a text: who is named, or "-", and what is said."""
    kinds = ("remarks", "question", "answer")
    return [
        (text[slice(*block.source)] if block.source else "-", text[block.start : block.end])
        for block in read_blocks(text)
        if block.kind in kinds
    ]


def expected(names: str) -> list[tuple[str, str]]:
    return [(name, SAID[place % len(SAID)]) for place, name in enumerate(names.split(", "))]


def lay(labels: str, between: str) -> str:
    said = enumerate(labels.split(" | "))
    return "\n\n".join(f"{label}{between}{SAID[place % len(SAID)]}" for place, label in said)


@pytest.mark.parametrize(("labels", "names"), STYLES)
def test_label_before_what_is_said(labels: str, names: str) -> None:
    assert turns(lay(labels, " ")) == expected(names)


@pytest.mark.parametrize(("labels", "names"), STANDING)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_label_above_what_is_said(labels: str, names: str, between: str) -> None:
    assert turns(lay(labels, between)) == expected(names)


@pytest.mark.parametrize("name", NO_TURNS)
@pytest.mark.parametrize("front", ["Our page of the week", "The council keeps us waiting for the bridge."])
def test_no_turns(name: str, front: str) -> None:
    lines = NO_TURNS[name].replace(" || ", "\n\n").replace(" | ", "\n\n")
    assert turns(f"{front}\n\n{lines}") == []


@pytest.mark.parametrize("headline", HEADLINES)
def test_headline_is_no_turn(headline: str) -> None:
    text = f"{headline}\n\n{lay('ANNA ROE: | DOE: | ROE: | DOE:', ' ')}"
    assert [name for name, _ in turns(text)] == ["ANNA ROE", "DOE", "ROE", "DOE"]


def test_first_turn_is_no_headline() -> None:
    text = lay("Jane Roe, MD: | Paul Doe, MD: | Roe: | Doe:", " ")
    assert turns(text)[0] == ("Jane Roe", SAID[0])


def test_nobody_is_the_interviewer_where_all_ask() -> None:
    text = "\n\n".join(f"{name} When did you know?" for name in ("Jane Roe:", "Paul Doe:", "Roe:", "Doe:"))
    assert [block.kind for block in read_blocks(text)] == ["remarks"] * 4


def test_what_is_no_name_in_a_talk_stays_out_of_it() -> None:
    text = f"{lay('Jane Roe: | Paul Doe: | Roe: | Doe:', ' ')}\n\nWe Are Sorry: 17."
    assert "We Are Sorry" not in {name for name, _ in turns(text)}


def test_list_of_those_present_above_a_talk_is_no_part_of_it() -> None:
    present = "Jane Roe -- Chief Executive Officer\nPaul Doe -- Chief Financial Officer of the Ferries"
    talk = lay("Jane Roe | Paul Doe | Jane Roe | Paul Doe", "\n\n")
    assert turns(f"{present}\n\n{talk}") == expected("Jane Roe, Paul Doe, Jane Roe, Paul Doe")


def test_time_in_brackets_before_a_paragraph_is_no_part_of_what_is_said() -> None:
    talk = lay("Jane Roe: | Paul Doe: | Jane Roe: | Paul Doe:", " ")
    further = "[00:03:10.5] I saw it at [00:02] that night.\n\n7:30 is when we met."
    assert [said for _, said in turns(f"{talk}\n\n{further}")][-2:] == [
        "I saw it at [00:02] that night.",
        "7:30 is when we met.",
    ]


def test_time_alone_on_its_line_goes_on_with_the_turn() -> None:
    front = "The ferry sailed on Tuesday night, and the mayor spoke to us on board of it."
    talk = lay("Speaker 1 (00:01): | Speaker 2 (00:05): | Speaker 1 (00:09):", "\n")
    text = f"{front}\n\n{talk}\n\n(00:22)\nThe ferry was late."
    assert turns(text)[-1] == ("-", "The ferry was late.")
    assert turns(text.replace("(00:22)\n", ""))[-1] != ("-", "The ferry was late.")


@pytest.mark.parametrize(("line", "is_said"), [("Here the mayor came in:", False), ("I ask you this:", True)])
def test_page_s_own_line_above_a_label_is_nobodys(line: str, is_said: bool) -> None:
    talk = lay("Jane Roe: | Paul Doe: | Jane Roe: | Paul Doe:", " ")
    found = turns(f"{talk}\n\n{line}\n\nJane Roe: Good evening to you.")
    assert (("Paul Doe", line) in found) == is_said


PLAY = "The Ladder\n\na play\n\nby Ada Crane\n\nSCENE ONE\n\nLights up. An empty shed.\n\n"
LINES = "PAINTER\nDo you see it?\n\nCLERK\nYes.\n\n{0}PAINTER\nYou see it?\n\nCLERK\nNo! I... I don't.\n\n"


@pytest.mark.parametrize(
    "direction",
    [
        "",
        "The CLERK leaves.\n\n",
        "Beat.\n\n",
        "A long pause.\n\n",
        "PAINTER (40) sits on a stool.\n\n",
        "The CLERK stands\n\nquietly in the door. The sea is heard.\n\n",
        "SCENE TWO\n\nLights up. A quay.\n\n",
    ],
)
def test_play(direction: str) -> None:
    said = ["Do you see it?", "Yes.", "You see it?", "No! I... I don't."]
    assert turns(PLAY + LINES.format(direction)) == list(zip(["PAINTER", "CLERK"] * 2, said, strict=True))


def test_one_of_a_play_who_speaks_of_another() -> None:
    further = "I do not see it, for the CLERK is in the way."
    assert ("CLERK", further) in turns(PLAY + LINES.format(f"{further}\n\n"))


def test_name_above_a_play_is_nobody_s_label() -> None:
    front = "Contact:\nBen Beck\n39 North Quay, Room 3\n\n"
    assert turns(PLAY + front + LINES.format("")) == turns(PLAY + LINES.format(""))


MINISTER = "The Lord Keeper of the Bridges and Minister of State for the Northern Ferries (Sir Paul Doe)"
ASKED = "Mr. Jack Roe (Sund North)\n\nWill the Minister say when the bridge is to open?"
ANSWERED = f"{MINISTER}\n\nYes, Sir. The dates are as follows."
DATES = (
    "MONDAY 4 MAY—There will be a trial of the crane.\n\nTUESDAY 5 MAY—There will be a trial of the bridge."
)


@pytest.mark.parametrize("front", ["", "Bridges and Ferries\n\n", "HC Deb 3 May 1988 vol 12 c31\n"])
def test_question_to_a_minister_needs_nobody_who_comes_back(front: str) -> None:
    found = turns(f"{front}{ASKED}\n\n{ANSWERED}\n\n{DATES}\n\n[Tuesday 5 May")
    assert [name for name, _ in found] == ["Mr. Jack Roe", *["Sir Paul Doe"] * 3]
    assert found[-1][1] == DATES.split("\n")[-1]


@pytest.mark.parametrize(
    "text",
    [
        # no question, no seat, nobody who holds the office, no office, another order, prose around it
        f"{ASKED.replace('?', '.')}\n\n{ANSWERED}",
        f"{ASKED.replace(' (Sund North)', '')}\n\n{ANSWERED}",
        f"{ASKED}\n\n{ANSWERED.replace(' (Sir Paul Doe)', '')}",
        f"{ASKED}\n\nThe Way to the Sea (Sir Paul Doe)\n\nYes, Sir. The dates are as follows.",
        f"{ANSWERED}\n\n{ASKED}",
        f"{ASKED}\n\n{DATES}\n\n{ANSWERED}",
        "The Minister of Bridges (Sir Paul Doe)\n\nDr. Jane Roe (Riga)\n\nWill they come to our fair?",
    ],
)
def test_no_question_to_a_minister(text: str) -> None:
    assert turns(f"Bridges and Ferries\n\n{text}") == []


def test_article_around_a_question_to_a_minister_is_not_his() -> None:
    article = "The council met on Tuesday night and agreed to keep the old ferry for one more year."
    found = turns(f"{article}\n\n{ASKED}\n\n{ANSWERED}\n\n{article}")
    assert article not in {said for _, said in found}


RECORD = lay("Mr. Henry Roe (Sund): | Mrs. Doe (Riga): | Mr. Henry Roe (Sund): | Mrs. Doe (Riga):", " ")


@pytest.mark.parametrize("label", ["Mr. Paul Lund (Oslo, Lib.) moved:", "Mr. Paul Lund asked:"])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_what_a_member_does_may_stand_before_the_colon(label: str, between: str) -> None:
    found = turns(f"{RECORD}\n\n{label}{between}That the House do now adjourn.")
    assert found[-1] == ("Mr. Paul Lund", "That the House do now adjourn.")


@pytest.mark.parametrize(
    "line", ["Mr. Paul Lund asked: “Where are we?”", "Mr. Paul Lund asked us: where are we?"]
)
def test_report_of_what_a_member_asks_is_no_label(line: str) -> None:
    assert "Mr. Paul Lund" not in {name for name, _ in turns(f"{RECORD}\n\n{line}")}
    report = "\n\n".join([line, "Mrs. Doe asked: Why?"] * 2)
    assert turns(f"Council keeps ferry\n\n{report}") == []


@pytest.mark.parametrize("field", ["Transcript ID:\n40322\nLocation:\nSund", "Posted By: ada k. crane"])
def test_field_of_a_page_is_no_label(field: str) -> None:
    talk = lay("MS. ROE: | MR. DOE: | MS. ROE: | MR. DOE:", " ")
    assert turns(f"Ferries\n\n{field}\n\n{talk}") == expected("MS. ROE, MR. DOE, MS. ROE, MR. DOE")


def test_words_in_capitals_behind_a_label_are_said() -> None:
    said = "MADAM SPEAKER: I rise to ask you for the floor."
    talk = lay("Mr. ROE. | Ms. DOE. | Mr. ROE. | Ms. DOE.", " ")
    assert turns(f"{talk}\n\nMr. ROE. {said}")[-1] == ("Mr. ROE", said)


def test_number_is_an_answer_in_a_talk() -> None:
    talk = lay("MS. ROE: | MR. DOE: | MS. ROE: | MR. DOE:", " ")
    assert turns(f"{talk}\n\nMS. ROE: How old are you?\n\nMR. DOE: 17.")[-1] == ("MR. DOE", "17.")
