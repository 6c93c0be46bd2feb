"""Gold as brat standoff: a folder of NAME.txt beside NAME.ann.

Text-bound annotations (`T`) of the types Content, Cue and Source (any letter case), each with one or more
fragments, tied to their content by relations (`R`) or events (`E`) that name a content and a cue or a source;
this is how the PARC and PolNeAR teams write attributions. Kinds are worked out from the quotation marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from coalition_cli.documents.terms import speech
from coalition_cli.errors import InputError
from coalition_cli.evaluation.gold import GoldAttribution, GoldDocument, Spans, utf8
from coalition_cli.records import Span, kind_of, quoted_parts


def read_brat(folder: Path) -> Iterator[GoldDocument]:
    """The gold documents of a folder, each by its path in it; a text without an .ann file is none.

    Raises `InputError`, with file and line, for an .ann line that cannot be read.
    """
    for path in sorted(folder.rglob("*.ann")):
        text_path = path.with_suffix(".txt")
        if not text_path.exists():
            raise InputError(
                f"{text_path.name} is missing", where=str(path), remedy="brat keeps both side by side"
            )
        text = utf8(text_path.read_bytes(), str(text_path))
        name = path.relative_to(folder).with_suffix("").as_posix()
        yield GoldDocument(name, text, tuple(_attributions(path, text)))


def _attributions(path: Path, text: str) -> Iterator[GoldAttribution]:
    bound: dict[str, tuple[str, Spans]] = {}
    links: list[list[str]] = []
    for number, line in enumerate(utf8(path.read_bytes(), str(path)).splitlines(), start=1):
        try:
            if line.startswith("T"):
                name, kind, spans = _text_bound(line)
                bound[name] = (kind, spans)
            elif line[:1] in ("R", "E"):
                links.append([part.rpartition(":")[2] for part in line.split("\t")[1].split()])
        except (ValueError, IndexError) as error:
            raise InputError(
                "not a brat annotation", where=str(path), line=number, remedy="see brat's standoff format"
            ) from error
    quotations = speech(text)
    tied = _tied(bound, links)
    for name, (kind, spans) in bound.items():
        if kind == "content":
            content = tuple(Span.of(text, *span) for span in spans)
            yield GoldAttribution(
                spans,
                tied[name]["cue"],
                tied[name]["source"],
                kind_of(content, quoted_parts(text, content, quotations)),
            )


def _text_bound(line: str) -> tuple[str, str, Spans]:
    name, middle, _ = line.split("\t", 2)
    kind, offsets = middle.split(" ", 1)
    spans = [fragment.split() for fragment in offsets.split(";")]
    return name, kind.lower(), tuple((int(start), int(end)) for start, end in spans)


def _tied(bound: dict[str, tuple[str, Spans]], links: list[list[str]]) -> dict[str, dict[str, Spans]]:
    """Content name to its cue and source, over relations that share a member (content–cue–source chains)."""
    found: dict[str, dict[str, Spans]] = defaultdict(lambda: {"cue": (), "source": ()})
    groups: list[set[str]] = []
    for link in links:
        members = {name for name in link if name in bound}
        touching = [group for group in groups if group & members]
        groups = [group for group in groups if not group & members] + [members.union(*touching)]
    for group in groups:
        for content in (name for name in group if bound[name][0] == "content"):
            for name in group:
                if bound[name][0] in ("cue", "source"):
                    found[content][bound[name][0]] += bound[name][1]
    return found
