"""The functions behind ``import duixian``: one report, or many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from duixian.corpus.many import Failure, Progress, read_each
from duixian.corpus.one import read_report
from duixian.documents.options import SourceOptions
from duixian.documents.sources import find_sources
from duixian.errors import EmptySourceError, UsageError
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
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    workers: int | None = None,
    ocr: bool = False,
    allow_private: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[ReadReport | Failure]:
    """Read many reports, folders among them, on all processors, in the order given.

    A source that cannot be read comes as a `Failure` in its place; folders that cannot be looked
    into, or hold nothing to read, come first. Only a few reports are in memory at a time.
    `progress` is called after each. Raises UsageError where `workers` is below 1.
    """
    if workers is not None and workers < 1:
        raise UsageError(f"workers={workers}: at least one is needed")
    given = [sources] if isinstance(sources, str | os.PathLike) else sources
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return _outcomes([os.fspath(one) for one in given], workers, options, progress)


def _outcomes(
    sources: Sequence[str],
    workers: int | None,
    options: SourceOptions,
    progress: Callable[[Progress], None] | None,
) -> Iterator[ReadReport | Failure]:
    found = find_sources(sources)
    yield from (Failure(error.source, error) for error in found.failures)
    if sources and not found.names and not found.failures:
        yield _nothing_in(sources)
    outcomes = read_each(
        found.names, make=_same, workers=workers, options=options, progress=progress
    )
    for outcome in outcomes:
        yield outcome if isinstance(outcome, Failure) else ReadReport(outcome.value)


def _nothing_in(sources: Sequence[str]) -> Failure:
    names = ", ".join(sources)
    return Failure(names, EmptySourceError(names, "no file in it that Duixian reads"))


def _same(report: Report) -> Report:
    return report
