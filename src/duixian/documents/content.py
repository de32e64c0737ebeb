"""What a reader makes of the bytes of a file; with the file's identity it becomes a `Document`."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.documents.document import Page, Span, Table


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file and what was noticed on the way; `Document` explains each field."""

    text: str
    encoding: str | None = None
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    title: str | None = None
