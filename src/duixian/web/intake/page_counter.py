"""Tells how many pages of a document are read, while they are being read."""

from __future__ import annotations

import time
import uuid

from django.db import connection

from duixian.web.intake.models import Intake

_SECONDS = 0.5  # between two writes


class PageCounter:
    """Writes the count to the intake; it is called from the thread that follows the reading."""

    def __init__(self, intake: uuid.UUID) -> None:
        self._intake = intake
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Keep the count, unless one was kept a moment ago."""
        now = time.monotonic()
        if now - self._last < _SECONDS:
            return
        self._last = now
        Intake.objects.filter(pk=self._intake).update(step="pages", done=done, total=total)
        connection.close()  # of this thread: nobody else would close it
