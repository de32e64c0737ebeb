"""Plain text: the decoded file is the text, code point for code point.

Markdown is read as the text it is, marks and all, so that offsets hold in the file; whoever
reads structure knows its headings and bullets.
"""

from __future__ import annotations

from duixian.documents.content import Content
from duixian.documents.encodings import decode


def read_plain(data: bytes, *, name: str, charset: str | None = None) -> Content:
    """Read plain text or Markdown; only line ends are made one, nothing else is altered."""
    decoded = decode(data, name=name, declared=charset)
    return Content(decoded.text, encoding=decoded.encoding, notes=decoded.notes)
