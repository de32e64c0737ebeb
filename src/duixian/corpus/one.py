"""One source to one report: the single place where a file becomes records."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from duixian.documents.options import DEFAULT_OPTIONS, SourceOptions

if TYPE_CHECKING:
    from duixian.reading.records import Report


def read_report(
    source: str | os.PathLike[str], *, options: SourceOptions = DEFAULT_OPTIONS
) -> Report:
    """Read a file, ``-`` or http(s) address to a report. Raises SourceError."""
    from duixian.documents.sources import load
    from duixian.reading.read import read_document

    return read_document(load(source, options=options))
