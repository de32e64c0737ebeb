"""What the reading process of a PDF answers its caller."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.documents.content import Content


@dataclass(frozen=True, slots=True)
class PdfFailure:
    """Why a PDF cannot be read: the name of a class of `duixian.errors`, cause and advice."""

    kind: str
    cause: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class PdfAnswer:
    """The content, or why there is none."""

    content: Content | None = None
    failure: PdfFailure | None = None
