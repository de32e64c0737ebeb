"""Runs the site: gunicorn for the pages, and beside it the worker that reads what is queued."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import click

from duixian.errors import UsageError

_THREADS = 4  # in each process of gunicorn
_POLL_SECONDS = 0.3
_GRACE_SECONDS = 30  # to finish what is being answered or read
_PAUSE_SECONDS = 2.0  # before a worker that died is started again
_LONGEST_PAUSE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site listens."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def check_address(address: Address) -> None:
    """Make sure that the site can listen there and answers who comes. Raises UsageError."""
    from duixian.web.environment import LOCAL_HOSTS
    from duixian.web.settings import ENVIRONMENT

    if address.host not in (*LOCAL_HOSTS, "::1") and ENVIRONMENT.hosts == LOCAL_HOSTS:
        raise UsageError(
            f"{address}: others would be refused there; name the hosts of the site in DUIXIAN_HOSTS"
        )
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            asked.bind(place)
    except OSError as error:
        cause = error.strerror or str(error)
        raise UsageError(
            f"{address}: cannot listen there: {cause.lower()}; choose another with --host or --port"
        ) from error


def prepare() -> None:
    """Collect the static files, drop old sessions, and make what the processes share.

    Django has been started.
    """
    from django.core.management import call_command

    from duixian.web.settings import SECRET_KEY

    os.environ["DUIXIAN_SECRET_KEY"] = SECRET_KEY
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("clearsessions", verbosity=0)


def has_administrator() -> bool:
    """Tell whether someone looks after the site already."""
    from django.contrib.auth.models import User

    return User.objects.filter(is_superuser=True, is_active=True).exists()


def run(address: Address, *, workers: int) -> int:
    """Run the server and the worker until told to end; return the exit code."""
    ending = _Ending()
    server = _start(_server_command(address, workers))
    reader = _Restarted(lambda: _start(_manage_command("worker")))
    try:
        while not ending.is_wanted and server.poll() is None:
            reader.look_after()
            time.sleep(_POLL_SECONDS)
    finally:
        _end([server, reader.process])
    if ending.is_wanted:
        return 0
    click.echo(f"duixian: the server ended by itself ({server.returncode})", err=True)
    return 1


class _Ending:
    """Notes that Ctrl-C was pressed, or the system wants the end."""

    def __init__(self) -> None:
        self.is_wanted = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.is_wanted = True


class _Restarted:
    """A process that is started again when it ends, later each time it ends soon."""

    def __init__(self, start: Callable[[], subprocess.Popen[bytes]]) -> None:
        self._start = start
        self.process = start()
        self._started = time.monotonic()
        self._pause = _PAUSE_SECONDS

    def look_after(self) -> None:
        """Start it again if it has ended, once its pause is over."""
        if self.process.poll() is None:
            return
        lived = time.monotonic() - self._started
        if lived < self._pause:
            return
        self._pause = (
            _PAUSE_SECONDS
            if lived > _LONGEST_PAUSE_SECONDS
            else min(self._pause * 2, _LONGEST_PAUSE_SECONDS)
        )
        code = self.process.returncode
        click.echo(f"duixian: the worker ended ({code}) and is started again", err=True)
        self.process = self._start()
        self._started = time.monotonic()


def _server_command(address: Address, workers: int) -> list[str]:
    shared_memory = Path("/dev/shm")  # noqa: S108  # gunicorn's own heartbeat, made safely
    options = {
        "--bind": str(address),
        "--workers": str(workers),
        "--threads": str(_THREADS),
        "--worker-class": "gthread",
        "--graceful-timeout": str(_GRACE_SECONDS - 5),
        "--timeout": "120",
        "--log-level": "warning",
    }
    if shared_memory.is_dir():
        options["--worker-tmp-dir"] = str(shared_memory)
    return [
        *(sys.executable, "-P", "-m", "gunicorn", "duixian.web.wsgi:application"),
        "--no-control-socket",
        *(word for pair in options.items() for word in pair),
    ]


def _manage_command(name: str) -> list[str]:
    return [sys.executable, "-P", "-m", "duixian.web.manage", name]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    # In a session of its own, so that Ctrl-C reaches this process alone, which ends the others.
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603 - fixed


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + _GRACE_SECONDS
    for process in processes:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
