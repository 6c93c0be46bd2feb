"""Sources marked with [[ ]] and whom they stand for, step by step, with those that nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coalition_cli.rules.candidate import Candidate
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from coalition_cli.speakers.steps.resolution import Resolution

    from .conftest import Read

FULL = [
    (
        "UK Defence Secretary John Healey met reporters. [[UK Defence Secretary John Healey]] said so.",
        "john-healey",
    ),
    ("[[Andris Sprūds, Latvia's defence minister]], said the border was quiet.", "andris-spruds"),
    ("[[Marta Kowalska, who runs the shelter]], said the beds were full.", "marta-kowalska"),
    ("[[French President Emmanuel Macron]] said on Friday that talks would go on.", "emmanuel-macron"),
    ("[[Secretary of State Anna Holm]] said the treaty stands.", "anna-holm"),
    ("[[Minister for Railways Anna Holm]] said the treaty stands.", "anna-holm"),
    ("[[Vice-President for Values and Transparency, Anna Holm]], said the treaty stands.", "anna-holm"),
    ("[[Sund member of the assembly Anna Holm]] said the treaty stands.", "anna-holm"),
    ("[[The chairman of the Sund Bank (SB), Don Ekman]], said no.", "don-ekman"),
    # a place in a team
    ("[[Wales prop Torvo Belani]] said it was late.", "torvo-belani"),
    ("[[Italy fly-half Torvo Belani]] said it was late.", "torvo-belani"),
    ("[[Norway wing Per Lund]] admits it was late.", "per-lund"),
    ("“It was late” – [[Norway coach Per Lund]].", "per-lund"),
    ("[[The army chief, Col. Célestin Odeh]], said the road was shut.", "celestin-odeh"),
]
SURNAME = [
    (
        "Finnish Defence Minister Antti Häkkänen arrived. The plan is ready, [[Häkkänen]] said.",
        "antti-hakkanen",
    ),
    ("Mr. Peter Vance spoke first. “We are late,” said [[Mr. Vance]].", "peter-vance"),
    (
        "Ursula von der Leyen spoke in Brussels. Time is short, [[von der Leyen]] said.",
        "ursula-von-der-leyen",
    ),
    ("Theresa May arrived on 4 May. [[May]] said she would stay.", "theresa-may"),
    # a wife and a husband: the courtesy title tells them apart
    ("Paul Brandt and Laura Brandt own the farm. [[Mrs. Brandt]] said they would sell it.", "laura-brandt"),
    # whoever is named first in full bears the bare surname
    (
        "Laura Brandt runs the farm. Her brother, Paul Brandt, left it. [[Brandt]] said sales rose.",
        "laura-brandt",
    ),
]
COUPLES = [
    ("Nick and Linda Holm live by the sea. [[Mr Holm]] said it was loud.", "nick-holm"),
    ("Nick and Linda Holm live by the sea. [[Mrs Holm]] said it was loud.", "linda-holm"),
    ("Linda Holm and her husband Nick live by the sea. [[Mr Holm]] said it was loud.", "nick-holm"),
    (
        "Nick and Linda Holm live by the sea. Mr Holm was furious about Desmond Vance. “I never saw them,” "
        "[[he]] said.",
        "nick-holm",
    ),
    ("Cameron and Angela Holm met. Cameron left. [[Mrs Holm]] said it was late.", "angela-holm"),
]
# one who is two things; the day may be cut into the source
TWO_ROLES = [
    ("[[Leader of the Greens in the council and City Mayor Peter Holm]] said no.", "peter-holm"),
    ("[[Chairman of the harbour board and City Mayor Peter Holm on Friday]] said no.", "peter-holm"),
    (
        "Leader of the Greens in the council and City Mayor Peter Holm said no to Paul Brandt. [[He]] left.",
        "peter-holm",
    ),
]
# a surname that is a country or a capital too
PLACES = [
    ("The lawyer spoke for Peter Paris (53). A guard found Paris asleep. [[Paris]] said so.", "peter-paris"),
    ("A guard found Peter Paris asleep and led Paris away. “I am tired,” [[he]] said.", "peter-paris"),
    ("Peter Paris spoke in Paris. [[Paris]] said it was late.", "france"),
    ("Peter Jordan came. The king of Jordan spoke. [[Jordan]] said it was late.", "jordan"),
    ("[[Paris]] said it was late. Peter Paris came.", "france"),
    ("Peter Holm came. [[Paris]] said it was late.", "france"),
]
# a surname that is a title elsewhere
STYLED = [
    ("[[Mr. Tom King]] said it was late.", "tom-king"),
    ("Defence Secretary Tom King came. “It is cold,” [[King]] said.", "tom-king"),
    ("Mr. Tom King, a farmer, came. “It is cold,” [[Mr. King]] said.", "tom-king"),
    ("[[Former Sund Mayor Anna Dean Bishop]] said it was late.", "anna-dean-bishop"),
]
KIN = [
    ("Nils Holm came. It was over, said [[Holm, a brother of President Peter Holm]].", "nils-holm"),
    ("It was over, said Holm, a brother of President Peter Holm. [[President Holm]] agreed.", "peter-holm"),
    ("Nils Holm came. It was over, said [[Holm, President Peter Holm's brother]].", "nils-holm"),
    ("It was over, said [[Jane Roe, a spokeswoman for President Peter Holm]].", "jane-roe"),
]
# a heading with every word large names whom the text names
HEADINGS = [
    ("[[Anna Berg]] Tells Why She Was “Afraid” Of Water\n\nAnna Berg swam. Berg sang.", "anna-berg"),
]
# behind the name more is told of its bearer
OPENING = [
    ("[[Gloria, who has two sons, Tim and Leo, with her husband Paul Brandt]], said no.", "gloria"),
    ("[[Anna Berg, the Sund Commissioner who led the inquiry with Paul Brandt]], said no.", "anna-berg"),
    ("[[Mayor Anna Berg, Chairman, Sund Lake Committee]]", "anna-berg"),
    ("[[President Peter K. Holm, Jr. joined by Mayor Anna Berg and Judge Paul Brandt]]", "peter-k-holm"),
]
# told by age and people, or as one of two
TOLD = [
    ("Anna Berg won the race. “It was cold,” said [[the 36-year-old American]].", "anna-berg"),
    ("Anna Berg won the race. “It was cold,” said [[the thirty-six-year-old]].", "anna-berg"),
    ("Anna Berg won the race. “It was cold,” said [[the 36-year-old mum-of-two]].", "anna-berg"),
    ("Mayor Paul Brandt met Anna Berg, who won. [[The 36-year-old singer]] said no.", "anna-berg"),
    ("Judge Paul Brandt fined Mayor Anna Berg and Peter Holm after [[the latter]] said no.", "peter-holm"),
    ("Judge Paul Brandt fined Anna Berg and Mayor Peter Holm after [[the former]] said no.", "anna-berg"),
]
CALLED = [
    ("Anna Holm lost. [[Holm adviser Paul Brandt]] said it was late.", "paul-brandt"),
    ("Anna Holm lost. [[Holm campaign manager Paul Brandt]] said it was late.", "paul-brandt"),
    ("[[Ken Holm, your old friend Peter Marsh]] says it was wrong.", "peter-marsh"),
]
GIVEN = [
    ("Carlos Mendez and his sister Rosa Mendez came. [[Carlos]] said the road was long.", "carlos-mendez"),
    # of two, whoever was named last
    ("Wu Lanying lost her boat. Mayor Wu Jianmin came. It was late, [[Wu]] said.", "wu-jianmin"),
    ("Mayor Wu Jianmin came. Coach Wu Lanying lost her boat. It was late, [[Wu]] said.", "wu-lanying"),
]
TITLE = [
    (
        "Dutch Defence Minister Ruben Brekelmans came early. [[The Dutch minister]] said it depends.",
        "ruben-brekelmans",
    ),
    (
        "Finnish Defence Minister Antti Häkkänen praised it, while [[his Dutch counterpart]] said it was "
        "important. “It is good,” Ruben Brekelmans told reporters.",
        "ruben-brekelmans",
    ),
    ("Mayor Helen Ortiz opened the bridge. [[The mayor]] said it cost nothing.", "helen-ortiz"),
    # what somebody was at the time is no office
    ("Witness Carla Nunes said the glass broke. [[The florist]] said it was late.", "carla-nunes"),
    # a heading comes before the name
    ("[[Mayor]] wants people to talk\n\nThe plans of Mayor Paul Brandt are new.", "paul-brandt"),
    (
        "[[EU’s top diplomat]] says coalition divided\n\nTop EU diplomat Kaja Kallas has said that there is "
        "no consensus among them.",
        "kaja-kallas",
    ),
    # a name beside what somebody is
    ("[[His opposite number, Claire Dunne]], felt that it was late.", "claire-dunne"),
    ("[[A spokeswoman for the airport, Gro Vik]], said blankets were handed out.", "gro-vik"),
    ("[[One of them, Nils Rud]], thinks the lake will rise.", "nils-rud"),
    ("On Monday [[the union's leader Per Holm]] told a different story.", "per-holm"),
    ("Anna Berg, [[a former adviser]], felt that it was late.", "anna-berg"),
    # the owner of a role is not its bearer
    ("Giles Ottaway left. [[Ottaway's successor, Priya Nair]], said the work was done.", "priya-nair"),
    ("Giles Ottaway left. [[Ottaway's successor]], Priya Nair, said the work was done.", "priya-nair"),
    # two hold such an office; one of them is long out of sight
    (
        "Italian Foreign Minister Paolo Renzi was blunt. His Greek counterpart, Eleni Doukas, was not. "
        "She asked for time. Doukas urged patience. Nobody promised anything, [[the minister]] said.",
        "eleni-doukas",
    ),
    # a party that nothing speaks against
    (
        "They clapped, which councillor Torvo Belani stopped.\n\n“No,” [[the Green councillor]] said.",
        "torvo-belani",
    ),
    # one who is told of before the name comes
    ("A surgeon has won a prize. Paul Brandt, 51, was late. [[The surgeon]] said no.", "paul-brandt"),
    ("Paul Brandt works as a surgeon. [[The surgeon]] said no.", "paul-brandt"),
    ("Paul Brandt became a surgeon at 30. [[The surgeon]] said no.", "paul-brandt"),
    # no role in the text, but nobody else is near
    ("Susan Parker came home. [[The actress]] said she was tired.", "susan-parker"),
]
PRONOUN = [
    ("John Healey opened the meeting. [[He]] said the plans were real.", "john-healey"),
    ("Kaja Kallas met John Healey. [[She]] said the mission was clear.", "kaja-kallas"),
    ("Kaja Kallas met John Healey. [[He]] said the mission was clear.", "john-healey"),
    (
        "John Healey spoke. “Peter Marsh is wrong. Peter Marsh is late,” he said. [[He]] added a word.",
        "john-healey",
    ),
    ("The mayor of Sund, Trine Aasen, came late. [[She]] said the dam held.", "trine-aasen"),
    ("Spokeswoman Robin Grell declined. [[She]] said nothing was signed.", "robin-grell"),
    ("Eloise Berg, 21, died. “It rained,” [[her mother, Fiona]], said. [[She]] added a word.", "fiona"),
    # one pronoun tells no gender for good: it may mean somebody else
    ("Robin Grell smiled as she left. Robin Grell came back. [[He]] said it was late.", "robin-grell"),
    # whose plan the sentence is about stands out before whose friends it mentions
    ("Anna Berg's plan was no secret to Eva Holm's friends. [[She]] said it was late.", "anna-berg"),
    # the minister is Sprūds, nobody else whom *he* could mean
    ("Andris Sprūds, Latvia's defence minister, said no. It rained. [[He]] left early.", "andris-spruds"),
]
RELATIVE = [
    ("The report praised Anna Berg, [[who]] said it was too kind.", "anna-berg"),
    ("It features Anna Berg, a former adviser, [[who]] said it was too kind.", "anna-berg"),
]
# names whose words are in no list
UNLISTED = [
    ("Torvo Belani was unhappy. [[He]] said it was hard.", "torvo-belani"),
    ("Mirzan Tekeli came home on Sunday. “It was hard,” [[he]] said.", "mirzan-tekeli"),
    ("[[Torvo Belani]] bemoaned the luck of the side.", "torvo-belani"),
    ("[[Belani]] posed the question: “Why?”", "belani"),
    ("Sund skipper Mirzan Tekeli sent a message. It was late. [[Tekeli]] said no.", "mirzan-tekeli"),
    ("Torvo de Lani (Greens) makes it plain when [[he]] says no.", "torvo-de-lani"),
    ("Arsene Wenger was unhappy. [[He]] said it was hard.", "arsene-wenger"),
    ("Kylian Mbappe was unhappy. “It was hard,” [[he]] said.", "kylian-mbappe"),
]
# behind what the office is for, the model's word for a whole name is enough
MINISTERS = [
    ("Minister of Health Torvo Belani came. [[He]] said it was late.", "torvo-belani"),
    ("Minister of Police Senzo Tekeli came. It was late, according to [[Tekeli]].", "senzo-tekeli"),
    ("[[The Minister of Foreign Affairs Torvo Belani]] said it was late.", "torvo-belani"),
    ("[[The Ministry of Foreign Affairs]] said it was late.", "ministry-of-foreign-affairs"),
]
NO_NAME = [
    "The Minister of Foreign Affairs came. [[He]] said it was late.",
    "Old Trafford was full. [[He]] said it was hard.",
    "Real Madrid were poor. [[He]] said it was hard.",
    "Torvo Belani were poor. [[He]] said it was hard.",  # a team
    "Silicon Valley was worried. [[He]] said it was hard.",
    "Torvo de Lani (Greens) is late as it warned when [[he]] said no.",
    "Many Millennials want to leave. [[He]] said it was hard.",
    "[[Torvo Belani]] bemoaned its luck.",
]
SEVERAL = [
    ("[[Poland and Greece]] said they could send no troops.", ("poland", "greece")),
    (
        "[[UK Prime Minister Keir Starmer and French President Emmanuel Macron]] said they would lead.",
        ("keir-starmer", "emmanuel-macron"),
    ),
    ("[[Anna Berg, Peter Marsh and Paul Brandt]] said no.", ("anna-berg", "peter-marsh", "paul-brandt")),
    ("[[Nations such as Poland and Greece]] said no.", ("poland", "greece")),
    ("[[Coach Paul Brandt and Mayor Anna Berg]] said no.", ("paul-brandt", "anna-berg")),
    ("[[Anna Berg and her lawyer]] said no.", ("anna-berg",)),  # the other has no name
]
OTHERS = [
    # a letter off, and nobody else's name
    ("Peter O'Dell, the manager, left. “It was late,” [[O'Del]] remarked.", "peter-odell"),
    ("Peter Lindholm, the manager, left. “It was late,” [[Lindolm]] said.", "peter-lindholm"),
    ("Peter Lindholm left with Nils Lindolm. “It was late,” [[Lindolm]] said.", "nils-lindolm"),
    ("Peter Lindholm left. “It was late,” [[Lindolm]] said. Lindolm and he met.", "lindolm"),
    ("Anna Pollard left. “It was late,” [[Poland]] said.", "poland"),
    # no player's place
    ("The prop Torvo Belani leant on broke. [[Belani]] said it was hard.", "belani"),
    ("The members of the left wing Torvo Belani met. [[Belani]] said it was hard.", "belani"),
    ("[[Holm]] Says It Is Late\n\nPeter Holm came at noon.", "peter-holm"),
    (
        "Andris Sprūds, Latvia's defence minister, said no. Latvia borders Russia. "
        "[[His small Baltic country]] rules nothing out.",
        "latvia",
    ),
    ("According to [[AFP]], six countries agreed.", "afp"),
    ("[[Arsene Wenger (Sund United)]]: “We were tired.”", "arsene-wenger"),
    ("It rained.\n\n[[Coun. Rob Potts]] said the public must pay attention.", "rob-potts"),
    ("[[Martin Jol (Sund)]]:\n\n“We were tired, and it was late.”", "martin-jol"),
    ("[[Virgin Care]] bemoaned its luck.", "virgin-care"),
    ("[[Mojang]] said it was late.", "mojang"),
    ("[[The Food and Drug Administration]] said it was late.", "food-and-drug-administration"),
    ("[[The Ministry of Health and Welfare]] said it was late.", "ministry-of-health-and-welfare"),
    ("[[The White House]] said the call was short.", "white-house"),
    ("[[NATO]] said the exercise was planned.", "nato"),
    ("[[Washington]] has refused to join.", "united-states"),
    ("[[Moscow]] warned against it.", "russia"),
    ("[[The Baltic states]] said they would join.", "baltic-states"),
    ("[[Defence ministers attending the meeting]] said the plans were ready.", "defence-ministers"),
    ("[[A Western official]] said talks had failed.", "unnamed-western-official"),
    ("A spokesman said it was bad. [[The spokesman]] said it was good.", "unnamed-spokesman"),
    ("A spokesman said it was bad. [[The spokesperson]] said it was good.", "unnamed-spokesman"),
    ("[[European officials]] told the agency that six had agreed.", "unnamed-european-officials"),
]
BODIES = [
    # of two that spoke, the one that spoke right before
    ("Sund Bank said it was late. Holm Bank said it was cold. The bank said that it rained.", "holm-bank"),
    ("“It is late,” Holm Bank said. “We know,” it said.", "holm-bank"),
    # a word for the kind of body that its name need not hold
    ("South Sund Council met. The district council said it was late.", "south-sund-council"),
    (
        "South Sund Council met Holm Town Council. The district council said it was late.",
        "south-sund-council",
    ),
    ("Sund City Council met Holm County Council. The city council said it was late.", "sund-city-council"),
    ("The New Lake Party met. The opposition party said it was late.", "new-lake-party"),
    # the government of the country that a report comes from
    ("NAIROBI, Kenya (AP) - The government said it was late.", "kenyan-government"),
    ("NAIROBI, Kenya (AP) - The government said it was late. “It rains,” it said.", "kenyan-government"),
    ("Holm Bank has caused a storm after it said that the lake was cold.", "holm-bank"),
    ("The European Commission said that the plan was dead. “We have tried,” it said.", "european-commission"),
    (
        "The Foreign Ministry said it was late. Anna Berg said she was glad. The ministry said it was.",
        "foreign-ministry",
    ),
    ("NATO said the exercise was over. “It went well,” the organisation said.", "nato"),
    # it need not have spoken before, nor bear the noun in every form of its name
    ("The Ministry of Defence opened its doors. The ministry said it was ready.", "ministry-of-defence"),
    # of two it is the one that spoke
    (
        "Holm Bank said that it was late. Sund Bank was silent. The bank said that it was ready.",
        "holm-bank",
    ),
    ("The Bank of England met. The bank said that rates would stay.", "bank-of-england"),
    ("The World Health Organization met. The organization said it was early.", "who"),
    ("The Coalition of the Willing met. The coalition said that it was ready.", "coalition-of-the-willing"),
]
NO_BODY = [
    # the other one's kind is told, or the text has both kinds
    "Sund County Council met. The district council said it was late.",
    "Sund Council met. The parish council left. The district council said it was late.",
    "Sund Bank and Holm Bank said it was late. Anna Berg left. The bank said that it rained.",
    "Holm Bank met Sund Bank after it said that the lake was cold.",
    "Anna Berg left Holm Bank after it said that the lake was cold.",
    "Holm Bank has warned Poland after it said that the lake was cold.",
    "Anna Berg said it was late. It said that nothing had changed.",
    "The Foreign Ministry said it was late. Anna Berg said she was glad. It said that talks would go on.",
    "The Foreign Ministry said it was late. Anna Berg left. It said that talks would go on.",
    "NATO said the exercise was over. Nobody was hurt, the ministry said.",
    "The Ministry of Defence met the Ministry of Health. The ministry said that it was ready.",
]
NOBODY = [
    # somebody whom the text has set apart from those it names
    "A desk sergeant who fed Paul Brandt was asked about it. Mr Brandt was late. [[The sergeant]] said no.",
    "A guard captain led Paul Brandt in. Brandt sat down. [[The captain]] said it was late.",
    "Paul Brandt QC questioned the captain. [[The captain]] said it was late.",
    "Labour councillor Paul Brandt left.\n\n“No,” [[the Green councillor]] said.",
    "Councillor Paul Brandt met Anna Berg.\n\n“No,” [[the Green councillor]] said.",
    "Two aides came. [[Neither spokesman]] would say how late it was.",
    "Two aides came. [[Either aide]] would say how late it was.",
    "[[No minister]] said how late it was.",
    # a country only opens what they are, where the text was cut between the two
    "advertisement\n[[Guinea opposition]] alleges fraud, calls to cancel election",
    "“It was late,” [[one of the leaders who asked for no name]] said.",
    "“It was late,” [[two of the senators]] said.",
    "Anna Berg beat Linda Holm. “It was cold,” said [[the 36-year-old American]].",
    "French President Anna Berg won. “It was cold,” said [[the 36-year-old American]].",
    "A judge fined Anna Berg, Linda Holm and Peter Holm after [[the latter]] said no.",
    "A judge fined Anna Berg and saw Peter Holm after [[the latter]] said no.",
    "A judge saw cats and dogs after [[the latter]] said no.",
    "[[The commissioner who led the inquiry with Paul Brandt, the judge]], said no.",
    "[[The aide of Anna Berg, the commissioner who led the inquiry]], said no.",
    "Carlos Mendez and Carlos Holm came. [[Carlos]] said the road was long.",
    "[[Anna Berg Bank]] Says Lake Is Cold Again\n\nAnna Berg swam. It was cold, Berg said.",
    "[[Anna Berg Holm]] Says Lake Is Cold Again\n\nAnna Berg swam. It was cold, Berg said.",
    "[[Anna Berg]] Says Lake Is Cold Again\n\nLinda Holm swam. It was cold, Berg said.",
    "[[He]] said the road was closed.",  # nobody was named before
    "Peter Marsh met Paul Brandt and Carlos Mendez. Then it rained. [[The minister]] said so.",
    # two ministers
    "Foreign Minister Peter Marsh met Finance Minister Paul Brandt. [[The minister]] said no.",
    "Anna Berg spoke. [[He]] said it was late.",  # no man was named
    "Peter Marsh and Paul Brandt argued for an hour. [[He]] said it was late.",
    "[[The poll]] said so.",
    "Anna Berg won the race. “It was cold,” said [[the 36-year-old father of two]].",
    "Mayor Anna Berg won the race. “It was cold,” said [[the 36-year-old singer]].",
    # a noun that is another's, whatever is told of it
    "Peter Marsh, whom solicitor Anna Berg met, left. [[The defence solicitor]] said it was late.",
    # told by what somebody does there
    "One prime minister left. [[The minister winding up the debate]] said it was late.",
    # who has left an office wants nothing in a heading
    "[[Mayor]] wants people to talk\n\nAnna Berg came after the resignation of Mayor Paul Brandt.",
    "[[Mayor]] wants people to talk\n\nAnna Berg succeeds Mayor Paul Brandt.",
    "[[The minister]], Anna Berg told the council, is late.",
    "Anna Berg wrote to the council. [[One of them, the oldest]], thinks the lake will rise.",
    "Anna Berg came. [[Berg's successor, the third in a year]], said the work was done.",
    # whom people quote is not who speaks outside their words
    "“My prime minister knows nothing,” she said. [[The minister]] said no.",
    # whom a name means that nobody can tell, *he* may mean too
    "Linda Holm came. Mr Holm was furious about Desmond Vance. “I never saw them,” [[he]] said.",
    "Anna Lindholm came. MR. LINDHOLM was furious about Paul Vance. “I never saw them,” [[he]] said.",
    "Peter Marsh came. Torvo Belani was unhappy. [[He]] said it was hard.",
    # a match has no voice
    "[[India vs New Zealand]]: “We were poor”",
    "India v [[New Zealand]]: “We were poor”",
    # a namesake
    "It was over, said [[Holm, a brother of President Peter Holm]].",
    "It was over, said [[Holm, President Peter Holm's brother]].",
    # a surname in a heading that two bear
    "[[Holm]] Says It Is Late\n\nPeter Holm came at noon. Anna Holm left.",
    # not she alone
    "The report praised Anna Berg and others, [[who]] said it was too kind.",
    "President Peter Holm came. It was over, said Holm, a brother of President Peter Holm. [[Holm]] agreed.",
    # somebody without a name is nobody else whom a noun means
    "A witness saw it all. [[The spokesman]] said he was sorry.",
    "A neighbour said it was bad. [[The minister]] said it was good.",
    "A spokeswoman said it was bad. [[The spokesman]] said it was good.",
    "Researcher at the University of Sund, Kim Holm wrote it. Professor Paul Brandt said no. It rained, "
    "[[the researcher]] added.",
    "[[Several countries]] made it clear that they would not.",  # who they are is left open
    "[[Most of the countries in the coalition]] agree.",
    "Not [[all the 33 delegations]] agreed to send troops.",
    "[[They]] say so.",
    "Anna Berg came. [[Those and others]] said it.",  # neither can be told
    "Minister Peter Holm said no. But Stoltenberg argued that it was late. “We see it,” [[he]] said.",
]
TABLES = {
    "full name": FULL, "surname": SURNAME, "given name": GIVEN, "pronoun": PRONOUN, "relative": RELATIVE,
}  # fmt: skip


@pytest.mark.parametrize(
    ("step", "text", "speaker"),
    [(step, text, speaker) for step, table in TABLES.items() for text, speaker in table],
)
def test_one_person(resolved: Callable[[str], list[Resolution]], step: str, text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)
    assert resolved(text)[-1].step == step


@pytest.mark.parametrize(
    ("text", "speaker"), TITLE + OTHERS + UNLISTED + COUPLES + KIN + CALLED + TWO_ROLES + PLACES + STYLED
)
def test_titles_and_others(resolved: Callable[[str], list[Resolution]], text: str, speaker: str) -> None:
    assert resolved(text)[-1].speakers == (speaker,)


@pytest.mark.parametrize(("text", "speaker"), [*BODIES, *((text, None) for text in NO_BODY)])
def test_it_and_the_body_that_spoke(rules: Language, text: str, speaker: str | None) -> None:
    last = rules(text)._.attributions[-1]
    assert last["speakers"] == ([speaker] if speaker else [])


@pytest.mark.parametrize(("text", "speakers"), SEVERAL)
def test_several(resolved: Callable[[str], list[Resolution]], text: str, speakers: tuple[str, ...]) -> None:
    assert resolved(text)[-1].speakers == speakers
    assert resolved(text)[-1].step == "coordination"


@pytest.mark.parametrize("text", NOBODY + NO_NAME)
def test_nobody_rather_than_a_guess(resolved: Callable[[str], list[Resolution]], text: str) -> None:
    assert resolved(text)[-1].speakers == ()
    assert resolved(text)[-1].step == "none"


def test_a_pronoun_in_other_peoples_words_is_left_alone(resolved: Callable[[str], list[Resolution]]) -> None:
    text = "Anna Berg met Paul Brandt. “[[He]] said it was late,” she said."
    assert resolved(text)[0].speakers == ()


@pytest.mark.parametrize(("other", "speaker"), [("Paul Doe", ["jane-roe"]), ("Minister Paul Doe", [])])
def test_an_office_in_a_title_is_held_by_the_one_whose_label_bears_it(
    rules: Language, other: str, speaker: list[str]
) -> None:
    text = (
        "Remarks by the Minister at the harbour\n\nGood morning. I am glad to be here, and I thank you.\n\n"
        f"Minister Jane Roe: I am glad, too.\n\n{other}: We are ready, and I know it.\n\n"
        f"Minister Jane Roe: I am.\n\n{other}: I am, too."
    )
    assert rules(text)._.attributions[0]["speakers"] == speaker


def continued(
    read: Callable[[str], Read], text: str, *, source: str | None, first: str, second: str
) -> list[str]:
    """The speakers of a quotation without a source that follows one with `source`."""
    view, entities = read(text)
    spans = [(text.index(part), text.index(part) + len(part)) for part in (first, second)]
    named = None if source is None else (text.index(source), text.index(source) + len(source))
    candidates = [
        Candidate((spans[0],), None, named, "quotation", "test"),
        Candidate((spans[1],), None, None, "quotation", "test"),
    ]
    return [*resolve(view, Index(entities), candidates)[1].speakers]


def test_speech_goes_on(read: Callable[[str], Read]) -> None:
    text = "“We are ready,” Anna Berg said. “We always were.”"
    assert continued(read, text, source="Anna Berg", first="We are ready", second="We always were") == [
        "anna-berg"
    ]


def test_speech_of_nobody_goes_on_as_nobodys(read: Callable[[str], Read]) -> None:
    text = "“We are ready.” “We always were.”"
    assert continued(read, text, source=None, first="We are ready", second="We always were") == []


def test_speech_does_not_go_on_over_a_page(read: Callable[[str], Read]) -> None:
    filler = "\n\nThe river is long and the town is small, and nobody there said anything at all that day."
    text = "“We are ready,” Anna Berg said." + 3 * filler + "\n\n“We always were.”"
    assert continued(read, text, source="Anna Berg", first="We are ready", second="We always were") == []


def test_speech_does_not_go_on_in_a_headline(read: Callable[[str], Read]) -> None:
    text = "“We are ready,” said Anna Berg\n\n‘We always were’: a town waits\n\nIt was built in May for them."
    assert continued(read, text, source="Anna Berg", first="We are ready", second="We always were") == []


def labelled(rules: Language, text: str) -> list[list[str]]:
    """The speakers of a text's turns."""
    return [one["speakers"] for one in rules(text)._.attributions if one["form"] == "turn"]


