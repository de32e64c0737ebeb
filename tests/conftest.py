"""What holds for every test: none may run on for ever."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

# A run started in the background ignores these, and so would every process the tests start.
for _number, _handler in (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGHUP, signal.SIG_DFL),
    (signal.SIGTERM, signal.SIG_DFL),
):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _handler)

_TOO_LONG = 240  # seconds; no bar for speed (`make bench` measures that), only the end of patience


@pytest.fixture(autouse=True)
def _ends() -> Iterator[None]:
    """End a test that hangs, such as a pattern that backtracks without bound."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(f"still running after {_TOO_LONG} seconds", pytrace=True)

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_TOO_LONG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
