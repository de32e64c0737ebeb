"""Starts a PostgreSQL of its own in a temporary folder, runs a command with it, and removes it.

    python tools/with_postgresql.py python -m pytest tests/web

The command finds it by DATABASE_URL. Where one is set already, that one is used and nothing is
started. The server never runs as root: there it is run as the user ``postgres``.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql")  # where Debian keeps them, one folder a version
# The data is thrown away, so nothing waits for the disk.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def main(command: list[str]) -> int:
    """Run the command with a database; return its exit code."""
    if not command:
        print("Usage: python tools/with_postgresql.py COMMAND...", file=sys.stderr)
        return 2
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command, check=False).returncode
    programs = find_programs()
    if programs is None:
        print(
            "No PostgreSQL here: install it (on Debian, apt-get install postgresql), "
            "or name a server in DATABASE_URL",
            file=sys.stderr,
        )
        return 2
    # The end of this process is the end of the server too.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    with running(programs) as address:
        environment = {**os.environ, "DATABASE_URL": address}
        return subprocess.run(command, env=environment, check=False).returncode


def find_programs() -> Path | None:
    """Find the folder of initdb and pg_ctl, of the newest version."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = [path for path in PROGRAMS.glob("*/bin") if (path / "initdb").exists()]
    return max(found, key=lambda path: float(path.parent.name), default=None)


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """Keep a server running; give its address."""
    with tempfile.TemporaryDirectory(prefix="duixian-postgresql-") as name:
        folder = Path(name)
        user = _owner(folder)
        data, port = folder / "data", _free_port()
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {FAST}"
        make: list[Path | str] = [programs / "initdb", "-D", data, "-U", "duixian", "-A", "trust"]
        _run(user, [*make, "-E", "UTF8", "--no-sync"])
        control: list[Path | str] = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        _run(user, [*control, "-o", options, "start"])
        try:
            yield f"postgres://duixian@127.0.0.1:{port}/postgres"
        finally:
            _run(user, [*control, "-m", "immediate", "stop"])


def _owner(folder: Path) -> str | None:
    """Give the folder to whom the server runs as; None stands for who runs this."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "postgres")
    return "postgres"


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _run(user: str | None, command: list[Path | str]) -> None:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    subprocess.run(
        [str(each) for each in command],
        user=user,
        group=user,
        cwd="/",
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
