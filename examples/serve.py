"""Starts the site on a ledger in the background, waits until it answers, and says where it is.

python examples/serve.py build/site          starts it, ending the one started here before
python examples/serve.py build/site --stop   ends it
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

ADDRESS = "http://127.0.0.1:8000"
_PATIENCE = 60  # seconds


def main(arguments: list[str]) -> int:
    """Start or end the site; give the exit code."""
    folder = Path(arguments[0])
    stop(folder)
    return 0 if "--stop" in arguments else start(folder)


def start(folder: Path) -> int:
    """Start the site and wait for its first answer."""
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our own command
            [Path(sys.executable).parent / "duixian", "serve", "--data", folder],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _place_of(folder).write_text(str(server.pid), encoding="ascii")
    end = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < end:
        if _answers():
            print(f"\nThe site is at {ADDRESS} with these four reports. End it with: make stop")
            return 0
        time.sleep(0.2)
    stop(folder)
    print(f"The site did not start: {_last_line(log)}", file=sys.stderr)
    return 1


def stop(folder: Path) -> None:
    """End the site that was started on this folder, where one runs."""
    with suppress(OSError, ValueError):
        group = int(_place_of(folder).read_text(encoding="ascii"))
        os.killpg(group, signal.SIGTERM)
        for _ in range(100):
            os.killpg(group, 0)
            time.sleep(0.1)
    _place_of(folder).unlink(missing_ok=True)


def _place_of(folder: Path) -> Path:
    return folder / "server.pid"


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"{ADDRESS}/ready/", timeout=2) as answer:  # noqa: S310 - ours
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