TALK = (
    "JR: Good morning. Shall we begin?\n\nPDO: I am ready.\n\nJR: Do you have the minutes?\n\nPDO: I do, and "
    "I have read them."
)
JANE, PAUL = ["jane-roe"], ["paul-doe"]


@pytest.mark.parametrize(
    ("front", "jane", "paul"),
    [
        ("Present: Jane Roe (JR), Paul Doe (PDO) and Anna Berg (AB)", JANE, PAUL),
        ("Jane Roe (JR): I open the meeting.\n\nPaul Doe (PDO): I take the minutes.", JANE, PAUL),
        ("**Jane Roe (JR)**: I open the meeting.\n\n**Paul Doe (PDO)**: I take the minutes.", JANE, PAUL),
        # two of the same initials; initials of somebody else; none
        ("Present: Jane Roe (JR), John Rask (JR) and Paul Doe (PDO)", ["jr"], PAUL),
        ("Present: Jane Roe (Chair), Paul Doe (clerk), Anna Berg (JR)", ["jr"], ["pdo"]),
    ],
)
def test_initials_of_a_turn_are_the_name_they_are_declared_for(
    rules: Language, front: str, jane: list[str], paul: list[str]
) -> None:
    assert labelled(rules, f"{front}\n\n{TALK}")[-4:] == [jane, paul, jane, paul]


