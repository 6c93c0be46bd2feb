"""For every code, a broken file that yields exactly it, at the place marked ⟦, and its mended twin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annotation_builders import extraction, figure, mention, record, speaker

from coalition_cli.annotations.check import check
from coalition_cli.annotations.codes import CODES
from coalition_cli.annotations.load import parse_annotations
from coalition_cli.annotations.resolved import resolve_document
from coalition_cli.documents.document import Document
from coalition_cli.records import Extraction, Kind, text_sha256

TEXT = (
    'Ann Berg said, "we will send forty ships in May". Carl Dahl said: "We send 250 more." Norway is glad.\n'
)
HASH = text_sha256(TEXT)
ANN, CARL = speaker("ann-berg", name="Ann Berg"), speaker("carl-dahl", name="Carl Dahl")
HEAD = f"""\
version: 1
documents:
  - {{id: d, sha256: {HASH}}}
speakers:
  - {{id: ann-berg, name: Ann Berg, type: person}}
  - {{id: carl-dahl, name: Carl Dahl, type: person}}
"""
SAID = ("we will send forty ships in May", "We send 250 more.")
CHECKED = "checked: {by: me, on: 2026-11-22}"
SHIPS = f"""\
quotes:
  - id: ships
    doc: d
    content: [{{exact: we will send forty ships in May}}]
    speakers: [ann-berg]
    kind: direct
    verdict: correct
    {CHECKED}
"""
MORE = f"""\
  - id: more
    doc: d
    content: [{{exact: We send 250 more.}}]
    speakers: [carl-dahl]
    kind: direct
    verdict: correct
    {CHECKED}
