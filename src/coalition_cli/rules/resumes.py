"""Where the teller's own words begin again behind a quotation that a parser lets run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition_cli.rules.cues import cue_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from coalition_cli.documents.marks import Quotation
    from coalition_cli.rules.view import View

_TOLD = frozenset(("VBD", "VBZ", "VBP"))
_CLAUSES = frozenset(("ccomp", "xcomp"))


def resumes(view: View, quotation: Quotation, token: Token) -> bool:
    """Whether `token`, the first word behind a quotation, begins what the teller adds, or what is said next.

    «“…,” hinting at more»: a participle behind a comma; «“…” and promised that …»: a cue with its content.
    """
    if token.tag_ == "VBG":
        return (
            view.text[quotation.end - 1] == ","
            or view.text[quotation.outer_end : quotation.outer_end + 1] == ","
        )
    verb = token.nbor(1) if token.dep_ == "cc" and token.i + 1 < len(token.doc) else None
    if verb is None or verb.tag_ not in _TOLD or cue_of(verb) is None:
        return False
    return any(child.dep_ in _CLAUSES and child.i > verb.i for child in verb.children)