def test_initials_are_an_alias(read: Callable[[str], Read]) -> None:
    found = read(f"Present: Jane Roe (JR), Paul Doe (PDO)\n\n{TALK}")
    assert found.named("Jane Roe").aliases == ("JR",)


ANCHORS = (
    "Morning Desk\n\nKAREN VALE, ANCHOR: Good morning. I am Karen Vale.\n\n"
    "JOHN VALE, ANCHOR: And I am John Vale."
)


def test_initial_before_a_surname_tells_namesakes_apart(rules: Language) -> None:
    talk = "K. VALE: We begin with the storm.\n\nJ. VALE: It is a big one.\n\nM. VALE: You will get wet."
    assert labelled(rules, f"{ANCHORS}\n\n{talk}")[2:] == [["karen-vale"], ["john-vale"], []]
    both = ANCHORS.replace("JOHN", "KATE").replace("John", "Kate")
    assert labelled(rules, f"{both}\n\n{talk}")[2] == []


def test_surname_of_a_colour_is_the_hosts(rules: Language) -> None:
    hosts = "JANE ROE, HOST: Good morning!\n\nANN BROWN, HOST: We have the news for you.\n\n"
    talk = "ROE: It is Monday. I am Jane Roe.\n\nBROWN: And I am Ann Brown. Good morning!"
    assert labelled(rules, hosts + talk) == [["jane-roe"], ["ann-brown"]] * 2
    both = hosts.replace("JANE ROE", "CARL BROWN") + talk
    assert labelled(rules, both)[-1] == []


