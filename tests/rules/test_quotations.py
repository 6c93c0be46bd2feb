"""Quotations: text → who is said to have said what. `…` in a content stands for whatever is between."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_cli.components import state
from coalition_cli.rules.candidate import Candidate
from coalition_cli.rules.engine import find_candidates
from coalition_cli.rules.followed import with_followed
from coalition_cli.rules.unclaimed import with_unclaimed
from coalition_cli.rules.view import View

if TYPE_CHECKING:
    from spacy.language import Language


class Said(NamedTuple):
    """One expected quotation: its content spans, cue and source as the text has them."""

    content: tuple[str, ...]
    cue: str | None
    source: str | None


def said(*content: str, cue: str | None, source: str | None) -> Said:
    return Said(content, cue, source)


TABLE: dict[str, list[Said]] = {
    # The source before the cue, behind the quotation.
    "“The bridge is safe,” Maria Lopez said.": [
        said("The bridge is safe,", cue="said", source="Maria Lopez")
    ],
    '"We shall rebuild the harbour by spring," Transport Minister Ove Lund told reporters in Bergen.': [
        said("We shall rebuild the harbour by spring,", cue="told", source="Transport Minister Ove Lund")
    ],
    "“Is anybody listening?” she asked.": [said("Is anybody listening?", cue="asked", source="she")],
    "“Nobody warned us about the flood!” the mayor shouted.": [
        said("Nobody warned us about the flood!", cue="shouted", source="the mayor")
    ],
    # The cue before the source, behind the quotation.
    "“The bridge is safe,” said Maria Lopez, the city's chief engineer.": [
        said("The bridge is safe,", cue="said", source="Maria Lopez, the city's chief engineer")
    ],
    "“Turnout was lower than last year,” according to the election commission.": [
        said("Turnout was lower than last year,", cue="according to", source="the election commission")
    ],
    # Before the quotation: colon, comma, "that", nothing.
    "Maria Lopez said: “The bridge is safe.”": [
        said("The bridge is safe.", cue="said", source="Maria Lopez")
    ],
    "On Tuesday the finance minister told lawmakers, “The budget will not pass without you.”": [
        said("The budget will not pass without you.", cue="told", source="the finance minister")
    ],
    'Lopez insisted that "the bridge is as safe as it was ten years ago."': [
        said('that "the bridge is as safe as it was ten years ago."', cue="insisted", source="Lopez")
    ],
    "He left the room, saying, “I have heard enough of this.”": [
        said("I have heard enough of this.", cue="saying", source="He")
    ],
    # Set off by a comma or colon, the marks are all that is said; without one they may go on.
    "Maria Lopez wrote, “Nobody likes the new bridge,” and I laughed for a week.": [
        said("Nobody likes the new bridge,", cue="wrote", source="Maria Lopez")
    ],
    "Lopez said the bridge was “as safe as ever” and that the road would follow.": [
        said("the bridge was “as safe as ever” and that the road would follow", cue="said", source="Lopez")
    ],
    # A phrase before the source that the parser takes for another subject.
    "Outside court, Inspector Joan Miles said: “He never wept.”": [
        said("He never wept.", cue="said", source="Inspector Joan Miles")
    ],
    "Lopez said that the bridge was “safe” and looked good.": [
        said("that the bridge was “safe” and looked good", cue="said", source="Lopez")
    ],
    # What the teller adds, or is said next, is no part of it.
    "Lopez claimed that the bridge was “as safe as ever,” suggesting that nobody had looked.": [
        said("that the bridge was “as safe as ever,”", cue="claimed", source="Lopez")
    ],
    # A label.
    "Maria Lopez: “The bridge is safe, and it will stay safe.”": [
        said("The bridge is safe, and it will stay safe.", cue=":", source="Maria Lopez")
    ],
    # A sentence with a verb is no label.
    "There was one answer: “We are late, and nobody cares.”": [],
    # A label that names a subject names no speaker.
    "Maria Lopez: “The bridge is safe, and it will stay.”\nOn Jack Dorn: “He is a good man, and late.”": [
        said("The bridge is safe, and it will stay.", cue=":", source="Maria Lopez"),
        said("He is a good man, and late.", cue=":", source=None),
    ],
    # One attribution interrupted by its cue.
    "“The bridge is safe,” Lopez said, “but the road is not.”": [
        said("The bridge is safe,", "but the road is not.", cue="said", source="Lopez")
    ],
    "“The bridge is safe,” Lopez said. “The road is not. We will mend it.”": [
        said("The bridge is safe,", "The road is not. We will mend it.", cue="said", source="Lopez")
    ],
    # What opens a sentence of its own, and nobody says, ends it.
    "“The bridge is safe,” Lopez said. It rained. “Friends of the Sea” met on Monday. “We went home.”": [
        said("The bridge is safe,", cue="said", source="Lopez")
    ],
    # A full stop before the closing mark ends the sentence: what stands behind tells of something else.
    "“We shall rebuild the harbour.” The minister told reporters on Monday.": [],
    # The full stop of an abbreviation may end a sentence too.
    "The firm is based in the U.S. “We shall rebuild the harbour,” Lopez said.": [
        said("We shall rebuild the harbour,", cue="said", source="Lopez")
    ],
    # Two cues, two attributions.
    "“The bridge is safe,” Lopez said. “The road is not,” she added.": [
        said("The bridge is safe,", cue="said", source="Lopez"),
        said("The road is not,", cue="added", source="she"),
    ],
    # Speech re-opened in the next paragraph, and a paragraph of its own behind an attributed one.
    "“The bridge is safe,” Lopez said. “We looked at every bolt.\n\n“Nothing was loose.”": [
        said(
            "The bridge is safe,",
            "We looked at every bolt.",
            "Nothing was loose.",
            cue="said",
            source="Lopez",
        )
    ],
    "“The bridge is safe,” Lopez said.\n\n“We looked at every bolt and nothing was loose.”": [
        said(
            "The bridge is safe,",
            "We looked at every bolt and nothing was loose.",
            cue="said",
            source="Lopez",
        )
    ],
    # The same over a caption or furniture; where somebody else has the words, he has them.
    "Lopez said: “It is safe, and dear.\n\nThe bridge in May\n\nHide Ad\n\n“Nothing was loose.”": [
        said("It is safe, and dear.", "Nothing was loose.", cue="said", source="Lopez")
    ],
    "Lopez said: “It is safe, and dear.\n\nThe bridge in May\n\n“Nothing was loose,” Lund said.": [
        said("It is safe, and dear.", cue="said", source="Lopez"),
        said("Nothing was loose,", cue="said", source="Lund"),
    ],
    # A headline in marks between them is nobody's.
    "“The bridge is safe,” Lopez said on Monday in the town hall.\n'No more tolls'\n"
    "Minister Ove Lund said: “It was a dear bridge, and a long one.”\nIt opened to the public in May.\n": [
        said("The bridge is safe,", cue="said", source="Lopez"),
        said("It was a dear bridge, and a long one.", cue="said", source="Minister Ove Lund"),
    ],
    # A paragraph that announces the next one.
    "Caddell continued:\n\n“It is safe. We looked at every bolt.\n\n“Nothing was loose.”": [
        said("It is safe. We looked at every bolt.", "Nothing was loose.", cue="continued", source="Caddell")
    ],
    # British single marks, and double ones inside them.
    "‘The bridge is safe,’ said Lopez. ‘The engineers’ report calls it “sound”.’": [
        said("The bridge is safe,", "The engineers’ report calls it “sound”.", cue="said", source="Lopez")
    ],
    "'It's the drivers' fault,' O'Neill said.": [
        said("It's the drivers' fault,", cue="said", source="O'Neill")
    ],
    "“They told me ‘never again’ and left,” Lopez said.": [
        said("They told me ‘never again’ and left,", cue="said", source="Lopez")
    ],
    # A subject inside the quotation is not its source.
    "“One of the ministers resigned,” Lopez said.": [
        said("One of the ministers resigned,", cue="said", source="Lopez")
    ],
    # A nearer clause's subject is not the cue's own.
    "“It will cost us dearly,” Lopez, who once worked for Lund, said on Friday.": [
        said("It will cost us dearly,", cue="said", source="Lopez")
    ],
    # Partly in marks: the content is the whole reported clause.
    "Lopez said the bridge was “safe and sound” and would open on Monday.": [
        said("the bridge was “safe and sound” and would open on Monday", cue="said", source="Lopez")
    ],
    "The president called the deal “a gift to smugglers” on Monday.": [
        said("the deal “a gift to smugglers", cue="called", source="The president")
    ],
    # Marks that are no speech.
    "The meeting of the “Friends of the Harbour” opened on Monday.": [],
    'Several so-called "volunteers" crossed the river at night.': [],
    "The film “The Long Road Home” won three prizes in Venice.": [],
    "The gang, known as “the Wolves”, was active in the 1990s.": [],
    "John “Red” Miller scored twice.": [],
    'The boards are 6\'2" long and 5" wide.': [],
    "In the ’90s he played rock ’n’ roll with O’Neill’s band.": [],
    # Other styles: wire, British, court, sport, science, letters, crowds.
    "‘We have looked at every option’, Ms Okafor told the BBC. ‘None of them is cheap.’": [
        said("We have looked at every option", "None of them is cheap.", cue="told", source="Ms Okafor")
    ],
    '"I thought we were finished at half-time," admitted coach Petra Novak after the 3-2 win.': [
        said("I thought we were finished at half-time,", cue="admitted", source="coach Petra Novak")
    ],
    'Novak, whose side had lost four in a row, said: "It was a huge relief."': [
        said("It was a huge relief.", cue="said", source="Novak")
    ],
    "“If the pilot works,” Chen said, pausing to look at her notes, “we will extend it to every school.”": [
        said("If the pilot works,", "we will extend it to every school.", cue="said", source="Chen")
    ],
    "“This verdict sends a clear message,” prosecutor Dana Reyes told the court on Monday.": [
        said("This verdict sends a clear message,", cue="told", source="prosecutor Dana Reyes")
    ],
    "The judge described the defendant as “a danger to the public” and jailed him for nine years.": [
        said("the defendant as “a danger to the public", cue="described", source="The judge")
    ],
    '"The data are clear," the authors write in the journal, "and the trend is worsening."': [
        said("The data are clear,", "and the trend is worsening.", cue="write", source="the authors")
    ],
    "Kenya's president, William Ruto, tweeted: “We mourn with the families.”": [
        said("We mourn with the families.", cue="tweeted", source="Kenya's president, William Ruto")
    ],
    "“Stay at home,” read a banner over the road.": [
        said("Stay at home,", cue="read", source="a banner over the road")
    ],
    "Smith paused. “We did our best,” he said quietly, “and we lost.”": [
        said("We did our best,", "and we lost.", cue="said", source="he")
    ],
    "“The tank was full,” Ivanov said, adding that “nobody checked the valve”.": [
        said("The tank was full,", cue="said", source="Ivanov"),
        said("that “nobody checked the valve”", cue="adding", source="Ivanov"),
    ],
    "“We were told to wait,” the survivor told Reuters by phone from the camp, “so we waited.”": [
        said("We were told to wait,", "so we waited.", cue="told", source="the survivor")
    ],
    "“Costs have doubled,” says the owner, who asked not to be named. “We may close.”": [
        said("Costs have doubled,", "We may close.", cue="says", source="the owner")
    ],
    "“We will not be intimidated,” the Prime Minister, flanked by her ministers, told a packed chamber.": [
        said("We will not be intimidated,", cue="told", source="the Prime Minister")
    ],
    "“Our aim,” according to Dr. Lee, “is to cut waiting times by a third.”": [
        said("Our aim,", "is to cut waiting times by a third.", cue="according to", source="Dr. Lee")
    ],
    "“Who,” she asked, “will pay for this?”": [said("Who,", "will pay for this?", cue="asked", source="she")],
    "As Churchill put it, “Never, never, never give up.”": [
        said("Never, never, never give up.", cue="put", source="Churchill")
    ],
    'He vowed to "fight to the end" and never surrender.': [
        said('to "fight to the end" and never surrender', cue="vowed", source="He")
    ],
    "She laughed. “I do not know. Ask my lawyer.”": [
        said("I do not know. Ask my lawyer.", cue=None, source="She")
    ],
    # A transcript: who says "they say" in a turn quotes somebody else; "I think" there does not.
    "Q. Will you go?\n\nI think we shall go. The sailors keep saying: “The ship is old.”\n\nQ. When?": [
        said("The ship is old.", cue="saying", source="The sailors")
    ],
    # More marks that are no speech.
    "Her first novel, “The Salt House”, was longlisted for the Booker Prize.": [],
    "The “surprise” guest turned out to be his brother.": [],
    'He plays the role of "Uncle Ben" in the new series.': [],
    "Shares in the “Magnificent Seven” fell by 3%.": [],
    "The word “hygge” has no English equivalent.": [],
    "The operation, codenamed “Northern Light”, began at dawn.": [],
    # An odd mark costs its own paragraph at most.
    'The road was "closed, officials found.\n\n“The bridge is safe,” Lopez said.': [
        said("The bridge is safe,", cue="said", source="Lopez")
    ],
    '"': [],
    "": [],
}


def quotations(nlp: Language, text: str) -> list[Candidate]:
    """The candidates of one text that touch quotation marks."""
    view = state.view_of(nlp(text))
    spoken = (one for one in find_candidates(view) if one.form not in ("turn", "post"))
    return [one for one in spoken if _touches_marks(view, one)]


def _touches_marks(view: View, one: Candidate) -> bool:
    marks = [(quotation.start, quotation.end) for quotation in view.quotations]
    return any(start < high and low < end for start, end in one.content for low, high in marks)


@pytest.mark.parametrize("text", TABLE)
def test_table(nlp: Language, text: str) -> None:
    found = [
        Said(
            tuple(text[start:end] for start, end in one.content),
            None if one.cue is None else text[slice(*one.cue)],
            None if one.source is None else text[slice(*one.source)],
        )
        for one in quotations(nlp, text)
    ]
    assert found == TABLE[text]


FROM_SOMEBODY = [
    # text; the cue; who wrote it
    ("The match led to one of the best tweets of the night, from @seadog: “{}”", "tweets", "@seadog"),
    ("The storm brought us this message last week, from Maria Lopez: “{}”", "message", "Maria Lopez"),
    ("A long comment, from @seadog: “{}”", "comment", "@seadog"),
    ("He left the hall and read us a letter, from Maria Lopez: “{}”", "letter", "Maria Lopez"),
]

NOT_FROM_SOMEBODY = [
    # from a place or a thing; no message; what the message does stands between; no colon; behind the marks
    "He took one of the tweets of the night from the wall: “{}”",
    "Ove Lund sent us a message last week, from Bergen: “{}”",
    "Ove Lund walked home that night, from @seadog: “{}”",
    "Ove Lund read the letter and then he wrote, far from Maria Lopez: “{}”",
    "Ove Lund got a message from Maria Lopez and said “{}”",
    "“{}” Ove Lund said of the message from Maria Lopez: he had read it.",
]
SHIPS = "I have never seen so many ships in one place!"


@pytest.mark.parametrize(("text", "cue", "source"), FROM_SOMEBODY)
def test_message_is_the_one_whom_it_is_from(nlp: Language, text: str, cue: str, source: str) -> None:
    text = text.format(SHIPS)
    (one,) = quotations(nlp, text)
    assert one.cue is not None and text[slice(*one.cue)] == cue
    assert one.source is not None and text[slice(*one.source)] == source


@pytest.mark.parametrize("text", NOT_FROM_SOMEBODY)
def test_message_from_nobody_named(nlp: Language, text: str) -> None:
    text = text.format(SHIPS)
    named = {text[slice(*one.source)] for one in quotations(nlp, text) if one.source}
    assert named.isdisjoint({"Maria Lopez", "@seadog", "Bergen", "the wall"})


BOLTS = "We looked at every bolt in May, and again in June."
BEHIND_A_REPORT = [
    # text before a paragraph in marks; who says the paragraph
    ("Maria Lopez said that the bridge had held.", "Maria Lopez"),
    ("Today she said that the bridge held.", "she"),
    ("Engineers came to the bridge.", None),
    ("The council said that the bridge had held.", None),
    ("Maria Lopez and Ove Lund said that the bridge had held.", None),
    ("Maria Lopez said that the bridge had held. Ove Lund was there.", None),
    # a sentence between that only tells what happened
    ("Maria Lopez said that the bridge had held.\n\nIt rained.", "Maria Lopez"),
    ("Maria Lopez said that the bridge had held.\n\nOve Lund was there.", None),
    ("Maria Lopez said that the bridge had held.\n\nThe council said that it rained.", None),
    ("Maria Lopez said that the bridge had held.\n\nIt rained.\n\nIt snowed.", None),
    (f"Maria Lopez said that the bridge had held.\n\nIt rained{', and rained' * 9}.", None),
]


@pytest.mark.parametrize(("before", "source"), BEHIND_A_REPORT)
def test_a_paragraph_of_its_own_behind_reported_speech(
    nlp: Language, before: str, source: str | None
) -> None:
    text = f"{before}\n\n“{BOLTS}\n\n“It was late.”"
    view = state.view_of(nlp(text))
    found = find_candidates(view)
    further = [one for one in with_followed(view, found) if one not in found]
    assert [one.source and text[slice(*one.source)] for one in further] == [source] * (source is not None)
    assert all([text[slice(*span)] for span in one.content] == [BOLTS, "It was late."] for one in further)


@pytest.mark.parametrize("words", ["Jo Dorn: We looked at every bolt in May.", "Friends of the Bridge"])
def test_a_paragraph_that_is_no_such_speech(nlp: Language, words: str) -> None:
    view = state.view_of(nlp(f"Maria Lopez said that the bridge had held.\n\n“{words}”"))
    found = find_candidates(view)
    assert with_followed(view, found) == found


NOBODYS = [
    # text; what nobody named says in it; the person whom the sentence before is about
    ("Engineers came to the bridge.\n\n“We looked at every bolt.”", ["We looked at every bolt."], None),
    ("Engineers came to the bridge.\n\n“We looked at every bolt.\n\n“It held.”",
     ["We looked at every bolt.", "It held."], None),
    ("There was a storm, but Maria Lopez was at work. “We looked at every bolt. It held.”",
     ["We looked at every bolt. It held."], "Maria Lopez"),
    ("‘We have looked at every bolt’\n\nThe bridge is open again.", ["We have looked at every bolt"], None),
    ("‘We have looked at every bolt’: town told of bridge\n\nThe bridge is open again.",
     ["We have looked at every bolt"], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "source"), NOBODYS)
def test_whole_sentences_that_no_word_gives_to_anybody(
    nlp: Language, text: str, content: list[str], source: str | None
) -> None:
    (one,) = with_unclaimed(state.view_of(nlp(text)), [])
    assert [text[slice(*span)] for span in one.content] == content
    assert (one.source and text[slice(*one.source)]) == source


@pytest.mark.parametrize(
    "text",
    [
        "Engineers came to the bridge.\n\n“Friends of the Bridge”",
        "Engineers came to the bridge.\n\n“Every bolt of it”",
        "Engineers came to the bridge.\n\n“JO DORN: We looked at every bolt.”",
        "“We looked at every bolt.”\n\nEngineers came to the bridge.",  # above the text: a motto
        "They crossed the “bridge.” It was the “best of all bridges” in town.",
        "‘No more tolls’\n\nThe bridge is open again.",
        "‘We Looked At Every Bolt’: a review\n\nThe bridge is open again.",
        "‘We looked at every bolt’ on the bridge in town\n\nThe bridge is open again.",
    ],
)
def test_marks_that_are_nobodys_sentences(nlp: Language, text: str) -> None:
    assert with_unclaimed(state.view_of(nlp(text)), []) == []


@pytest.mark.parametrize(("score", "origins"), [(0.4, ["rule:nobody-named"]), (0.6, ["model:test"])])
def test_an_unlikely_find_gives_way(nlp: Language, score: float, origins: list[str]) -> None:
    text = "The council sent a letter.\n\n“We looked at every bolt.”"
    one = Candidate(((29, 53),), (12, 16), (0, 11), "quotation", "model:test", score)
    assert [each.origin for each in with_unclaimed(state.view_of(nlp(text)), [one])] == origins


MARKS = ["“", "”", '"', "‘", "’", "'", ",", ".", ":", "—", "\n\n"]
PIECES = ["that", "he said", "Lopez said", "said Lopez", "the bridge is safe", "according to", "the minister"]
MARKED = st.lists(st.sampled_from(MARKS + PIECES), max_size=16)


@settings(max_examples=60)
@given(words=MARKED)
def test_any_text(nlp: Language, words: list[str]) -> None:
    """Nothing is raised; every span lies in the text; no two attributions overlap outside turns and posts."""
    text = " ".join(words)
    view = state.view_of(nlp(text))
    taken: list[tuple[int, int]] = []
    for one in find_candidates(view):
        assert 0.0 <= one.score <= 1.0
        assert list(one.content) == sorted(one.content)
        for start, end in (*one.content, *filter(None, (one.cue, one.source))):
            assert 0 <= start < end <= len(text)
        if one.form in ("quotation", "reported"):
            taken += one.content
    taken.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(taken))
