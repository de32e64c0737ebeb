"""``duixian serve``: pages, static files and the worker, and a clean end."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from duixian.cli.serve import manage_words
from tests.web.operation.commands import DUIXIAN, environment, run
from tests.web.persons import PASSWORD

pytestmark = pytest.mark.slow
_PATIENCE = 60.0  # seconds


def free_port() -> int:
    """Find a port nobody listens at."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@dataclass
class Site:
    """A site that is being served."""

    process: subprocess.Popen[str]
    port: int
    data: Path

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page; return status and content."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def children(self) -> list[tuple[int, str]]:
        """List the processes it started: number and command."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, IndexError):
                parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == self.process.pid:
                    command = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    found.append((int(place.name), command))
        return found

    def worker(self) -> int | None:
        """Give the number of the worker's process."""
        return next((number for number, each in self.children() if " worker" in each), None)


def wait_for(condition: object) -> None:
    """Wait until something holds."""
    assert callable(condition)
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve an empty ledger."""
    data, port = tmp_path_factory.mktemp("served") / "data", free_port()
    process = subprocess.Popen(
        [*DUIXIAN, "serve", "--port", str(port), "--workers", "1", "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    served = Site(process, port, data)

    def is_up() -> bool:
        assert process.poll() is None, process.stdout.read() if process.stdout else ""
        with suppress(OSError):
            return served.get("/ready/")[0] == 200
        return False

    try:
        wait_for(is_up)
        yield served
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=_PATIENCE)


def test_it_says_that_it_is_up_and_ready(site: Site) -> None:
    assert site.get("/health/") == (200, '{"state": "ok"}')
    ready = json.loads(site.get("/ready/")[1])
    assert ready == {"state": "ready", "database": True, "migrations": True, "folder": True}


def test_pages_and_their_styles_are_served(site: Site) -> None:
    status, page = site.get("/en/sign-in/")
    assert status == 200
    style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert style.startswith("/static/site/site.")
    assert site.get(style)[0] == 200


def test_a_page_that_is_not_there_is_told_in_the_language_of_the_address(site: Site) -> None:
    for address, words in (("/zh/nowhere/", 'lang="zh-Hans"'), ("/en/nowhere/", 'lang="en"')):
        status, page = site.get(address)
        assert status == 404
        assert words in page


def test_the_first_administrator_is_made_while_it_runs(site: Site) -> None:
    done = run(
        [sys.executable, "-m", "duixian.web.manage"],
        *("create_person", "first", "--administrator"),
        given=PASSWORD,
        DUIXIAN_DATA=str(site.data),
    )
    assert (done.returncode, done.stdout) == (0, "first may sign in.\n")


def test_the_ledger_is_its_owner_s_alone(site: Site) -> None:
    for file in site.data.glob("ledger.sqlite3*"):
        assert file.stat().st_mode & 0o777 == 0o600


def test_the_command_it_names_runs_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path, Path(sys.executable).parent):
        monkeypatch.chdir(folder)
        words = manage_words(tmp_path / "the data")
        told = subprocess.run(
            ["/bin/sh", "-c", f"{words} create_person --help"],
            capture_output=True,
            text=True,
            env=environment(PATH="/nowhere"),
        )
        assert told.returncode == 0, told.stderr
        assert "--administrator" in told.stdout


def test_a_worker_that_dies_is_started_again(site: Site) -> None:
    wait_for(site.worker)
    first = site.worker()
    assert first is not None
    os.kill(first, signal.SIGKILL)

    wait_for(lambda: site.worker() not in (None, first))


def test_another_program_at_the_port_is_told_in_one_line(site: Site, tmp_path: Path) -> None:
    done = run(DUIXIAN, "serve", "--port", str(site.port), "--data", tmp_path)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "choose another with --host or --port" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_with_all_it_started(tmp_path: Path, number: signal.Signals) -> None:
    port = free_port()
    process = subprocess.Popen(
        [*DUIXIAN, "serve", "--port", str(port), "--workers", "1", "--data", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(PYTHONUNBUFFERED="1"),
    )
    served = Site(process, port, tmp_path)

    def is_up() -> bool:
        with suppress(OSError):
            return served.get("/health/")[0] == 200
        return False

    wait_for(is_up)
    started = [child for child, _ in served.children()]
    process.send_signal(number)
    said, complaints = process.communicate(timeout=_PATIENCE)

    assert process.returncode == 0
    assert f"http://127.0.0.1:{port}/" in said
    assert "create_person NAME --administrator" in said
    assert "Traceback" not in complaints
    assert len(started) == 2
    assert not [child for child in started if Path(f"/proc/{child}").exists()]


def test_without_the_web_part_one_line_says_what_to_install(tmp_path: Path) -> None:
    blocked = "import sys; sys.modules['django'] = None; from duixian.cli.start import main; main()"
    for command in (["serve"], ["backup", "x.zip"], ["restore", __file__]):
        done = run([sys.executable, "-c", blocked], *command, "--data", tmp_path)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "duixian[web]" in done.stderr


@pytest.mark.parametrize(
    ("variables", "arguments", "said"),
    [
        ({"DUIXIAN_MODE": "production"}, (), "DUIXIAN_SECRET_KEY"),
        ({"DUIXIAN_MODE": "prod"}, (), "DUIXIAN_MODE"),
        ({"DUIXIAN_API_REQUESTS_PER_MINUTE": "many"}, (), "DUIXIAN_API_REQUESTS_PER_MINUTE"),
        ({}, ("--host", "0.0.0.0"), "DUIXIAN_HOSTS"),  # noqa: S104 - refused
        ({}, ("--host", "no.such.host.invalid"), "no.such.host.invalid"),
        ({"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}, (), "database"),
    ],
)
def test_what_is_not_right_is_told_in_one_line(
    tmp_path: Path, variables: dict[str, str], arguments: tuple[str, ...], said: str
) -> None:
    done = run(DUIXIAN, "serve", "--data", tmp_path, *arguments, **variables)

    assert done.returncode in (1, 2)
    assert done.stderr.count("\n") == 1, done.stderr
    assert said in done.stderr


def test_a_database_that_is_none_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").write_bytes(b"no database at all" * 100)
    done = run(DUIXIAN, "serve", "--data", tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert "not a database" in done.stderr
