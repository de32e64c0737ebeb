"""Whatever goes wrong: one clear line, the right exit code, and nothing half written."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SOURCES, environment

Runner = Callable[..., Any]
Starter = Callable[..., "subprocess.Popen[bytes]"]


def one_line(complaints: str) -> str:
    assert "Traceback" not in complaints
    (line,) = complaints.splitlines()
    return line


def test_failed_files_are_listed_at_the_end_and_the_others_are_read(
    run: Runner, folder: Path
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    done = run("read", "a.txt", "missing.pdf", "empty.txt", "b.txt", "--table", "documents")
    assert done.code == 1
    names = [json.loads(line)["name"] for line in done.text.splitlines()]
    assert names == ["a.txt", "b.txt"]
    missing, empty = done.complaints.splitlines()
    assert missing == "duixian: missing.pdf: no such file or folder; check the spelling"
    assert empty.startswith("duixian: empty.txt: ")


def test_files_of_other_formats_in_a_folder_are_named_and_are_no_failure(
    run: Runner, folder: Path
) -> None:
    (folder / "table.xyz").write_bytes(b"x")
    done = run("read", ".", "-o", "out.csv")
    assert done.code == 0
    assert "passed over, not in a format Duixian reads: table.xyz" in done.complaints
    assert run("read", ".", "-o", "out.csv", "--quiet").complaints == ""


def test_a_folder_with_nothing_to_read_is_said_to_be_one(run: Runner, folder: Path) -> None:
    (folder / "none").mkdir()
    done = run("read", "none")
    assert done.code == 1
    assert "none: no file in it that Duixian reads" in one_line(done.complaints)


def test_where_nothing_could_be_read_the_old_file_stays(run: Runner, folder: Path) -> None:
    (folder / "out.csv").write_text("old")
    done = run("read", "missing.txt", "-o", "out.csv")
    assert done.code == 1
    assert "nothing could be read, so out.csv was not written" in done.complaints
    assert (folder / "out.csv").read_text() == "old"


@pytest.mark.parametrize("format_", ["jsonl", "csv", "xlsx", "parquet", "table"])
def test_where_nothing_could_be_read_a_pipe_gets_nothing(format_: str, run: Runner) -> None:
    done = run("read", "missing.txt", "--format", format_)
    assert (done.code, done.output) == (1, b"")
    assert "no such file" in one_line(done.complaints)


def test_what_is_no_file_in_a_folder_is_named(run: Runner, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "lost.txt").symlink_to("gone.txt")
    done = run("read", ".", "-o", "out.csv")
    assert done.code == 1
    assert "passed over, pipes, sockets, devices or links to folders: pipe.txt" in done.complaints
    assert "lost.txt: a link to gone.txt, which is not there" in done.complaints
    assert "wrote out.csv from 3 documents" in done.complaints


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.txt", "--table", "promises"],
        ["read", "a.txt", "--format", "doc"],
        ["read", "a.txt", "--workers", "0"],
        ["read", "a.txt", "--unknown"],
        ["read", "a.txt", "-o", "out.doc"],
        ["read", "a.txt", "-o", "out"],
        ["read", "a.txt", "-o", "a.txt"],
        ["read", "a.txt", "-o", ""],
        ["read", "a.txt", "-o", "out.csv", "--format", "xlsx"],
        ["read", "a.txt", "-o", "out.txt", "--format", "parquet"],
        ["align", "a.txt", "b.txt", "-o", ""],
        ["align", "a.txt", "b.txt", "-o", "out.csv", "--format", "html"],
        ["audit", "a.txt", "-o", "out.html", "--format", "jsonl"],
        ["promise"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_exit_code_2(arguments: list[str], run: Runner) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert one_line(done.complaints).startswith("duixian: ")
    assert done.output == b""


def test_a_source_is_never_overwritten(run: Runner, folder: Path) -> None:
    assert run("read", ".", "-o", "a.txt", "--format", "csv").code == 2
    assert (folder / "a.txt").read_bytes() == (folder / "b.txt").read_bytes()


def test_the_command_alone_shows_its_help(run: Runner) -> None:
    done = run()
    assert done.code == 2
    assert "Commands:" in done.output.decode() + done.complaints


def test_a_binary_format_is_not_poured_into_a_terminal(run_at_terminal: Runner) -> None:
    done = run_at_terminal("read", "a.txt", "--format", "xlsx")
    assert done.code == 2
    assert "-o FILE.xlsx" in one_line(done.complaints)


@pytest.mark.parametrize("file", ["missing/out.csv", "folder.csv"])
def test_an_output_that_cannot_be_written_is_one_line(file: str, run: Runner, folder: Path) -> None:
    (folder / "folder.csv").mkdir()
    done = run("read", "a.txt", "-o", file)
    assert done.code == 1
    assert f"{file}: cannot write: " in one_line(done.complaints)
    assert sorted(path.name for path in folder.iterdir()) == [
        "a.txt",
        "b.txt",
        "c.txt",
        "folder.csv",
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("format_", ["jsonl", "csv", "xlsx", "parquet", "table"])
def test_a_full_disk_behind_standard_output_is_one_line(format_: str, start: Starter) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        start("read", "a.txt", "--format", format_, stdout=full) as process,
    ):
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "no space left on device" in one_line(complaints.decode())


@pytest.mark.parametrize("file", ["out.csv", "out.jsonl", "out.xlsx", "out.parquet", "out.txt"])
def test_a_full_disk_leaves_the_old_file(file: str, folder: Path, start: Starter) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    (folder / file).write_text("old")
    with start("read", "a.txt", "-o", file, preexec_fn=limit) as process:
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "cannot write: file too large" in one_line(complaints.decode())
    assert (folder / file).read_text() == "old"
    assert len(list(folder.iterdir())) == 4


def test_a_closed_standard_output_is_one_line_and_no_matter_with_a_file(
    folder: Path, start: Starter
) -> None:
    with start("read", "a.txt", preexec_fn=lambda: os.close(1)) as process:
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "standard output: cannot write: it is closed" in one_line(complaints.decode())
    with start("read", "a.txt", "-o", "out.csv", preexec_fn=lambda: os.close(1)) as process:
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert (folder / "out.csv").exists()


def test_a_reader_that_goes_early_is_no_error(folder: Path, start: Starter) -> None:
    (folder / "long.txt").write_bytes((folder / "a.txt").read_bytes() * 300)
    arguments = ("read", "long.txt", "--table", "statements")
    with start(*arguments, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert complaints == b""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "kill"]
)
def test_an_interruption_leaves_the_old_file_and_nothing_beside(
    number: signal.Signals, code: int, folder: Path, start: Starter
) -> None:
    os.mkfifo(folder / "never.txt")
    (folder / "out.csv").write_text("old")
    sources = ("a.txt", "b.txt", "never.txt")
    with start("read", *sources, "-o", "out.csv", "--workers", "2") as process:
        _wait_for(lambda: any(path.suffix == ".part" for path in folder.iterdir()))
        time.sleep(0.3)
        process.send_signal(number)
        assert process.stderr
        complaints = process.stderr.read().decode()
        assert process.wait(timeout=10) == code
    assert "Traceback" not in complaints
    assert (folder / "out.csv").read_text() == "old"
    assert not [path for path in folder.iterdir() if path.suffix == ".part"]


def _wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_name_that_steers_terminals_is_shown_harmless(run: Runner) -> None:
    line = one_line(run("read", "no\x1b[31m\nsuch.txt").complaints)
    assert "\x1b" not in line


def test_a_name_that_is_no_text_is_reported(run: Runner) -> None:
    done = run("read", os.fsdecode(b"bad\xff.txt"))
    assert done.code == 1
    assert "no such file" in one_line(done.complaints)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "-h"]], ids=" ".join)
def test_help_on_a_full_disk_is_the_line_that_tables_get(
    arguments: list[str], start: Starter
) -> None:
    with Path("/dev/full").open("wb") as full, start(*arguments, stdout=full) as process:
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    line = one_line(complaints.decode())
    assert line.startswith("duixian: standard output: cannot write: no space left on device")


@pytest.mark.parametrize("limit", [4_000, 12_000])
def test_a_workbook_that_fails_leaves_one_line_and_no_temporary_file(
    limit: int, folder: Path, start: Starter
) -> None:
    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    (folder / "temporary").mkdir()
    with start(
        *("read", "a.txt", "-o", "out.xlsx"),
        preexec_fn=little_room,
        variables={"TMPDIR": str(folder / "temporary")},
    ) as process:
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "cannot write: file too large" in one_line(complaints.decode())
    assert list((folder / "temporary").iterdir()) == []
    assert not [path for path in folder.iterdir() if path.suffix in (".part", ".xlsx")]


@pytest.mark.parametrize("file", ["out.parquet", "out.xlsx", "out.csv"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["Ctrl-C", "kill", "terminal closed"],
)
def test_whatever_ends_a_run_leaves_the_old_file_and_nothing_beside(
    number: signal.Signals, code: int, file: str, folder: Path, start: Starter
) -> None:
    os.mkfifo(folder / "never.txt")
    (folder / file).write_text("old")
    (folder / "temporary").mkdir()
    with start(
        *("read", "a.txt", "never.txt", "-o", file, "--workers", "1"),
        variables={"TMPDIR": str(folder / "temporary")},
    ) as process:
        _wait_for(lambda: any(path.suffix == ".part" for path in folder.iterdir()))
        time.sleep(1.0)
        process.send_signal(number)
        assert process.stderr
        complaints = process.stderr.read().decode()
        assert process.wait(timeout=10) == code
    assert complaints.strip() in ("", "duixian: interrupted; nothing was changed")
    assert (folder / file).read_text() == "old"
    assert list((folder / "temporary").iterdir()) == []
    assert not [path for path in folder.iterdir() if path.suffix == ".part"]


def test_a_signal_that_the_caller_ignores_stays_ignored(folder: Path, start: Starter) -> None:
    os.mkfifo(folder / "late.txt")
    with start(
        *("read", "late.txt", "-o", "out.csv"),
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    ) as process:
        _wait_for(lambda: any(path.suffix == ".part" for path in folder.iterdir()))
        process.send_signal(signal.SIGHUP)
        (folder / "late.txt").write_bytes((folder / "a.txt").read_bytes())
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert (folder / "out.csv").exists()


def test_ctrl_c_while_the_program_is_loaded_is_one_line(
    folder: Path, start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading click is held up here, which stands for everything that is loaded."""
    (folder / "click.py").write_text("print('loading', flush=True)\nimport time\ntime.sleep(60)\n")
    with start(
        "--help", stdout=subprocess.PIPE, variables={"PYTHONPATH": f"{folder}{os.pathsep}{SOURCES}"}
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert one_line(complaints.decode()) == "duixian: interrupted; nothing was changed"


def test_a_second_ctrl_c_ends_the_run_without_more_ado(folder: Path) -> None:
    code = (
        "import os, signal, time\n"
        "from duixian.cli import signals\n"
        "from duixian.tables.write import OutputFile\n"
        "signals.end_in_order()\n"
        "with OutputFile('out.csv') as output:\n"
        "    try:\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    finally:\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        time.sleep(60)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 130
    assert done.stderr == "duixian: interrupted; nothing was changed\n"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "c.txt"]
