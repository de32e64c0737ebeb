"""PDF files to text: paragraphs whole, running lines left out, tables and pages kept."""

from __future__ import annotations

from hashlib import sha256

from duixian.documents.document import Document
from duixian.documents.limits import Limits
from duixian.documents.pdf.process import extract_apart
from duixian.errors import EmptySourceError, SourceTooLargeError

__all__ = ["read_pdf"]


def read_pdf(data: bytes, *, name: str, limits: Limits, ocr: bool = False) -> Document:
    """Read a PDF, with `ocr` also pages that are pictures; raises only `DuixianError`.

    It is read in a process of its own, bounded in time and memory.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise EmptySourceError(name, "the file is empty")
    if len(data) > limits.max_bytes:
        cause = f"{len(data):,} bytes, over the limit of {limits.max_bytes:,}"
        raise SourceTooLargeError(name, cause)
    content = extract_apart(data, name=name, limits=limits, ocr=ocr)
    return Document(
        name=name,
        media_type="application/pdf",
        sha256=sha256(data).hexdigest(),
        size=len(data),
        text=content.text,
        pages=content.pages,
        tables=content.tables,
        furniture=content.furniture,
        notes=content.notes,
    )
