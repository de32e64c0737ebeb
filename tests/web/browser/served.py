"""A real site for the tests in a browser: its server and its worker, with a ledger of their own.

It lies in a folder with SQLite, or in a new database beside the tests' own where DATABASE_URL
names PostgreSQL.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

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
def served(folder: Path) -> Iterator[Site]:
    """Fill a ledger and serve it until the end of the block."""
    with _ledger(folder) as variables:
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


@contextmanager
def _ledger(folder: Path) -> Iterator[dict[str, str]]:
    variables = {"DUIXIAN_DATA": str(folder / "data"), "PYTHONUNBUFFERED": "1"}
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        yield variables
        return
    import psycopg

    name = f"duixian_browser_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    try:
        own = urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        yield {**variables, "DATABASE_URL": own}
    finally:
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


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
