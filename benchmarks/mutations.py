"""Random accidents to the annotation file and the seed texts: none may change or drop a record in silence.

    python benchmarks/mutations.py [--count 100] [--seed 1]

Each accident is harmless (the merged records are the same), reported (`coalition check --strict` finds
something that it did not find before) or silent, which is a fault: the script prints each such case and exits
with 1. Findings that stand already are accepted in memory first, as a user would.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coalition_cli.annotations.check import check
from coalition_cli.annotations.findings import Finding
from coalition_cli.annotations.fix import accepting
from coalition_cli.annotations.load import parse_annotations
from coalition_cli.annotations.merge import merge_resolved
from coalition_cli.annotations.resolved import resolve_document
from coalition_cli.documents.document import Document
from coalition_cli.extraction import extract
from coalition_cli.pipeline import load_nlp
from coalition_cli.records import Extraction
from coalition_cli.speakers.corpus import unify

ROOT = Path(__file__).parent.parent
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 '\":,-[]{}#\t\n“é"


@dataclass(frozen=True)
class World:
    """An annotation file, the texts, and what the extractor finds in them."""

    file: str
    texts: dict[str, str]
    found: dict[str, Extraction]

    def findings(self) -> set[tuple[str, str | None, str]]:
        """What `coalition check --strict` says, without the places."""
        return {(one.code, one.subject, one.message) for one in self.report()}

    def report(self) -> tuple[Finding, ...]:
        """What `coalition check --strict` says."""
        annotations, findings = parse_annotations(self.file.encode(), "annotations.yaml")
        if annotations is None:
            return tuple(findings)
        documents = [Document(name, text, name) for name, text in self.texts.items()]
        return check(annotations, documents, self.found, strict=True).findings

    def records(self) -> list[Any]:
        """Every merged record, without the name of the entry that it comes from."""
        annotations, _ = parse_annotations(self.file.encode(), "annotations.yaml")
        if annotations is None:
            return []
        merged = []
        for name, text in self.texts.items():
            resolved = resolve_document(annotations, name, text)
            merged.append(_nameless(merge_resolved(self.found[name], text, annotations, resolved)))
        return merged


def _nameless(one: Extraction) -> Extraction:
    return replace(
        one,
        attributions=tuple(replace(record, origin="", evidence=()) for record in one.attributions),
        figures=tuple(replace(record, origin="") for record in one.figures),
        countries=tuple(
            replace(record, mentions=tuple(replace(mention, origin="") for mention in record.mentions))
            for record in one.countries
        ),
    )


def delete(text: str, chance: random.Random) -> str:
    """One character less."""
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def insert(text: str, chance: random.Random) -> str:
    """One character more."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(LETTERS) + text[at:]


def change(text: str, chance: random.Random) -> str:
    """Another character."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(LETTERS) + text[at + 1 :]


def swap(text: str, chance: random.Random) -> str:
    """Two neighbours the wrong way round."""
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def cut(text: str, chance: random.Random) -> str:
    """The end is lost."""
    return text[: chance.randrange(len(text))]


def _by_line(edit: Callable[[list[str], int, random.Random], None]) -> Callable[[str, random.Random], str]:
    def mutate(text: str, chance: random.Random) -> str:
        lines = text.splitlines(keepends=True)
        edit(lines, chance.randrange(len(lines) - 1), chance)
        return "".join(lines)

    mutate.__name__ = edit.__name__.strip("_")
    return mutate


def _drop_line(lines: list[str], at: int, _: random.Random) -> None:
    del lines[at]


def _double_line(lines: list[str], at: int, _: random.Random) -> None:
    lines.insert(at, lines[at])


def _swap_lines(lines: list[str], at: int, _: random.Random) -> None:
    lines[at], lines[at + 1] = lines[at + 1], lines[at]


def _indent_line(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = chance.choice([" " + lines[at], "  " + lines[at], lines[at].removeprefix("  ")])


def _drop_some_lines(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.randrange(2, 15)]


def _move_line(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(at))


MUTATIONS = (
    delete, insert, change, swap, cut, _by_line(_drop_line), _by_line(_double_line), _by_line(_swap_lines),
    _by_line(_indent_line), _by_line(_drop_some_lines), _by_line(_move_line),
)  # fmt: skip


def main() -> int:
    """Run the accidents and print their tally."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    nlp = load_nlp()
    texts = {path.stem: path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))}

    def read(texts: dict[str, str]) -> dict[str, Extraction]:
        documents = [Document(name, text, name) for name, text in texts.items()]
        return {one.id: one for one in unify(tuple(extract(nlp, documents)))}

    file = (ROOT / "data" / "annotations.yaml").read_text(encoding="utf-8")
    world = World(file, texts, read(texts))
    world = replace(world, file=accepting(file, world.report(), "stood before the accident"))
    before, records = world.findings(), world.records()
    chance = random.Random(options.seed)
    tally: Counter[str] = Counter()
    for _ in range(options.count):
        mutate = chance.choice(MUTATIONS)
        if chance.random() < 0.8:
            where, hurt = "file", replace(world, file=mutate(world.file, chance))
        else:
            where = chance.choice(sorted(texts))
            torn = texts | {where: mutate(texts[where], chance)}
            hurt = replace(world, texts=torn, found=read(torn))
        outcome = "reported" if hurt.findings() - before else "harmless"
        if outcome == "harmless" and hurt.records() != records:
            outcome = "silent"
            print(f"silent: {mutate.__name__} in {where}\n{_difference(world, hurt)}")
        tally[f"{outcome:9} {'file' if where == 'file' else 'text'}"] += 1
    print(f"{options.count} accidents, seed {options.seed}")
    for name, count in sorted(tally.items()):
        print(f"  {name}  {count}")
    return 1 if any(name.startswith("silent") for name in tally) else 0


def _difference(old: World, new: World) -> str:
    import difflib

    pairs = [(old.file, new.file)] + [(old.texts[name], new.texts[name]) for name in old.texts]
    lines = [
        line
        for before, after in pairs
        for line in difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    ]
    return "\n".join(f"    {line}" for line in lines[2:8])


if __name__ == "__main__":
    sys.exit(main())
