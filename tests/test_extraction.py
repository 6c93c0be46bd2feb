"""Many texts, long texts, and texts that break the pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.language import Language

from coalition_cli import Document, extract, load_nlp
from coalition_cli.errors import ExtractionWarning, ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

TURN = "I think that we must do more for the harbour, and we will. You know that as well as I do."
TALK = [f"MS. ROE: {TURN} {number}.\n\nMR. DOE: {TURN}" for number in range(8)]
REMARKS = [f"I thank you all for coming. We will build harbour {number}." for number in range(12)]


@Language.component("breaks_on_a_word")
def breaks_on_a_word(doc: Doc) -> Doc:
    if "BREAK" in doc.text:
        raise KeyError("BREAK")
    return doc


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_nlp(engine="rules")


@pytest.fixture(scope="module")
def brittle() -> Language:
    nlp = load_nlp(engine="rules")
    nlp.add_pipe("breaks_on_a_word")
    return nlp


@pytest.mark.parametrize("broken", [{0}, {3}, {6}, {2, 3}, set(range(7))])
def test_a_text_that_breaks_the_pipeline_costs_no_other(brittle: Language, broken: set[int]) -> None:
    texts = [f"Anna Berg said that it rained {n} times{' BREAK' if n in broken else ''}." for n in range(7)]
    documents = [Document(f"t{n}", text, "-") for n, text in enumerate(texts)]
    with pytest.warns(ExtractionWarning) as told:
        found = list(extract(brittle, documents))
    assert [one.id for one in found] == [document.id for document in documents]
    assert [bool(one.attributions) for one in found] == [n not in broken for n in range(7)]
    assert [str(one.message).split(":")[0] for one in told] == [f"t{n}" for n in sorted(broken)]


def test_what_reading_the_documents_raises_is_raised(nlp: Language) -> None:
    def documents() -> Iterator[Document]:
        yield Document("one", "Anna Berg said that it rained.", "-")
        raise ModelError("as if")

    found = extract(nlp, documents())
    assert next(found).attributions
    with pytest.raises(ModelError):
        next(found)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Briefing by Press Secretary Jane Roe\n\n" + "\n\n".join(TALK), ["jane-roe", "doe"]),
        ("Remarks by Defence Minister Jane Roe\n\n" + "\n\n".join(REMARKS), ["jane-roe"]),
    ],
)
def test_a_long_text_keeps_its_turns(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, text: str, speakers: list[str]
) -> None:
    document = Document("long", text, "-")
    (whole,) = extract(nlp, [document])
    monkeypatch.setattr("coalition_cli.parsing.LIMIT", 300)
    (cut,) = extract(nlp, [document])
    turns = [one for one in whole.attributions if one.form == "turn"]
    assert len(turns) > 10
    assert {speaker.id for one in turns for speaker in one.speakers} == set(speakers)
    assert [(one.form, one.content) for one in cut.attributions] == [
        (one.form, one.content) for one in whole.attributions
    ]
    assert all(one.speakers for one in cut.attributions)
    told = {step.detail for one in cut.attributions for step in one.evidence if step.step == "speaker"}
    in_another = {one for one in told if "in another part" in one}
    assert bool(in_another) is (len(speakers) == 1)  # a label stands beside its turn, a title does not


def test_a_long_text_knows_a_person_again(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    rain = "\n\n".join("It rained all day in the old town by the sea, and nobody went out." for _ in range(9))
    text = f"Jane Roe, the mayor, said that it rained.\n\n{rain}\n\nRoe said that it was late."
    monkeypatch.setattr("coalition_cli.parsing.LIMIT", 300)
    (found,) = extract(nlp, [Document("long", text, "-")])
    assert [speaker.id for one in found.attributions for speaker in one.speakers] == ["jane-roe", "jane-roe"]


@pytest.mark.parametrize(
    "text",
    [
        "John Healey said he agreed. Write to her@example.com, she.com, his_own or he;she.",
        "Prices fell to minus 5. They fell by -1 in 0 places, the minister said.",
        f"The number is {'7' * 400}, the minister said.",
    ],
)
def test_odd_words_break_nothing(nlp: Language, text: str) -> None:
    (found,) = extract(nlp, [Document("odd", text, "-")])
    assert found.attributions


WRAPPED = (
    "The ferry over the sound has been running since the spring, and the town\r\n"
    "is glad of it. The mayor, Anna Berg, told the council on Monday that “the\r\n"
    "old quay is safe, and we shall keep it until the new one has been built by\r\n"
    "the harbour board,” and the council agreed.\r\n"
    "\r\n"
    "Paul Doe, who runs the board, said that the work would take eleven months\r\n"
    "and cost more than anybody had thought when the first plans were drawn up\r\n"
    "by his father.\r\n"
)


def test_a_wrapped_text_says_what_it_says_unwrapped(nlp: Language) -> None:
    joined = WRAPPED.replace("\r\n\r\n", "¶¶¶¶").replace("\r\n", "  ").replace("¶¶¶¶", "\r\n\r\n")
    one, other = extract(nlp, [Document("wrapped", WRAPPED, "-"), Document("joined", joined, "-")])
    assert len(one.attributions) > 1
    for wrapped, plain in zip(one.attributions, other.attributions, strict=True):
        assert [span.start for span in wrapped.content] == [span.start for span in plain.content]
        assert [span.text.split() for span in wrapped.content] == [
            span.text.split() for span in plain.content
        ]
        assert all(WRAPPED[span.start : span.end] == span.text for span in wrapped.content)
        assert [who.name for who in wrapped.speakers] == [who.name for who in plain.speakers]
    assert any("\r\n" in span.text for found in one.attributions for span in found.content)