TRIAL = "Q. Where was the stove?\n\nA. Near the door.\n\nQ. Which door was it?\n\nA. The back door."
JUDGE = "{0} Go on, counsel. I am listening to you."


@pytest.mark.parametrize("judge", ["THE COURT:", "The Court:", "COURT:", "MR. LUND: Your Honor, may I?"])
def test_court_has_no_reporters(rules: Language, judge: str) -> None:
    found = labelled(rules, f"{TRIAL}\n\n{JUDGE.format(judge)}\n\n{TRIAL}")
    assert [who for who in found if who != ["lund"]] == [[]] * (len(found) - ("LUND" in judge))


def test_question_about_a_court_is_a_reporters(rules: Language) -> None:
    text = f"Press conference\n\n{TRIAL.replace('the stove', 'the court')}"
    assert labelled(rules, text)[::2] == [["unnamed-reporter"]] * 2


ASKED = "{0}: Where were you?\n\nJANE ROE: I was at home.\n\n{0}: Who saw you?\n\nJANE ROE: My cat."


@pytest.mark.parametrize(
    "front, label, asker",
    [
        ("Transcript of the press conference", "QUESTION", ["unnamed-reporter"]),
        ("Media stakeout at the harbour", "Q", ["unnamed-reporter"]),
        ("Daily briefing by the spokesperson", "QUESTION", ["unnamed-reporter"]),
        ("Harbour Hour", "JOURNALIST", ["unnamed-reporter"]),
        ("Harbour Hour", "Reporter", ["unnamed-reporter"]),
        ("Harbour Hour", "QUESTION", []),
        ("The court reporter takes it down", "Q", []),
        ("Home | Press releases | Contact", "QUESTION", []),
        ("Town hall in Sund", "AUDIENCE MEMBER", []),
        ("Transcript of the press conference", "INTERVIEWER", []),
    ],
)
def test_only_the_press_has_reporters(rules: Language, front: str, label: str, asker: list[str]) -> None:
    assert labelled(rules, f"{front}\n\n{ASKED.format(label)}")[::2] == [asker, asker]


