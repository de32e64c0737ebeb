"""The records of alignment and audit.

Spans are half-open ``(start, end)`` in Unicode code points of the text they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from duixian.documents.document import Document, Span
from duixian.reading.quantities.describe import Described
from duixian.reading.records import Language
from duixian.reading.sentences import Sentence


class Severity(StrEnum):
    """How sure it is that something is wrong."""

    ERROR = "error"  # cannot both be true, or arithmetic proves it
    WARNING = "warning"  # differs or is missing: a person should look
    INFO = "info"  # differs in form only: rounding, units, set phrases


@dataclass(frozen=True, slots=True)
class Side:
    """One language version: its sentences and the quantities of each."""

    document: Document
    language: Language
    normal: str  # normal form of the document's text, same length
    sentences: tuple[Sentence, ...]
    quantities: tuple[tuple[Described, ...], ...]  # one tuple for each sentence


@dataclass(frozen=True, slots=True)
class Bead:
    """A smallest group of sentences that translate each other; a side may be empty."""

    zh: tuple[int, ...]  # indexes into the sentences of the Chinese side
    en: tuple[int, ...]
    score: float  # 0 to 1: how sure
    is_moved: bool = False  # stands elsewhere in the other version


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides and the beads that tile both, in the order of the Chinese side."""

    zh: Side
    en: Side
    beads: tuple[Bead, ...]
    notes: tuple[str, ...] = ()  # "the two arguments were swapped", "little aligns", ...


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an audit noticed, with what each side says."""

    severity: Severity
    kind: str  # "scale", "value", "unit", "currency", "relation", "missing", "basis", ...
    message: str
    zh: Span | None
    en: Span | None
    zh_text: str  # the sentences around it, as printed; empty where there is none
    en_text: str
    other: Span | None = None  # the second place, where two places of one side are compared
    other_text: str = ""
    document: str = ""  # the name of the document, where several are audited together
    other_document: str = ""  # that of ``other``; empty where it is the same document
    message_zh: str = ""  # the message in Chinese
