"""Two language versions of a report, or several documents, for ``import duixian``."""

from __future__ import annotations

import os

from duixian.bilingual.align import align_documents
from duixian.bilingual.audit.documents import Outcome, audit_documents
from duixian.bilingual.records import Alignment
from duixian.documents.document import Document
from duixian.documents.options import SourceOptions
from duixian.documents.sources import load

Source = str | os.PathLike[str]


def align(
    first: Source, second: Source | None = None, *, ocr: bool = False, allow_private: bool = False
) -> Alignment:
    """Align the Chinese and the English version of a report, or one document with both.

    Raises SourceError for what cannot be read, UsageError for one language twice.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return align_documents(_load(first, options), _load(second, options) if second else None)


def audit(*sources: Source, ocr: bool = False, allow_private: bool = False) -> Outcome:
    """Find figures that cannot be right: in two versions, one report, or several documents.

    ``findings`` of the outcome come with the worst first. Raises SourceError and UsageError.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return audit_documents([_load(source, options) for source in sources])


def _load(source: Source, options: SourceOptions) -> Document:
    return load(os.fspath(source), options=options)
