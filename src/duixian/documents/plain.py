"""Plain text: the decoded file is the text, code point for code point."""

from __future__ import annotations

from duixian.documents.content import Content
from duixian.documents.encodings import decode
from duixian.documents.limits import Limits
from duixian.documents.page_numbers import page_numbers
from duixian.documents.tabbed_lines import tabbed_tables


def read_plain(data: bytes, *, name: str, limits: Limits, charset: str | None = None) -> Content:
    """Read plain text; only line ends are made one, nothing else is altered."""
    decoded = decode(data, name=name, declared=charset)
    return Content(
        decoded.text,
        encoding=decoded.encoding,
        tables=tabbed_tables(decoded.text, most_cells=limits.max_table_cells),
        furniture=page_numbers(decoded.text),
        notes=decoded.notes,
    )
