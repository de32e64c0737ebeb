"""One source to one report: the single place where a file becomes records."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duixian.reading.records import Report


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How to read a source: with character recognition, and from inside the own network."""

    ocr: bool = False
    allow_private: bool = False


DEFAULT_OPTIONS = SourceOptions()


def read_report(
    source: str | os.PathLike[str], *, options: SourceOptions = DEFAULT_OPTIONS
) -> Report:
    """Read a file, ``-`` or http(s) address to a report. Raises SourceError."""
    from duixian.documents.sources import load
    from duixian.reading.read import read_document

    document = load(source, ocr=options.ocr, allow_private=options.allow_private)
    return read_document(document)
