"""The codes of `coalition check`: stable, one family each, every one explained.

A0xx file and schema, A1xx anchors, A2xx agreement with the extractor, A3xx consistency.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    `severity`: an error makes the annotation or the file unusable, a warning needs a person's decision. Both
    fail the check.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    remedy: str


_ALL = (
    Code("A001", "error", "file cannot be read",
         "The file is not UTF-8, or far larger than any annotation file.",
         "Save it as UTF-8; split what is too large by corpus."),
    Code("A002", "error", "not YAML",
         "The file breaks YAML's syntax: a tab as indentation, a quotation mark never closed, a "
         "control character. Reading stops there, so that only the first such place is known.",
         "Mend the place named; an editor with YAML support shows it as you type."),
    Code("A003", "error", "YAML feature that is not used here",
         "Aliases, anchors, tags, a second document, keys that are no plain words and very deep or "
         "very many nodes are refused: they can build objects, grow without bound, or hide what an "
         "entry says.",
         "Write the plain value out in each place."),
    Code("A004", "error", "key written twice",
         "A mapping holds the same key twice; YAML readers keep one of them, and which one differs.",
         "Keep the line that is meant."),
    Code("A005", "error", "unknown key",
         "The schema has no such key here; it is most often a slip of the pen.",
         "See `coalition schema annotations` for the keys, or write it in `note`."),
    Code("A006", "error", "missing key",
         "A key that the schema, or the verdict, needs does not stand there. The place is the entry's.",
         "Add the key."),
    Code("A007", "error", "wrong type or value",
         "The value is of another type than the schema's, or not among the values it allows.",
         "See `coalition schema annotations` for what may stand there."),
    Code("A008", "error", "duplicate id",
         "Two entries have the same id, so that no other part of the file can name either. Quotes, "
         "figures and countries share one name space.",
         "Rename or remove one of them."),
    Code("A009", "error", "unknown speaker",
         "An entry names a speaker that does not stand under `speakers`.",
         "Add the speaker, or mend the id."),
    Code("A010", "error", "unknown document",
         "An entry is about a document that does not stand under `documents`.",
         "Add the document with the hash of its text, or mend the id."),
    Code("A011", "error", "unknown entry",
         "`same` names an entry that does not stand under `quotes`.",
         "Mend or remove the id."),
    Code("A012", "error", "contradictory fields",
         "Fields exclude each other: a value beside a range, a range whose low is the higher, a group "
         "of one, a rejected entry in a group.",
         "Keep what is meant."),
    Code("A013", "error", "newer version",
         "The file was written for a later version of this program, which may mean other things by the "
         "same words.",
         "Upgrade; docs/check.md says how versions follow each other."),
    Code("A014", "error", "acceptance of what cannot be accepted",
         "`accepted` names a code that does not exist, or one of the family A0xx: a broken file is not "
         "used.",
         "Mend the code or remove the acceptance."),
    Code("A101", "error", "anchor fits nowhere",
         "The text of an anchor, with its prefix and suffix, does not occur in the document. The "
         "annotation is used nowhere; the nearest candidates are shown, none is taken.",
         "Mend the anchor by the text; `coalition check --fix` proposes it where only white space or "
         "marks differ."),
    Code("A102", "error", "anchor fits more than once",
         "The anchor occurs in several places, and nothing says which is meant. The annotation is used "
         "nowhere.",
         "Add `prefix` (what stands directly before) or `suffix` (directly after)."),
    Code("A103", "warning", "text changed since checked",
         "The document's text is not the one whose hash stands under `documents`. Every anchor in it "
         "is still verified, and used where it fits exactly once, but nobody has looked at this text.",
         "Read the changes, then put the hash that the finding names in."),
    Code("A104", "warning", "annotations overlap",
         "Two entries are about the same stretch, or one entry's content overlaps itself. The one "
         "whose id comes first is used.",
         "Remove one, or change the extent."),
    Code("A105", "warning", "no such text",
         "A document under `documents` is not among the texts that were read, so that its annotations "
         "were not checked.",
         "Give the path of the text, mend the id, or name the documents to check with --doc."),
    Code("A201", "warning", "extractor finds it by itself now",
         "A disagreement was accepted, and there is none any more: the extractor has improved (or the "
         "entry changed).",
         "Remove the acceptance."),
    Code("A202", "warning", "extractor contradicts",
         "The extractor finds a record there, but with another speaker, kind, extent, value or code. "
         "Readers get the person's; the finding says where the extractor stands.",
         "Look again. Where the person is right, accept the finding with a reason; it comes back when "
         "that changes."),
    Code("A203", "warning", "extractor does not find it",
         "No record of the extractor overlaps the entry, or only one too unsure to be printed (under "
         "--min-confidence); the finding says which. Readers get the person's.",
         "Look again. Where the person is right, accept the finding with a reason; it comes back when "
         "that changes."),
    Code("A204", "warning", "extractor finds what is rejected",
         "The extractor still makes a record of what a person rejected. Readers do not get it.",
         "Look again. Where the person is right, accept the finding with a reason; it comes back when "
         "that changes."),
    Code("A205", "warning", "unreviewed record",
         "With --strict: the extractor found a record that no entry is about. The place is the record's, in "
         "the text; the first line of a JSON-lines file, with the document's id.",
         "Decide it with `coalition review`."),
    Code("A206", "warning", "undecided proposal",
         "With --strict: an entry has the verdict `unreviewed`; it changes nothing until a person "
         "decides.",
         "Decide it with `coalition review`, or set the verdict and `checked`."),
    Code("A301", "warning", "one utterance, two speakers",
         "Entries of one `same` group, or entries with the very same words, have different speakers.",
         "One of them is wrong, or the texts contradict each other: say so in the note and accept the "
         "finding."),
    Code("A302", "warning", "two names, one person",
         "Two speakers share a name, an alias or a misspelling, or their names differ by a letter or "
         "two.",
         "Make them one, or take the shared alias away."),
    Code("A303", "warning", "not in the texts",
         "A name, alias, misspelling or role of a speaker, or what a figure counts, has a word that no "
         "text has.",
         "It is most often a slip of the pen; accept it where the word is yours."),
    Code("A304", "warning", "value does not fit its span",
         "The digits in the figure's span say another number than the entry.",
         "Mend the value."),
    Code("A305", "warning", "kind does not fit the marks",
         "The entry's kind is not what the quotation marks around its content say: direct is all "
         "inside marks, mixed partly, indirect not at all (turns and posts are direct without marks; a name "
         "or term in marks is nobody's speech).",
         "Mend the kind or the extent."),
    Code("A306", "warning", "acceptance without a finding",
         "`accepted` names a finding that does not occur.",
         "Remove the acceptance."),
)  # fmt: skip

CODES: dict[str, Code] = {one.code: one for one in _ALL}
