"""The name of the request being answered, in every line of log written meanwhile."""

from __future__ import annotations

import logging
import re
import secrets
from contextvars import ContextVar

HEADER = "X-Request-ID"
_WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}")
current: ContextVar[str] = ContextVar("request_id", default="")


def request_id(given: str | None) -> str:
    """Take over the name a proxy gave, if it is one; otherwise make one."""
    if given and _WELL_FORMED.fullmatch(given):
        return given
    return secrets.token_hex(8)


class RequestIdFilter(logging.Filter):
    """Puts the name into each record; what is logged between requests has none."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current.get()
        return True
