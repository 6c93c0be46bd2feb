"""Candidates from the engine, speakers from the resolver, written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokens import Span, SpanGroup

from coalition_cli.components import state
from coalition_cli.components.ahead import Ahead
from coalition_cli.engines import load_engine
from coalition_cli.rules.stance import stance_of
from coalition_cli.speakers.heard import with_heard
from coalition_cli.speakers.index import Index
from coalition_cli.speakers.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from coalition_cli.rules.candidate import Candidate
    from coalition_cli.rules.view import View
    from coalition_cli.speakers.steps.resolution import Resolution

WAITING = 8
"""Parsed documents that wait for the engine at most (4, 8 and 16 are as fast, 20 texts of PolNeAR dev)."""

GROUP = "attributions"
"""The key in `doc.spans` under which content, cue and source spans of one attribution share a `span_id`."""


class Attributions:
    """Writes `doc._.attributions` and `doc.spans["attributions"]`."""

    def __init__(self, engine: str) -> None:
        self.engine = load_engine(engine)
        self.ahead: Ahead | None = None
        state.register()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate and return the Doc."""
        return self._write(doc, self.engine.read(doc.text))

    def announce(self, doc: Doc) -> None:
        """Have the engine read a text that `pipe` will be given when it is parsed; no more than a hint."""
        if self.ahead is not None:
            self.ahead.announce(doc)

    def pipe(self, stream: Iterable[Doc], batch_size: int = WAITING) -> Iterator[Doc]:
        """Annotate many; the engine reads while the parser works on others. `batch_size` changes nothing."""
        self.ahead = ahead = Ahead(self.engine.read)
        try:
            for doc in stream:
                ahead.arrive(doc)
                if len(ahead) > WAITING:
                    yield self._write(*ahead.take())
            while ahead:
                yield self._write(*ahead.take())
        finally:
            self.ahead = None  # where two streams are interleaved, the other's texts are read as they arrive
            ahead.close()

    def _write(self, doc: Doc, read: Sequence[Candidate]) -> Doc:
        view = state.view_of(doc)
        candidates = sorted(self.engine.find(view, read), key=lambda candidate: candidate.content)
        known = Index(state.entities_of(doc))
        index = with_heard(view, known, candidates)
        if index is not known:
            state.put(doc, "speakers", tuple(index.entities.values()))
        resolutions = resolve(view, index, candidates)
        doc._.attributions = [
            _item(view, candidate, resolution)
            for candidate, resolution in zip(candidates, resolutions, strict=True)
        ]
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=_spans(doc, candidates))
        return doc


def _item(view: View, candidate: Candidate, resolution: Resolution) -> dict[str, Any]:
    """One attribution as plain values; `speakers` are ids of `doc._.speakers`."""
    return {
        "content": [list(span) for span in candidate.content],
        "cue": None if candidate.cue is None else list(candidate.cue),
        "source": None if candidate.source is None else list(candidate.source),
        "form": candidate.form,
        "stance": stance_of(view, candidate),
        "speakers": list(resolution.speakers),
        "origin": candidate.origin,
        "score": candidate.score,
        "evidence": [
            *(list(step) for step in candidate.evidence),
            ["speaker", f"{resolution.step}: {resolution.detail}"],
        ],
    }


def _spans(doc: Doc, candidates: list[Candidate]) -> list[Span]:
    """Content, cue and source as token spans; where a token is cut by an offset, the whole token."""
    found = []
    for number, candidate in enumerate(candidates, start=1):
        parts = [("content", span) for span in candidate.content]
        parts += [("cue", candidate.cue)] if candidate.cue else []
        parts += [("source", candidate.source)] if candidate.source else []
        for label, (start, end) in parts:
            span = doc.char_span(start, end, label=label, span_id=str(number), alignment_mode="expand")
            if span is not None:
                found.append(span)
    return found
