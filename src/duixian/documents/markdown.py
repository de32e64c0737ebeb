"""Markdown: read as the text it is, so that offsets hold in the file.

Headings and bullets keep their marks; whoever reads structure knows them.
"""

from __future__ import annotations

from duixian.documents.document import Document
from duixian.documents.limits import Limits
from duixian.documents.plain import read_plain


def read_markdown(
    data: bytes, *, name: str, limits: Limits, charset: str | None = None
) -> Document:
    """Read Markdown, marks and all."""
    return read_plain(data, name=name, limits=limits, charset=charset, media_type="text/markdown")
