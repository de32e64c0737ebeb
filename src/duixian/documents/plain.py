"""Plain text: the decoded file is the text, code point for code point, but for page numbers.

Those of a text that was made from pages cut sentences and figures in two; they are left out, as
the readers of paged formats leave them, and a note says how many.
"""

from __future__ import annotations

from duixian.documents.content import Content
from duixian.documents.encodings import decode
from duixian.documents.page_numbers import without_page_numbers


def read_plain(data: bytes, *, name: str, charset: str | None = None) -> Content:
    """Read plain text; line ends are made one and page numbers left out, nothing else."""
    decoded = decode(data, name=name, declared=charset)
    text, numbers = without_page_numbers(decoded.text)
    left_out = (f"left out {numbers} page numbers",) if numbers else ()
    return Content(text, encoding=decoded.encoding, notes=(*decoded.notes, *left_out))
