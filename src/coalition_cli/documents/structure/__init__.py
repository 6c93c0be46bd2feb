"""Structure before grammar: a text cut into blocks before anything is parsed."""

from __future__ import annotations

from coalition_cli.documents.document import Block
from coalition_cli.documents.structure.front import mark_front, mark_rest, split_datelines, split_stamp
from coalition_cli.documents.structure.furniture import mark_furniture
from coalition_cli.documents.structure.matter import cut_matter
from coalition_cli.documents.structure.pages import mark_pages
from coalition_cli.documents.structure.posts import cut_posts
from coalition_cli.documents.structure.turns import mark_turns
from coalition_cli.documents.structure.units import Unit, split_units
from coalition_cli.documents.structure.wrap import join_wrapped, unwrap

__all__ = ["read_blocks", "unwrapped"]


def read_blocks(text: str) -> list[Block]:
    """Cut a text into blocks.

    Takes any text, gives its blocks in order: they do not overlap, begin and end with no white space, and
    together hold every character that is no white space, but for the labels and the times of turns and the
    marks that make a turn bold with its label. Raises nothing. The steps go from the surest evidence to the
    weakest, and each decides only what is still undecided: front matter, the edges of pages, links and
    signatures of posts, the furniture and contact words of `lexicons/en/structure.yaml`, turns, the front,
    subheads; what is left is a paragraph.
    """
    units = split_stamp(text, join_wrapped(text, _lines(text)))
    units = cut_posts(text, units)
    mark_furniture(units)
    mark_turns(text, units)
    units = split_datelines(text, units)
    mark_front(units)
    mark_rest(units)
    return [
        Block(unit.start, unit.end, unit.kind or "paragraph", unit.source)
        for unit in units
        if unit.start < unit.end
    ]


def unwrapped(text: str) -> str:
    """A text as a parser wants it: as many characters, no line broken inside a paragraph.

    Takes any text, and gives back what is not hard-wrapped as it is. Raises nothing.
    """
    return unwrap(text, _lines(text))


def _lines(text: str) -> list[Unit]:
    """The lines of a text, what stands around the text in a file or on paper already decided."""
    units = cut_matter(text, split_units(text))
    mark_pages(units)
    return units
