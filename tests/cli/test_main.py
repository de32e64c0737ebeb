"""The command itself: version, help, late loading, and the last resort."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import duixian
from duixian.cli import main as program
from duixian.cli.main import COMMANDS, cli
from duixian.cli.read import command as read_command

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "command-line.md"


def ending(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = program._run(arguments)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    code, output, _ = ending(["--version"], capsys)
    assert (code, output) == (0, f"duixian, version {duixian.__version__}\n")


def test_python_runs_the_package_as_the_command() -> None:
    command = [sys.executable, "-m", "duixian", "--version"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert shown.stdout == f"duixian, version {duixian.__version__}\n"


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, output, _ = ending(["--help"], capsys)
    assert code == 0
    assert all(name in output and line in output for name, (_, line) in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_listed_command_can_be_loaded_and_says_what_the_list_says(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command
    assert (command.help or "").splitlines()[0] == COMMANDS[name][1]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom duixian.cli import main\nmain._run(['--help'])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"rich", "pyarrow", "xlsxwriter", "pandas", "httpx", "lxml", "pdfplumber"}
    assert not heavy & set(done.stderr.split())


def options_of(command: click.Command) -> list[str]:
    return [
        name
        for parameter in command.get_params(click.Context(command))
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    ]


@pytest.mark.parametrize("option", options_of(read_command))
def test_every_option_is_on_the_page(option: str) -> None:
    section = PAGE.read_text(encoding="utf-8").split("## duixian read", 1)[1]
    assert re.search(rf"`{option}`", section)


def test_an_unexpected_error_is_one_line_and_a_trace_only_for_debugging(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a mistake\nof ours")

    monkeypatch.setattr("duixian.cli.read.run", fail)
    code, output, complaints = ending(["read", "x"], capsys)
    assert (code, output) == (70, "")
    (line,) = complaints.splitlines()
    assert "internal error: ZeroDivisionError: a mistake of ours; please report it" in line
    _, _, complaints = ending(["--debug", "read", "x"], capsys)
    assert "Traceback" in complaints


def test_an_interrupt_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("duixian.cli.read.run", interrupt)
    code, _, complaints = ending(["read", "x"], capsys)
    assert code == 130
    assert "interrupted" in complaints
