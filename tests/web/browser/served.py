"""A real site for the tests in a browser: its server and its worker, with a ledger of their own.

It lies in a folder with SQLite, or in a new database where the tests run on PostgreSQL.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.web.operation.commands import DUIXIAN, SOURCES, environment, run

_PATIENCE = 120.0  # seconds until the site answers, on a machine with much else to do
_ROOT = SOURCES.parent


@dataclass(frozen=True)
class Site:
    """A site that is being served, and what it was filled with."""

    address: str
    reports: dict[str, int]  # the keys of its reports, by the names of `filling`
    commitment: str  # the key of a public commitment with a verdict
    statement: int  # where a public statement of the Chinese plan starts
    account: str  # the address of a public account

    def __call__(self, path: str) -> str:
        """Return the address of a page."""
        return f"{self.address}{path}"


@contextmanager
def served(folder: Path, database: dict[str, str]) -> Iterator[Site]:
    """Fill a ledger and serve it until the end of the block."""
    variables = {"DUIXIAN_DATA": str(folder / "data"), "PYTHONUNBUFFERED": "1", **database}
    found = _filled(variables)
    port = _free_port()
    command = [*DUIXIAN, "serve", "--port", str(port), "--workers", "1"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, env=environment(**variables), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(process, port, folder / "log")
            yield Site(f"http://127.0.0.1:{port}", **found)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _filled(variables: dict[str, str]) -> dict[str, Any]:
    filling = Path(__file__).with_name("filling.py")
    python = [DUIXIAN[0], "-P", str(filling)]
    path = os.pathsep.join((str(SOURCES), str(_ROOT)))
    done = run(python, **{**variables, "PYTHONPATH": path})
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/ready/"):
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
