"""Many sources to reports: on all processors, in order, whatever happens to any one of them.

A source that cannot be read becomes a `Failure` in its place; the others are read. Only a few
reports are in memory at a time.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from duixian.corpus.one import read_report
from duixian.corpus.processes import ProcessDied, processor_count, run_in_order
from duixian.documents.options import DEFAULT_OPTIONS, SourceOptions
from duixian.documents.sources import STANDARD_INPUT
from duixian.errors import DuixianError, SourceError

if TYPE_CHECKING:
    from duixian.reading.records import Report

Made = TypeVar("Made")

# Starting processes costs as much time as reading this much.
_SOURCES_WORTH_A_PROCESS = 3
_BYTES_WORTH_A_PROCESS = 2_000_000


@dataclass(frozen=True, slots=True)
class Success(Generic[Made]):
    """A source that was read, and what was made of its report."""

    source: str
    value: Made


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why. ``trace`` is set where Duixian is at fault."""

    source: str
    error: DuixianError
    trace: str | None = None

    def __str__(self) -> str:
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of many sources has come."""

    done: int
    total: int
    source: str  # the one just finished


def read_each(
    sources: Sequence[str],
    *,
    make: Callable[[Report], Made],
    workers: int | None = None,
    options: SourceOptions = DEFAULT_OPTIONS,
    progress: Callable[[Progress], None] | None = None,
) -> Generator[Success[Made] | Failure, None, None]:
    """Read sources in order and give what `make` makes of each report, or its failure.

    `make` runs in the reading process and must be importable by name. A process that dies is
    reported as the failure of the file it was reading.
    """
    count = _process_count(sources, workers)
    read = partial(_read_one, make=make, options=options)
    here = (read(source) for source in sources)
    results = _in_processes(read, sources, count) if count else here
    with closing(results):
        for done, (source, result) in enumerate(zip(sources, results, strict=True), start=1):
            if progress:
                progress(Progress(done=done, total=len(sources), source=source))
            yield result


def _process_count(sources: Sequence[str], asked: int | None) -> int:
    """Choose how many processes to start; 0 reads here, which is quickest for a few files."""
    count = min(asked or processor_count(), len(sources))
    is_little = len(sources) < _SOURCES_WORTH_A_PROCESS and not _are_large(sources)
    return 0 if asked == 1 or (asked is None and is_little) else count


def _are_large(sources: Sequence[str]) -> bool:
    return len(sources) > 1 and sum(map(_size, sources)) > _BYTES_WORTH_A_PROCESS


def _size(source: str) -> int:
    try:
        return Path(source).stat().st_size
    except (OSError, ValueError):  # an address, or a file that `load` will report
        return 0


def _in_processes(
    read: Callable[[str], Success[Made] | Failure], sources: Sequence[str], workers: int
) -> Generator[Success[Made] | Failure, None, None]:
    """Read in processes of their own; standard input only this process can read."""
    held = {source: read(source) for source in sources if source == STANDARD_INPUT}
    others = [source for source in sources if source not in held]
    with closing(run_in_order(read, others, workers=workers)) as results:
        for source in sources:
            yield held[source] if source in held else _alive(*next(results))


def _alive(source: str, result: Success[Made] | Failure | ProcessDied) -> Success[Made] | Failure:
    if not isinstance(result, ProcessDied):
        return result
    cause = f"the process that read it ended unexpectedly ({result})"
    return Failure(source, SourceError(source, cause, "it may need more memory than there is"))


def _read_one(
    source: str, *, make: Callable[[Report], Made], options: SourceOptions
) -> Success[Made] | Failure:
    """Read one source. The outermost loop of all reading: here any error ends."""
    try:
        return Success(source, make(read_report(source, options=options)))
    except SourceError as error:
        return Failure(source, error)
    except DuixianError as error:
        return Failure(source, SourceError(source, str(error)))
    except MemoryError:
        return Failure(source, SourceError(source, "reading it needs more memory than there is"))
    except Exception as error:  # noqa: BLE001  # one file must never stop the others
        cause = f"internal error: {type(error).__name__}: {error}".replace("\n", " ")[:300]
        report = "please report it, with the file if you may share it"
        return Failure(source, SourceError(source, cause, report), traceback.format_exc())