def test_abbreviated_title_is_no_name(rules: Language) -> None:
    talk = "GOV. ANN NORTH: I am ready. Are you?\n\nPAUL DOE: We are.\n\nGOV. ANN NORTH: Good for you."
    assert labelled(rules, talk) == [["ann-north"], ["paul-doe"], ["ann-north"]]


def test_nickname_of_a_log_is_whose_it_is(rules: Language) -> None:
    log = "[18:00] <tamsin> Shall we start?\n[18:01] <oskar-b> Yes.\n[18:02] <tamsin> I think it is red."
    assert labelled(rules, log) == [["tamsin"], ["oskar-b"], ["tamsin"]]


def test_body_keeps_its_own_initials(rules: Language) -> None:
    talk = TALK.replace("JR", "RYA")
    front = "The Royal Yachting Association (RYA) met Paul Doe (PDO) in Sund on Monday to talk."
    speakers = labelled(rules, f"{front}\n\n{talk}")
    assert speakers[1::2] == [PAUL, PAUL]
    assert PAUL not in speakers[::2]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("SENIOR HARBOUR OFFICIAL", "unnamed-senior-harbour-official"),
        ("Senior Navy Diplomat", "unnamed-senior-navy-diplomat"),
        ("FRENCH OFFICIAL", "unnamed-french-official"),
        ("JANE ROE", "jane-roe"),
        ("SENIOR MINISTER", None),  # an office, which somebody holds
    ],
)
def test_label_may_leave_a_speaker_unnamed(rules: Language, label: str, speaker: str | None) -> None:
    talk = (
        f"{label}: Good morning. I speak on background.\n\nMODERATOR: Thank you. Shall we begin?\n\n"
        f"{label}: We shall, if you like."
    )
    assert labelled(rules, talk)[0] == ([speaker] if speaker else [])


