"""One record of the log is one line, whatever stands in the address that was asked for.

An address may hold line ends and the codes that move a terminal's cursor: written as they come,
they would let anyone forge lines of the log. What strangers ask for that cannot be answered (a host
that is not ours, a form that is none) is their fault and no fault of the program: no traceback.
"""

from __future__ import annotations

import logging
import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_STRANGERS = "django.security."  # begins the names of what they cause


class WithoutTraceback(logging.Filter):
    """Leaves one line of what strangers cause: it says all there is to know."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith(_STRANGERS):
            record.exc_info = record.exc_text = None
            record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True


class OneLine(logging.Formatter):
    """Writes control characters as their codes; a traceback keeps its own lines."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", super().formatMessage(record))
