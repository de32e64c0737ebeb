"""One record of the log is one line, whatever stands in the address that was asked for.

An address may hold line ends and the codes that move a terminal's cursor: written as they come,
they would let anyone forge lines of the log.
"""

from __future__ import annotations

import logging
import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class OneLine(logging.Formatter):
    """Writes control characters as their codes; a traceback keeps its own lines."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", super().formatMessage(record))
