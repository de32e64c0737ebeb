"""What Ctrl-C, ``kill`` and a closed terminal do: end the run in one line, never in a traceback.

While the program is still being loaded there is nothing to tidy up, and it ends at once. Later
the first signal ends it in order; a second one removes what is unfinished and ends it there.
A signal that the caller wants ignored, as ``nohup`` does, stays so.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
INTERRUPTED = "interrupted; nothing was changed"


def exit_code_of(number: int) -> int:
    """Give the exit code that shells know a signal by: 130 for Ctrl-C."""
    return 128 + number


def end_at_once() -> None:
    """From now on a signal ends the process without further ado."""
    _listen(_leave)


def end_in_order() -> None:
    """From now on a signal raises KeyboardInterrupt or SystemExit, once."""
    _listen(_raise)


def ignore_interrupts() -> None:
    """From now on Ctrl-C does nothing: the process is about to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _listen(handler: object) -> None:
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, handler)  # type: ignore[arg-type]  # one of the two below


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    end_at_once()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(exit_code_of(number))


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    part_files = sys.modules.get("duixian.tables.part_files")
    if part_files:
        part_files.close_all_parts()
    if number == signal.SIGINT:
        with suppress(OSError):  # standard error may be closed
            os.write(2, f"duixian: {INTERRUPTED}\n".encode())
    os._exit(exit_code_of(number))
