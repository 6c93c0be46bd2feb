"""How many pronouns, titles and surnames used as sources resolve to the right person.

    python benchmarks/resolution.py --corpus train.jsonl [--part tune|held|last|unseen|all] [--errors]

The corpus is PolNeAR's train part in the shape of `benchmarks/README.md`, given by path;
`resolution/gold.jsonl` holds, without any of its text, the name of the person behind each source, resolved
by reading.

How the gold was made: documents drawn at random from the sorted ids (26 by `random.Random(20261122)`, 18 of
the others by `Random(20261123)`, 16 of the rest by `Random(20261124)`); in them every source that is by its
form alone a pronoun (he, she, him, her, his, who, they …), one large word with or without a courtesy title,
or a noun phrase of up to six words with *the*, *his*, *her* or *their*; each resolved by reading the whole
document, before the resolver's answers for it were looked at. `name` is null for what is no named person or
organisation; `person` tells persons from organisations. Of the 16, only the totals are looked at: `part` is
"held". Twenty more were drawn by `Random(20261125)`, thirty more ("last") by `Random(20261126)` and, when
the mistakes in those had been mended, forty more ("unseen") by `Random(20261127)`, each resolved by a reader
who never saw an answer of the program. Of "unseen" too only the totals are looked at. All others are "tune".

The rules get the corpus's own sources, so this measures resolution alone, not finding. Abstaining is
neither right nor wrong. A source that stands for no named person, but is given one, is an error; other
answers for it are not counted.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coalition_cli.components import state
from coalition_cli.pipeline import load_nlp
from coalition_cli.rules.candidate import Candidate
from coalition_cli.speakers.fold import words
from coalition_cli.speakers.heard import with_heard
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.resolve import resolve

GOLD = Path(__file__).parent / "resolution" / "gold.jsonl"
LATER = ["coalition_attributions", "coalition_countries", "coalition_figures"]
ROUNDS = 2000  # of the bootstrap, over documents


@dataclass(frozen=True)
class Outcome:
    """One source: its document and class, whether it counts for coverage, was answered, was right."""

    doc: str
    form: str
    counts: bool
    answered: bool
    right: bool


def main() -> None:
    """Resolve the gold's sources and print precision and coverage per class."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--part", choices=("tune", "held", "last", "unseen", "all"), default="all")
    parser.add_argument("--errors", action="store_true", help="list what was wrong or not answered")
    options = parser.parse_args()
    gold = [json.loads(line) for line in GOLD.read_text().splitlines()]
    gold = [item for item in gold if options.part in ("all", item["part"])]
    outcomes = run(gold, read(options.corpus, {item["doc"] for item in gold}), options.errors)
    for form in ("pronoun", "surname", "title", "all"):
        report(form, [one for one in outcomes if form in ("all", one.form)])


def read(path: Path, wanted: set[str]) -> dict[str, Any]:
    """The documents of the corpus that the gold speaks of, by id."""
    with path.open() as lines:
        rows = (json.loads(line) for line in lines)
        return {row["id"]: row for row in rows if row["id"] in wanted}


def run(gold: list[dict[str, Any]], rows: dict[str, Any], errors: bool) -> list[Outcome]:
    """Every gold source resolved and judged."""
    nlp = load_nlp()
    by_doc: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in gold:
        by_doc[item["doc"]].append(item)
    found = []
    docs = nlp.pipe((rows[name]["text"] for name in by_doc), disable=LATER)
    for doc, (name, items) in zip(docs, by_doc.items(), strict=True):
        view = state.view_of(doc)
        candidates = [candidate(one) for one in rows[name]["attributions"]]
        index = with_heard(view, Index(state.entities_of(doc)), candidates)
        sources = (one.source for one in candidates)
        resolved = dict(zip(sources, resolve(view, index, candidates), strict=True))
        for item in items:
            resolution = resolved[tuple(item["source"])]
            speakers = [index.entities[speaker] for speaker in resolution.speakers]
            outcome = judge(item, speakers)
            found.append(outcome)
            if errors and (outcome.answered or outcome.counts) and not outcome.right:
                start, end = item["source"]
                answer = [speaker.name for speaker in speakers] or "-"
                mention = doc.text[start:end]
                print(f"{name}:{start} {mention!r} is {item['name']}, got {answer}: {resolution.detail}")
    return found


def candidate(attribution: dict[str, Any]) -> Candidate:
    """A gold attribution as an engine would propose it."""
    source = attribution["source"]
    return Candidate(
        content=tuple((start, end) for start, end in attribution["content"]),
        cue=tuple(attribution["cue"][0]) if attribution["cue"] else None,
        source=(source[0][0], source[-1][1]) if source else None,
        form="reported" if attribution["kind"] == "indirect" else "quotation",
        origin="gold",
    )


def judge(item: dict[str, Any], speakers: list[Any]) -> Outcome:
    """Right where exactly the person of the gold was named, by full name or by what the text has of it."""
    if not item["person"]:
        wrong = any(speaker.type == "person" for speaker in speakers)
        return Outcome(item["doc"], item["class"], False, wrong, False)
    names = [words(name) for name in item["name"].split("|")]
    right = len(speakers) == 1 and any(is_name(words(speakers[0].name), name) for name in names)
    return Outcome(item["doc"], item["class"], True, bool(speakers), right)


def is_name(found: tuple[str, ...], gold: tuple[str, ...]) -> bool:
    """Whether a name is the gold's, middle names aside, or its surname alone."""
    if len(found) > 1 and len(gold) > 1:
        return found == gold or (found[0], found[-1]) == (gold[0], gold[-1])
    return found == gold[-1:]


def rates(outcomes: list[Outcome]) -> tuple[float, float]:
    """Precision of what was answered, and the part of the named persons that was answered."""
    answered = [one for one in outcomes if one.answered]
    counted = [one for one in outcomes if one.counts]
    precision = sum(one.right for one in answered) / len(answered) if answered else 1.0
    coverage = sum(one.answered for one in counted) / len(counted) if counted else 1.0
    return 100 * precision, 100 * coverage


def report(form: str, outcomes: list[Outcome]) -> None:
    """One line: figures with 95% intervals, bootstrapped over documents."""
    by_doc: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_doc[one.doc].append(one)
    documents = list(by_doc.values())
    draw = random.Random(1)
    rounds = [
        rates([one for document in draw.choices(documents, k=len(documents)) for one in document])
        for _ in range(ROUNDS)
    ]
    parts = []
    for place, name in enumerate(("precision", "coverage")):
        values = sorted(pair[place] for pair in rounds)
        low, high = values[int(0.025 * ROUNDS)], values[int(0.975 * ROUNDS)]
        parts.append(f"{name} {rates(outcomes)[place]:5.1f} [{low:5.1f}, {high:5.1f}]")
    counted = sum(one.counts for one in outcomes)
    print(f"{form:8} {counted:4} persons  {'  '.join(parts)}")


if __name__ == "__main__":
    main()
