"""Many files into the ledger at once, for the command line: queued, then read by workers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Q

from duixian.documents.sources import is_address
from duixian.errors import SourceError, SourceTooLargeError, SourceUnreadableError
from duixian.web.environment import read_environment
from duixian.web.intake.bringing import take_address, take_file
from duixian.web.intake.models import Intake
from duixian.web.ledger.models import Government

_POLL_SECONDS = 0.2
_ENDED = (Intake.State.DONE, Intake.State.FAILED)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import."""

    done: tuple[Intake, ...]
    failures: tuple[str, ...]  # one clear line each


def import_sources(
    sources: Sequence[str],
    *,
    workers: int,
    government: Government | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Queue files and addresses, read them with so many workers, and tell how it went."""
    batch = uuid.uuid4()
    failures = list(_take_all(sources, batch=batch, government=government))
    _run(batch, workers=workers, progress=progress)
    intakes = Intake.objects.filter(batch=batch).select_related("report__government")
    done = tuple(each for each in intakes if each.state == Intake.State.DONE)
    failures += [each.error or f"{each.name}: not read" for each in intakes if each not in done]
    return Imported(done, tuple(failures))


def _take_all(
    sources: Iterable[str], *, batch: uuid.UUID, government: Government | None
) -> Iterable[str]:
    for source in sources:
        try:
            if is_address(source):
                take_address(source, batch=batch, government=government)
            else:
                take_file(source, _bytes_of(source), batch=batch, government=government)
        except SourceError as error:
            yield str(error)
        except OSError as error:
            yield f"{source}: cannot be kept in the ledger: {error.strerror or error}"


def _bytes_of(source: str) -> bytes:
    path, most = Path(source), read_environment().max_upload
    try:
        if path.stat().st_size > most:
            raise SourceTooLargeError(source, f"more than {most // 1024**2} MiB")
        return path.read_bytes()
    except OSError as error:
        raise SourceUnreadableError(source, error.strerror or str(error)) from error


def _run(batch: uuid.UUID, *, workers: int, progress: Callable[[int, int], None] | None) -> None:
    intakes = Intake.objects.filter(batch=batch)
    total = intakes.count()
    count = min(workers, total)
    running = [_start_worker() for _ in range(count)]
    try:
        while any(process.poll() is None for process in running):
            if progress is not None:
                progress(intakes.filter(state__in=_ENDED).count(), total)
            time.sleep(_POLL_SECONDS)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()
    if intakes.filter(~Q(state__in=_ENDED)).exists() and count:
        _start_worker().wait()  # takes over what a worker left that was killed


def _start_worker() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "duixian.web.manage", "worker", "--until-empty"]
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path})  # noqa: S603 - fixed
