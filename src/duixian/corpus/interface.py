"""The functions behind ``import duixian``: one report, or many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from duixian.corpus.many import Failure, Progress, read_each
from duixian.corpus.one import read_report
from duixian.documents.options import SourceOptions
from duixian.documents.sources import find_sources
from duixian.reading.records import Report
from duixian.tables.read_report import ReadReport


def read(
    source: str | os.PathLike[str], *, ocr: bool = False, allow_private: bool = False
) -> ReadReport:
    """Read one report: a PDF, DOCX, HTML, Markdown or text file, or an http(s) address.

    `ocr` reads scans with the extra ``ocr``; `allow_private` lets addresses inside the own
    network be fetched. Raises SourceError, which names the source, the cause and what to do.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return ReadReport(read_report(source, options=options))


def read_many(
    sources: Iterable[str | os.PathLike[str]],
    *,
    workers: int | None = None,
    ocr: bool = False,
    allow_private: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[ReadReport | Failure]:
    """Read many reports, folders among them, on all processors, in the order given.

    A source that cannot be read comes as a `Failure` in its place; folders that cannot be looked
    into come first. Only a few reports are in memory at a time. `progress` is called after each.
    """
    found = find_sources(list(sources))
    yield from (Failure(error.source, error) for error in found.failures)
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    outcomes = read_each(
        found.names, make=_same, workers=workers, options=options, progress=progress
    )
    for outcome in outcomes:
        yield outcome if isinstance(outcome, Failure) else ReadReport(outcome.value)


def _same(report: Report) -> Report:
    return report
