"""Runs the real command in a process of its own, as a person or a pipe would."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "src"
COMMAND = [sys.executable, "-c", "from duixian.cli.start import main; main()"]

TEXT = (
    "2024年政府工作报告\n\n一、2023年工作回顾\n\n一年来，我们稳步推进各项工作。\n\n"
    "城镇新增就业28.1万人。\n\n二、2024年重点任务\n\n我们将新增养老床位不少于300张。\n"
)


@dataclass(frozen=True)
class Done:
    """How a run of the command ended."""

    code: int
    output: bytes
    complaints: str

    @property
    def text(self) -> str:
        return self.output.decode("utf-8", "strict")


def environment(**others: str) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(SOURCES), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "COLUMNS": "80", **others}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with three reports."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def start(folder: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start ``duixian`` and leave the rest to the test."""

    def starter(
        *arguments: str, variables: dict[str, str] | None = None, **options: Any
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*COMMAND, *arguments],
            stderr=subprocess.PIPE,
            env=environment(**{"PYTHONDONTWRITEBYTECODE": "1", **(variables or {})}),
            **options,
        )

    return starter


@pytest.fixture
def run(folder: Path) -> Callable[..., Done]:
    """Run ``duixian`` with its output in a pipe."""

    def runner(*arguments: str, given: bytes = b"", **variables: str) -> Done:
        done = subprocess.run(
            [*COMMAND, *arguments],
            input=given,
            capture_output=True,
            env=environment(**variables),
            timeout=60,
        )
        return Done(done.returncode, done.stdout, done.stderr.decode())

    return runner


@pytest.fixture
def run_at_terminal(folder: Path) -> Callable[..., Done]:
    """Run ``duixian`` with its output (or only its standard error) at a terminal."""

    def runner(*arguments: str, only_errors: bool = False, **variables: str) -> Done:
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if only_errors else theirs,
            stderr=theirs if only_errors else subprocess.PIPE,
            env=environment(TERM="xterm-256color", **variables),
        ) as process:
            os.close(theirs)
            shown = _read_terminal(ours)
            rest = (process.stdout or process.stderr).read()  # type: ignore[union-attr]  # one is a pipe
            code = process.wait(timeout=60)
        os.close(ours)
        if only_errors:
            return Done(code, rest, shown.decode())
        return Done(code, shown, rest.decode())

    return runner


def _read_terminal(number: int) -> bytes:
    data = b""
    try:
        while chunk := os.read(number, 65536):
            data += chunk
    except OSError:  # how Linux says that the other side has gone
        return data
    return data