def test_unnamed_official_is_described_as_in_a_sentence(read: Callable[[str], Read]) -> None:
    found = read("FRENCH OFFICIAL: I am here.\n\nMODERATOR: Are you?\n\nFRENCH OFFICIAL: You know I am.")
    official = found.named("French official")
    assert (official.type, official.country) == ("unnamed", "FR")


@pytest.mark.parametrize(
    ("signature", "speaker"),
    [
        ("FOX: Sailing", "fox-sailing"),
        ("Regatta 24", "regatta-24"),
        ("The Harbour Games", "the-harbour-games"),
        ("Jane Roe", "jane-roe"),
        ("Mayor Jane Roe", "jane-roe"),
        ("Jane Roe for Sund", "jane-roe"),
        ("The White House", "white-house"),
        ("the ferry 🌊", None),
    ],
)
def test_signature_is_taken_whole(rules: Language, signature: str, speaker: str | None) -> None:
    text = f"Ferry stays\n\nThe ferry stays where it is.\n\n— {signature} (@account) May 1, 2025"
    posts = [one for one in rules(text)._.attributions if one["form"] == "post"]
    assert [one["speakers"] for one in posts] == [[speaker] if speaker else []]


@pytest.mark.parametrize(
    ("text", "form", "speakers"),
    [
        ("Chad: Boats are late again\n\nIt rained.", "reported", ()),
        ("Chad says boats are late again.\n\nIt rained.", "reported", ("chad",)),
        ("Chad: “Boats are late again”\n\nIt rained.", "quotation", ("chad",)),
    ],
)
def test_a_country_before_a_colon(
    read: Callable[[str], Read], text: str, form: str, speakers: tuple[str, ...]
) -> None:
    view, entities = read(text)
    candidate = Candidate(((6, 28),), (4, 5), (0, 4), form, "test")
    assert resolve(view, Index(entities), [candidate])[0].speakers == speakers
