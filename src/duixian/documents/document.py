"""What a file becomes before anyone understands it: text with offsets, pages and tables.

All spans are half-open ``(start, end)`` in Unicode code points of ``Document.text``.
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged document and the part of the text that stands on it."""

    number: int  # counted from 1, as a reader counts
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``text[start:end]`` is what it holds."""

    row: int  # counted from 0
    column: int  # counted from 0
    start: int
    end: int
    is_header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows stand in the text, one line a row, cells parted by tabs."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it came: its identity, its text, and what the reader noticed.

    The text is never altered once made; normal forms stand beside it.
    """

    name: str  # as the person gave it: a path, an address, or "-"
    media_type: str  # "text/plain", "text/html", "application/pdf", ...
    sha256: str  # of the bytes, hexadecimal
    size: int  # bytes
    text: str
    encoding: str | None = None  # of text formats: "utf-8", "gb18030", ...
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Span, ...] = ()  # menus, headers, share lines: yields no statements
    notes: tuple[str, ...] = ()  # what a person should know: "decoded as GB18030", ...
    title: str | None = None  # as the file's own properties state it, outside the text
    address: str | None = None  # of web pages: where it was found in the end, after redirects
    fetched: str | None = None  # of web pages: when, in UTC, as ISO 8601 to the second
