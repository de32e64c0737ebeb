"""Plain text: the decoded file is the text, code point for code point."""

from __future__ import annotations

from hashlib import sha256

from duixian.documents.document import Document
from duixian.documents.encodings import decode
from duixian.documents.limits import Limits
from duixian.errors import EmptySourceError, SourceTooLargeError


def read_plain(
    data: bytes,
    *,
    name: str,
    limits: Limits,
    charset: str | None = None,
    media_type: str = "text/plain",
) -> Document:
    """Read plain text; only line ends are made one, nothing else is altered."""
    decoded = decode(data, name=name, declared=charset)
    if not decoded.text.strip():
        raise EmptySourceError(name, "there is no text in it")
    if len(decoded.text) > limits.max_characters:
        raise SourceTooLargeError(
            name, f"{len(decoded.text):,} characters, over the limit of {limits.max_characters:,}"
        )
    return Document(
        name=name,
        media_type=media_type,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        text=decoded.text,
        encoding=decoded.encoding,
        notes=decoded.notes,
    )
