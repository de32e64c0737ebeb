"""What holds for every test: in which order they run, and that none may run on for ever.

And the one browser that all tests of a process share.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A run started in the background ignores these, and so would every process the tests start.
for _number, _handler in (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGHUP, signal.SIG_DFL),
    (signal.SIGTERM, signal.SIG_DFL),
):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _handler)

# How long an example takes says how busy the machine is; the first one also loads language data.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, so that no core waits for another at the end."""
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)


def pytest_collection_finish() -> None:
    """Let the collector pass over what stays until the end: a tenth of all processor time."""
    gc.collect()
    gc.freeze()


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


_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or another one named by CHROMIUM; one alone can be driven at a time."""
    from playwright.sync_api import sync_playwright

    named = os.environ.get("CHROMIUM")
    path = named or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        pytest.skip("no Chromium here: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def chinese_font() -> None:
    """A font with Chinese characters on the system; what a browser prints without has none."""
    listing = shutil.which("fc-list")
    if listing is None:
        return  # another system than Debian: they come with such fonts
    found = subprocess.run([listing, ":lang=zh"], capture_output=True, text=True, check=False)
    if not found.stdout.strip():
        pytest.skip("no Chinese font here: on Debian, apt-get install fonts-wqy-microhei")