"""
FIGURE = f"figures:\n  - {{id: n, doc: d, span: {{exact: '250'}}, value: 250, verdict: correct, {CHECKED}}}\n"
COUNTRY = (
    f"countries:\n  - {{id: no, doc: d, span: {{exact: Norway}}, codes: [NO], verdict: correct, {CHECKED}}}\n"
)


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def column(words: str) -> str:
    return f"d.txt:1:{place(words)[0] + 1} A205"


def machine() -> Extraction:
    """What the extractor finds, all of it right."""
    return extraction(
        TEXT,
        record(TEXT, place("we will send forty ships in May"), speakers=(ANN,), cue=place("said")),
        record(TEXT, place("We send 250 more."), speakers=(CARL,)),
        speakers=(ANN, CARL),
        figures=(figure(TEXT, *place("250"), 250),),
        mentions=(mention(TEXT, *place("Norway"), "NO"),),
    )


def found(
    text: str, *, of: Extraction | None = None, strict: bool = False, read: str = TEXT, least: float = 0.0
) -> list[str]:
    """Every finding on a file as "line:column CODE"."""
    annotations, findings = parse_annotations(text.encode(), "a.yaml")
    if annotations is not None:
        documents = [Document("d", read, "d.txt")]
        report = check(annotations, documents, {"d": of or machine()}, strict=strict, least=least)
        findings = list(report.findings)
    return [f"{one.file}:{one.place.line}:{one.place.column} {one.code}" for one in findings]


def broken(text: str) -> tuple[str, str]:
    """A file without its mark, and the place of the mark."""
    before = text[: text.index("⟦")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return text.replace("⟦", ""), f"a.yaml:{line}:{column}"


FILES = {
    "A002": ("quotes:\n⟦\t- id: ships\n", "quotes: []"),
    "A003": ("figures: ⟦!!python/object/apply:os.system []\n", "figures: []\n"),
    "A004": ("figures: []\n⟦figures: []\n", "figures: []\n"),
    "A005": ("figures: []\n⟦quote: []\n", "figures: []\nquotes: []\n"),
    "A006": (
        f"countries:\n  - ⟦{{id: no, doc: d, span: {{exact: Norway}}, verdict: correct, {CHECKED}}}\n",
        COUNTRY,
    ),
    "A007": (SHIPS.replace("kind: direct", "kind: ⟦verbatim"), SHIPS),
    "A008": (SHIPS + MORE.replace("id: more", "id: ⟦ships"), SHIPS + MORE),
    "A009": (SHIPS.replace("[ann-berg]", "[⟦anna-berg]"), SHIPS),
    "A010": (SHIPS.replace("doc: d", "doc: ⟦e"), SHIPS),
    "A012": (FIGURE.replace("value: 250", "value: ⟦250, low: 200"), FIGURE),
    "A014": ("accepted:\n  - {code: ⟦A199, id: ships, reason: so}\n", "accepted: []\n"),
    "A101": (SHIPS.replace("[{exact: we will send forty", "[⟦{exact: we will send fourty"), SHIPS),
    "A102": (
        SHIPS + "    cue: ⟦{exact: said}\n",
        SHIPS + "    cue: {exact: said, suffix: ','}\n",
    ),
    "A104": (SHIPS + SHIPS.removeprefix("quotes:\n").replace("id: ships", "id: ⟦shipsb"), SHIPS),
    "A202": (SHIPS.replace("kind: direct", "kind: direct\n    form: ⟦reported"), SHIPS),
    "A203": (
        "countries:\n  - {id: ⟦may, doc: d, span: {exact: May}, codes: [MM], verdict: correct, "
        f"{CHECKED}}}\n",
        COUNTRY,
    ),
    "A204": (SHIPS.replace("verdict: correct", "verdict: ⟦rejected"), SHIPS),
    "A201": (SHIPS + "accepted:\n  - ⟦{code: A203, id: ships, reason: hard}\n", SHIPS),
    "A306": (SHIPS + "accepted:\n  - ⟦{code: A301, id: ships, reason: both}\n", SHIPS),
}


@pytest.mark.parametrize("code", FILES)
def test_a_broken_file_yields_its_finding_and_the_mended_none(code: str) -> None:
    bad, good = FILES[code]
    text, where = broken(HEAD + bad)
    assert found(text) == [f"{where} {code}"]
    assert found(HEAD + good) == []


def test_a001_not_utf8() -> None:
    _, findings = parse_annotations("version: 1\n# é".encode("latin-1"), "a.yaml")
    assert [str(one) for one in findings] == ["a.yaml:2:3: A001 not UTF-8: byte 0xE9"]
    assert parse_annotations("version: 1\n# é".encode(), "a.yaml")[1] == []


def one_voice() -> Extraction:
    """The text as if Ann Berg said both."""
    return extraction(TEXT, *(record(TEXT, place(words), speakers=(ANN,)) for words in SAID))


def test_a011_an_utterance_of_unknown_quotes() -> None:
    quotes = HEAD + SHIPS + MORE.replace("carl-dahl", "ann-berg")
    text, where = broken(quotes + "same:\n  - {utterance: u, quotes: [ships, ⟦mores]}\n")
    assert found(text, of=one_voice()) == [f"{where} A011"]
    assert found(text.replace("mores", "more"), of=one_voice()) == []


def test_a013_newer_version() -> None:
    text, where = broken("version: ⟦2\n")
    assert found(text) == [f"{where} A013"]
    assert found("version: 1\n") == []


def test_a103_text_changed() -> None:
    text, where = broken(HEAD.replace("sha256: ", "sha256: ⟦") + SHIPS)
    changed = TEXT.replace("glad", "sad")
    assert found(text, read=changed) == [f"{where} A103"]
    assert found(text.replace(HASH, text_sha256(changed)), read=changed) == []


def test_a103_names_the_new_hash() -> None:
    changed = TEXT.replace("glad", "sad")
    annotations, _ = parse_annotations((HEAD + SHIPS).encode(), "a.yaml")
    assert annotations is not None
    (finding,) = resolve_document(annotations, "d", changed).findings
    assert text_sha256(changed) in finding.message


def test_what_an_entry_without_a_place_would_say_is_not_known() -> None:
    text = (
        SHIPS.replace("forty ships", "forty shops") + "accepted:\n  - {code: A203, id: ships, reason: hard}\n"
    )
    assert [one.split()[-1] for one in found(HEAD + text)] == ["A101"]


def test_a105_text_not_read() -> None:
    text, where = broken(HEAD.replace("speakers:", f"  - {{id: ⟦e, sha256: {HASH}}}\nspeakers:"))
    assert found(text) == [f"{where} A105"]
    assert found(HEAD) == []


def test_a205_unreviewed_records_stand_in_the_text() -> None:
    whole = HEAD + SHIPS + MORE + FIGURE + COUNTRY
    assert found(whole, strict=True) == []
    assert found(HEAD + SHIPS + MORE + FIGURE, strict=True) == [column("Norway")]
    assert found(HEAD + SHIPS + FIGURE + COUNTRY, strict=True) == [column("We send")]
    assert found(HEAD + SHIPS + MORE + COUNTRY, strict=True) == [column("250")]


@pytest.mark.parametrize(
    ("path", "name", "place"),
    [
        ("d.txt", "d", "d.txt:1:87"),
        ("a/d.md", "a/d", "a/d.md:1:87"),
        ("-", "stdin", "-:1:87"),
        ("two.jsonl", "d", "two.jsonl:1:1"),
        ("two.ndjson", "d", "two.ndjson:1:1"),
        ("-", "d", "-:1:1"),
    ],
)
def test_a205_names_the_document_where_the_file_holds_several(path: str, name: str, place: str) -> None:
    annotations, _ = parse_annotations(
        f"version: 1\ndocuments: [{{id: '{name}', sha256: {HASH}}}]\n".encode(), "a.yaml"
    )
    assert annotations
    whole = replace(machine(), attributions=(), figures=())
    (found,) = check(annotations, [Document(name, TEXT, path)], {name: whole}, strict=True).findings
    assert str(found).startswith(f"{place}: A205 unreviewed country: 'Norway' (NO)")
    if place.endswith(":1:1"):
        assert str(found).endswith(f", in document {name!r}")
        assert found.hints == ("line 1, column 87 of its text",)


def test_what_no_reader_sees_need_not_be_reviewed() -> None:
    assert found(HEAD, strict=True, least=0.6) == [column("250"), column("Norway")]


@pytest.mark.parametrize(("least", "codes"), [(0.5, []), (0.6, ["A203"])])
def test_a203_what_is_found_but_not_surely_enough(least: float, codes: list[str]) -> None:
    assert [one[-4:] for one in found(HEAD + SHIPS, least=least)] == codes
    rejected = HEAD + SHIPS.replace("verdict: correct", "verdict: rejected")
    assert [one[-4:] for one in found(rejected, least=least)] == ([] if codes else ["A204"])


def test_a206_undecided_proposal() -> None:
    whole = HEAD + SHIPS + MORE + FIGURE + COUNTRY
    text, where = broken(whole + "  - {id: m, doc: d, span: {exact: May}, verdict: ⟦unreviewed}\n")
    assert found(text, strict=True) == [f"{where} A206"]
    assert found(text) == []


def test_a301_one_utterance_two_speakers() -> None:
    text, where = broken(HEAD + SHIPS + MORE + "same:\n  - {utterance: u, quotes: [ships, ⟦more]}\n")
    assert found(text) == [f"{where} A301"]
    assert found(text.replace("carl-dahl]", "ann-berg]"), of=one_voice()) == []
    accepted = text + "accepted:\n  - {code: A301, id: u, reason: two who speak for one}\n"
    assert found(accepted) == []


def test_a302_two_names_one_person() -> None:
    head = HEAD.replace("carl-dahl, name: Carl Dahl", "ann-berk, name: ⟦Ann Bergs").replace("⟦", "")
    both = HEAD.replace(
        "  - {id: carl-dahl",
        "  - {id: ⟦anna, name: Anna, type: person, aliases: [Ann Berg]}\n  - {id: carl-dahl",
    )
    text, where = broken(both)
    assert f"{where} A302" in found(text)
    assert any("A302" in one for one in found(head))
    assert "A302" not in " ".join(found(both.replace("⟦", "").replace("aliases: [Ann Berg]", "aliases: []")))
    assert found(HEAD) == []
    short = HEAD.replace("name: Carl Dahl,", "name: Ann Ber,")  # of short names a letter or two is too much
    assert "A302" not in " ".join(found(short))


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("name: Carl Dahl,", "name: ⟦Carl Dhal,"),
        HEAD.replace("name: Carl Dahl,", "name: Carl Dahl, role: ⟦captain,"),
        HEAD.replace("name: Carl Dahl,", "name: Carl Dahl, aliases: [Dahl, ⟦Dohl],"),
    ],
)
def test_a303_words_that_no_text_has(head: str) -> None:
    text, where = broken(head)
    assert found(text) == [f"{where} A303"]


def test_a303_what_a_figure_counts() -> None:
    text, where = broken(HEAD + FIGURE.replace("value: 250", "value: 250, counted: ⟦shipps"))
    off = replace(machine(), figures=(figure(TEXT, *place("250"), 250, counted="shipps"),))
    assert found(text, of=off) == [f"{where} A303"]
    right = replace(machine(), figures=(figure(TEXT, *place("250"), 250, counted="ships"),))
    assert found(text.replace("shipps", "ships"), of=right) == []


def test_a304_value_and_span() -> None:
    text, where = broken(HEAD + FIGURE.replace("value: 250", "value: ⟦2500"))
    off = replace(machine(), figures=(figure(TEXT, *place("250"), 2500),))
    assert found(text, of=off) == [f"{where} A304"]
    assert found(HEAD + FIGURE) == []


def test_a305_kind_and_marks() -> None:
    text, where = broken(HEAD + SHIPS.replace("kind: direct", "kind: ⟦mixed"))
    off = extraction(
        TEXT, record(TEXT, place("we will send forty ships in May"), speakers=(ANN,), kind="mixed")
    )
    assert found(text, of=off) == [f"{where} A305"]
    assert found(HEAD + SHIPS) == []


@pytest.mark.parametrize(("kind", "codes"), [("indirect", []), ("mixed", ["A305"]), ("direct", ["A305"])])
def test_a305_a_term_in_marks_is_nobodys_speech(kind: Kind, codes: list[str]) -> None:
    read = "Ann Berg said that the so-called “coalition of the willing” was ready.\n"
    words = read[read.index("that") : -2]
    said = SHIPS.replace("we will send forty ships in May", words).replace("kind: direct", f"kind: {kind}")
    start = read.index("that")
    off = record(read, (start, len(read) - 2), speakers=(ANN,), kind=kind)
    head = HEAD.replace(HASH, text_sha256(read)).replace(
        "  - {id: carl-dahl, name: Carl Dahl, type: person}\n", ""
    )
    told = found(head + said, of=extraction(read, off, speakers=(ANN,)), read=read)
    assert [one[-4:] for one in told] == codes


def test_every_code_is_tested() -> None:
    own = {name[5:9].upper() for name in globals() if name.startswith("test_a")}
    assert set(CODES) <= own | FILES.keys()


def test_an_acceptance_holds_only_for_its_fields() -> None:
    text = HEAD + SHIPS.replace("kind: direct", "kind: direct\n    form: reported\n    stance: urges")
    accepted = "accepted:\n  - {code: A202, id: ships, fields: [%s], reason: hard}\n"
    assert found(text + accepted % "form, stance") == []
    assert [one[-4:] for one in found(text + accepted % "form")] == ["A202"]


def test_all_findings_in_one_run() -> None:
    text = (
        HEAD + SHIPS.replace("kind: direct", "kind: verbatim") + MORE.replace("carl-dahl", "carla") + "x: 1\n"
    )
    assert sorted(one[-4:] for one in found(text)) == ["A005", "A007", "A009"]
