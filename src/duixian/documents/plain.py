"""Plain text: the decoded file is the text, code point for code point."""

from __future__ import annotations

from duixian.documents.content import Content
from duixian.documents.encodings import decode
from duixian.documents.page_numbers import page_numbers


def read_plain(data: bytes, *, name: str, charset: str | None = None) -> Content:
    """Read plain text; only line ends are made one, nothing else is altered."""
    decoded = decode(data, name=name, declared=charset)
    furniture = page_numbers(decoded.text)
    return Content(
        decoded.text, encoding=decoded.encoding, furniture=furniture, notes=decoded.notes
    )
