"""The process that reads what is queued, and takes over what a dead one left.

Each worker holds a lock on a file of its own for as long as it lives; the system lets go of it
however the process ends. A task that is being run by a worker whose lock is free goes back into
the queue.
"""

from __future__ import annotations

import fcntl
import os
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Greatest
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

_POLL_SECONDS = 1.0
_LEAST_PRIORITY = -100  # of the task library


def run_worker(*, until_empty: bool = False) -> None:
    """Run what is queued until told to stop, or until nothing is left."""
    with _alive() as worker_id:
        worker = make_worker(worker_id)
        worker.configure_signals()
        while worker.running:
            release_abandoned()
            worker.run()
            if until_empty and not _is_waiting():
                return
            if worker.running:
                time.sleep(_POLL_SECONDS)


def release_abandoned() -> int:
    """Put back the tasks of workers that are gone; return how many.

    They come after what has not been tried: a document that ends its worker holds up no other.
    """
    released = 0
    for task in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if task.worker_ids and _is_alive(task.worker_ids[-1]):
            continue
        released += DBTaskResult.objects.filter(
            pk=task.pk, status=TaskResultStatus.RUNNING, worker_ids=task.worker_ids
        ).update(
            status=TaskResultStatus.READY,
            started_at=None,
            priority=Greatest(F("priority") - 1, _LEAST_PRIORITY),
        )
    return released


def _is_waiting() -> bool:
    waiting = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return DBTaskResult.objects.filter(status__in=waiting).exists()


def make_worker(worker_id: str) -> Worker:
    """Make a worker of the task library that ends when the queue is empty."""
    return Worker(
        queue_names=["default"],
        interval=_POLL_SECONDS,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )


@contextmanager
def _alive() -> Iterator[str]:
    """Hold the lock of a new worker."""
    host = "".join(each for each in socket.gethostname() if each.isalnum() or each == "-")[:24]
    worker_id = f"{host}-{os.getpid()}-{uuid.uuid4().hex[:12]}"
    place = _lock_file(worker_id)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield worker_id
        finally:
            place.unlink(missing_ok=True)


def _is_alive(worker_id: str) -> bool:
    """Whether a worker still holds its lock; the file of a dead one is removed."""
    place = _lock_file(worker_id)
    try:
        with place.open(encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            place.unlink(missing_ok=True)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def _lock_file(worker_id: str) -> Path:
    return Path(settings.MEDIA_ROOT).parent / "workers" / f"{worker_id}.lock"
