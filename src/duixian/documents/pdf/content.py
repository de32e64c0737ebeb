"""What a reading of a PDF yields, as it passes from the reading process to the caller."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.documents.document import Page, Span, Table


@dataclass(frozen=True, slots=True)
class PdfContent:
    """The text of a PDF and what was noticed on the way."""

    text: str
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfFailure:
    """Why a PDF cannot be read: the name of a class of `duixian.errors`, cause and advice."""

    kind: str
    cause: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class PdfAnswer:
    """The content, or why there is none."""

    content: PdfContent | None = None
    failure: PdfFailure | None = None
